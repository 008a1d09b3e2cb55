"""What builds the book: programs are run, and pages say what they produced.

A galley is the sheet that is proofread before a book is printed. It knows nothing of
what its book teaches. A package imports only from those above it:

    problems    what can be wrong: place, fact, what exists, next command
    child/      what runs one program in a process of its own: the warm parent, the
                runner, what it captures and refuses, figures and what they plot
    project     where a book's files are, and its limits
    source/     what people wrote: pages, directives, programs, rules         pure
    run/        programs in, results out: the executor, what is kept on disk
    accepted/   the text that stands in git: written, compared, accepted
    render/     page + results → Markdown, notebook, sliders                  pure
    html/       figures, formulas, typefaces and style for any HTML
    mkdocs/     the events of MkDocs, its server, its notebook pages
    cli/        the command `galley`
"""
