"""What builds the book: programs are run, and pages say what they produced.

A galley is the sheet that is proofread before a book is printed. It knows nothing of
what its book teaches. A package imports only from those above it:

    problems    what can be wrong: place, fact, what exists, next command
    child/      what runs one program in a process of its own: the warm parent, the
                runner, what it captures and refuses, figures and what they plot
    project     where a book's files are, and its limits
    source/     what people wrote: pages, directives, programs, rules         pure
    run/        programs in, results out: the executor, what is kept on disk
    bound/      page × programs × results: found, formatted, numbered once
    accepted/   the text that stands in git: written, compared, accepted, doubted
    render/     page + results → Markdown, notebook, sliders                  pure
    html/       figures, formulas, typefaces and style for any HTML
    mkdocs/     the events of MkDocs, its server, its notebook pages
    cli/        the command `galley`

The public names below are loaded when they are asked for: a child process must import
nothing of ours but what runs programs.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from galley.accepted.accept import accept as accept
    from galley.accepted.check import verify as verify
    from galley.bound.book import Bound as Bound
    from galley.bound.book import bind as bind
    from galley.child.result import Result as Result
    from galley.cli import main as main
    from galley.html.account import unaccounted as unaccounted
    from galley.html.compile import compile as compile
    from galley.html.finish import finish as finish
    from galley.problems import BookError as BookError
    from galley.problems import Problem as Problem
    from galley.project import Project as Project
    from galley.run.executor import Executor as Executor
    from galley.run.results import find_or_run as find_or_run
    from galley.source.book import Book as Book
    from galley.source.book import read as read
    from galley.source.rules import broken as broken

_HOMES = {
    "Book": "source.book",
    "BookError": "problems",
    "Bound": "bound.book",
    "Executor": "run.executor",
    "Problem": "problems",
    "Project": "project",
    "Result": "child.result",
    "accept": "accepted.accept",
    "bind": "bound.book",
    "broken": "source.rules",
    "compile": "html.compile",
    "find_or_run": "run.results",
    "finish": "html.finish",
    "main": "cli",
    "read": "source.book",
    "unaccounted": "html.account",
    "verify": "accepted.check",
}
__all__ = sorted(_HOMES)


def __getattr__(name: str) -> object:
    """Load a public name from its module."""
    if name not in _HOMES:
        raise AttributeError(f"module `galley` has no public name `{name}`")
    return getattr(import_module(f"galley.{_HOMES[name]}"), name)
