"""What builds the book: programs are run, and pages say what they produced.

A galley is the sheet that is proofread before a book is printed. It knows nothing of
what its book teaches. In the order of the flow:

    project     where a book's files are, and its limits
    parts       prose, runs, quotes, values, claims                         pure
    directive   what a block of code in a page does                         pure
    inline      values and claims in sentences                              pure
    page        source → Page: its parts                                    pure
    program     percent script → Program: named cells                       pure
    quote       a symbol of a package → its lines                           pure
    rules       what is wrong with a book before anything runs
    book        all pages and programs
    zygote      the warm parent process: imports once, forks per program
    arithmetic  threads and instructions that programs compute with
    execute     the client of the warm parent: programs in, results out
    alike       would another machine make the same results?
    cluster     programs on a Dask cluster
    runner      the child: runs one program, cell by cell (capture, leftovers)
    guard       what a program may touch
    figures     Matplotlib's theme, and figures as SVG (palette, svg, plotted)
    result      everything that one run produced
    cache       results on disk, found by the content of what a run read
    accepted    the text that stands for a result in git                    pure
    costs       what programs cost, and the book's budget
    check       runs what a book needs, and finds what is wrong
    acceptance  new accepted texts, and what is refused
    probe       runs programs with other settings: which outputs change
    markdown    fences, folds, text as it is                                pure
    expand      Page + results → Markdown for the site, for readers, for tests   pure
    notebook    Page + results → a notebook with outputs                    pure
    replay      the data of interactive figures, and their HTML             pure
    stylesheet  one style sheet of Material's, KaTeX's and the book's
    formulas    every formula of the site, rendered by KaTeX (typeset, typefaces)
    chapter     reading time, prerequisites, glossary, downloads            pure
    messages    the error messages that chapters raise on purpose           pure
    export      expanded pages as files
    staging     a site is replaced only by a complete one
    reuse       while serving: which pages of the last build still stand
    unsound     while serving: a page says what is wrong with it            pure
    watch       while serving: which files have changed
    serve       MkDocs' server, so that it builds only what an edit changes
    plugin      the events of MkDocs
    cli         the command `galley`
    terminal    how commands run programs and show what came of it
    errors      Problem and BookError: place, fact, what exists, next command
"""
