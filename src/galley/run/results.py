"""The result of each program: kept on disk, or made by a run."""

from collections.abc import Iterable, MutableMapping

from galley.child.result import Result
from galley.run.cache import Cache
from galley.run.executor import Runs
from galley.run.inputs import Inputs
from galley.run.progress import Tell
from galley.source.book import Book
from galley.source.program import Program


def find_or_run(
    book: Book,
    programs: Iterable[Program],
    executor: Runs,
    progress: Tell = lambda *_: None,
    again: bool = False,
    failed: MutableMapping[str, Result] | None = None,
) -> dict[str, Result]:
    """Find or make the result of each program; those with problems are left out.

    Args:
        book: The book.
        programs: What to run, each once.
        executor: What runs them.
        progress: Is told of each program as it ends.
        again: Run even what is kept.
        failed: Failures by the name of what would have been kept. A server holds on
            to them: what has failed is not run again until something of it changes.
    """
    inputs = Inputs(book.project)
    kept = Cache(book.project, inputs, executor.settings)
    failed = {} if failed is None else failed
    results: dict[str, Result] = {}
    missing: list[Program] = []
    for program in programs:
        if program.problems:
            continue
        before = (
            None if again else kept.load(program) or failed.get(kept.entry(program))
        )
        if result := before:
            results[program.path] = result
            progress(program, result, True)
        else:
            missing.append(program)
    for program, result in executor.run(book.project, missing, inputs):
        if executor.sealed or not inputs.changed(program):
            kept.store(program, result)
            if result.failure:
                failed[kept.entry(program)] = result
        results[program.path] = result
        progress(program, result, False)
    return results
