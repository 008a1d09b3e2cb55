"""The result of each program: kept on disk, or made by a run."""

import time
from collections.abc import Iterable

from galley.child.result import Result
from galley.run.cache import Cache
from galley.run.executor import Runs
from galley.run.progress import Tell
from galley.source.book import Book
from galley.source.program import Program


def find_or_run(
    book: Book,
    programs: Iterable[Program],
    executor: Runs,
    progress: Tell = lambda *_: None,
    again: bool = False,
) -> dict[str, Result]:
    """Find or make the result of each program; those with problems are left out.

    Args:
        book: The book.
        programs: What to run, each once.
        executor: What runs them.
        progress: Is told of each program as it ends.
        again: Run even what is kept.
    """
    kept = Cache(book.project)
    results: dict[str, Result] = {}
    missing: list[Program] = []
    for program in programs:
        if program.problems:
            continue
        if not again and (result := kept.load(program)):
            results[program.path] = result
            progress(program, result, True)
        else:
            missing.append(program)
    started = time.time()
    for program, result in executor.run(book.project, missing):
        kept.store(program, result, started)
        results[program.path] = result
        progress(program, result, False)
    return results
