"""The command `galley`; what it does for `doubt` is a module of its own."""

import os
from pathlib import Path

import click

from galley.accepted import accept as acceptance
from galley.accepted import baseline, ci, costs
from galley.accepted import check as checks
from galley.accepted import probe as probes
from galley.bound.book import bind
from galley.cli import doubt, terminal
from galley.problems import BookError, Place, Problem
from galley.project import Project
from galley.run.cache import Cache
from galley.run.inputs import Inputs
from galley.run.progress import progress
from galley.source import book as books
from galley.source import rules
from galley.source.book import Book

_Paths = tuple[Path, ...]
_paths = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
_folder = click.Path(exists=True, file_okay=False)
_file = click.Path(path_type=Path, dir_okay=False, writable=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="downhill")
def main() -> None:
    """Run the programs of a book, and prove that its pages say what they produce.

    A book is the nearest folder, here or above, whose pyproject.toml has a table
    [tool.galley]. PATHS are pages, programs, or folders of them.

    Exit codes: 0 all is well, 1 something is wrong with the book (the message says
    where, what, and what to do next), 2 the command was not understood.
    """


@main.command()
@_paths
@click.option("--github", is_flag=True, help="Annotate the lines on GitHub.")
@click.option("--junit", type=_file, help="Write the outcome as JUnit XML.")
@click.option("--patch", type=_file, help="Write new outputs as a patch for git apply.")
@click.option(
    "--base", help="A revision: tell which drift is there without the change."
)
def check(
    paths: _Paths,
    github: bool,
    junit: Path | None,
    patch: Path | None,
    base: str | None,
) -> None:
    """Hold what programs produce now against what is accepted.

    Writes nothing but what an option names. Without PATHS the whole book is checked.
    Programs whose inputs have not changed are not run again.

    \b
    Examples:
      galley check
      galley check docs/descent/parabola.md
      galley check snippets/parabola/walk.py
      galley check --github --patch new-outputs.patch --base origin/main
    """
    with terminal.reporting(github):
        book = books.read(Project.find(Path.cwd()))
        pages, programs = books.select(book, paths)
        results = terminal.run(book, programs)
        bound = bind(book, results)
        found = [*rules.problems(book), *checks.verify(bound, programs)]
        found += costs.over_budget(book)
        problems = checks.concerning(book, pages, programs, found) if paths else found
        if junit:
            junit.write_text(ci.junit(programs, problems, book))
        if patch:
            patch.write_text(ci.patch(bound, programs))
        if problems:
            raise BookError(_told_apart(book, problems, base) if base else problems)
        click.echo(checks.summary(pages, results))


def _told_apart(book: Book, problems: list[Problem], base: str) -> list[Problem]:
    """Say of each drift whether the base, run here and now, drifts too."""
    with baseline.checkout(book.project, base) as project:
        before = books.read(project)
        paths = [it for it in before.programs if _drifts(book, it, problems)]
        programs = [before.programs[path] for path in paths]
        results = terminal.run(before, programs)
        also = {it.place for it in checks.verify(bind(before, results), programs)}
    return [baseline.marked(it, base, it.place in also) for it in problems]


def _drifts(book: Book, path: str, problems: list[Problem]) -> bool:
    return any(it.place == book.accepted_place(path) for it in problems)


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--costs", "renew", is_flag=True, help="Accept what they cost now, too.")
def accept(paths: _Paths, renew: bool) -> None:
    """Run the programs of PATHS again, twice, and accept what they produce.

    Shows what changed in the accepted outputs: read it, then commit it. A program that
    fails, or whose two runs differ, is refused, and nothing of it is written. Accepting
    is a person's decision: where the variable CI is set, this command refuses.

    An output that is as it was keeps the cost that it was accepted with, unless --costs
    asks for the new one.

    \b
    Examples:
      galley accept snippets/parabola/walk.py
      galley accept docs/descent/parabola.md
      galley accept --costs snippets/parabola
    """
    if os.environ.get("CI"):
        raise click.ClickException(
            "CI does not accept outputs: a person reads them first"
        )
    with terminal.reporting():
        book = books.read(Project.find(Path.cwd()))
        pages, programs = books.select(book, paths)
        problems = checks.concerning(book, pages, programs, rules.problems(book))
        # Another process with another hash seed: what changes is not reproducible.
        first, second = (
            bind(book, terminal.run(book, programs, again=True, hash_seed=n))
            for n in (1, 0)
        )
        problems += acceptance.refusals(programs, first, second)
        refused = {(it.cause or it.place).file for it in problems}
        sound = [p for p in programs if book.program_place(p.path).file not in refused]
        count = 0
        for name, old, new in acceptance.accept(second, sound, renew):
            terminal.print_diff(name, old, new)
            count += 1
        click.echo(
            f"{count} accepted outputs written, {len(sound) - count} as they were"
        )
        if problems:
            raise BookError(problems)


@main.command()
@_paths
@click.option("--profile", is_flag=True, help="Name the programs that cost most.")
@click.option("--dask", metavar="ADDRESS", help="Run on this scheduler's workers.")
def run(paths: _Paths, profile: bool, dask: str | None) -> None:
    """Run programs as a build would, and print what one produces or what all cost.

    What PATHS name runs again. Without PATHS, what is not kept of the whole book runs,
    and a profile has the costs of the runs that made what is kept.

    \b
    Examples:
      galley run snippets/parabola/walk.py
      galley run --profile
      galley run --dask tcp://10.0.0.1:8786
    """
    with terminal.reporting():
        book = books.read(Project.find(Path.cwd()))
        _, programs = books.select(book, paths)
        results = terminal.run(book, programs, again=bool(paths), dask=dask)
        if len(programs) == 1 and not profile:
            terminal.print_outputs(programs[0], results)
        if profile:
            click.echo(costs.profile(book, programs, results))
        problems = [it for program in programs for it in program.problems]
        for program in programs:
            result = results.get(program.path)
            if result and result.failure:
                problems.append(checks.failed(book, program, result.failure))
        if problems:
            raise BookError(problems)
        click.secho(costs.summary(results), dim=True)


@main.command()
@click.argument("program", type=click.Path(path_type=Path))
def why(program: Path) -> None:
    """Say whether the next build will run PROGRAM again, and why.

    \b
    Example:
      galley why snippets/parabola/walk.py
    """
    with terminal.reporting():
        book = books.read(Project.find(Path.cwd()))
        script = terminal.one(book, program)
        inputs = Inputs(book.project)
        cache = Cache(book.project, inputs)
        if cache.load(script):
            click.echo(f"{program}: kept, runs again when any of these changes:")
            for name in inputs.of(script):
                click.echo(f"  {name}")
        else:
            click.echo(f"{program}: will run")
            reasons = cache.reasons(script) or ["no result is kept for this text with:"]
            for reason in reasons:
                click.echo(f"  {reason}")
        for name, fact in cache.facts.items():
            click.echo(f"  {name} {fact}")


@main.command()
@_paths
def probe(paths: _Paths) -> None:
    """Run programs with other instruction sets, thread counts and hash seeds.

    Lists each output that changes, and in which digit: on another machine it may be
    another. Fails where one changes and its program has no comment `# varies: reason`.
    Writes and keeps nothing; every program runs four times.

    \b
    Examples:
      galley probe docs/descent/parabola.md
      galley probe snippets/parabola/walk.py
    """
    with terminal.reporting():
        book = books.read(Project.find(Path.cwd()))
        _, programs = books.select(book, paths)
        results = terminal.run(book, programs)
        sound = [it for it in programs if it.path in results]
        with progress(len(sound) * len(probes.SETTINGS)) as tell:
            others = probes.run(book.project, sound, tell)
        bound = bind(book, results)
        changed = {setting: bind(book, it) for setting, it in others.items()}
        found = [it for p in sound for it in probes.judged(p, bound, changed)]
        known = {book.program_place(it.path): probes.reason(it) for it in programs}
        for problem in found:
            if why := known[problem.place]:
                click.echo(f"{problem.place}: {problem.fact}: {why}")
        if problems := [it for it in found if not known[it.place]]:
            raise BookError(problems)
        click.echo(
            f"{len(results)} programs, {len(probes.SETTINGS)} settings, "
            f"{len(found)} outputs that change for a reason"
        )


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--flavour",
    type=click.Choice(["portable", "test", "notebook", "site"]),
    default="portable",
    show_default=True,
    help="Markdown with figures, Markdown for pytest-codeblocks, notebooks, or what "
    "any generator of sites can build.",
)
@click.option(
    "--theme", multiple=True, type=_folder, help="A folder of the theme, for `site`."
)
def export(folder: Path, flavour: str, theme: tuple[str, ...]) -> None:
    """Write the expanded pages below FOLDER, outside the book's own folders.

    The flavour `site` is for a generator that knows nothing of galley; what it builds,
    `galley finish` completes.

    \b
    Examples:
      galley export /tmp/book
      galley export --flavour notebook /tmp/notebooks
    """
    from galley.render import files as exports

    with terminal.reporting():
        book = books.read(Project.find(Path.cwd()))
        if folder.absolute().is_relative_to(book.project.docs_dir):
            fact = "the pages would become pages of the book"
            raise BookError(
                [Problem(Place(str(folder)), fact, (), "name another folder")]
            )
        if problems := rules.problems(book):
            raise BookError(problems)
        pages = list(book.pages.values())
        programs = book.used_by(pages)
        # The test flavour is what is accepted, and holds it against a run of its own.
        results = {} if flavour == "test" else terminal.run(book, programs)
        bound = bind(book, results)
        if results and (problems := checks.verify(bound, programs)):
            raise BookError(problems)
        if flavour == "site":
            from galley.html import folders

            count = folders.write(bound, folder, theme)
        else:
            count = exports.write(bound, flavour, folder)
        click.echo(f"{count} files written below {folder}")


@main.command()
@click.argument("site", type=click.Path(path_type=Path, file_okay=False, exists=True))
def finish(site: Path) -> None:
    """Complete the HTML below SITE, which a generator made of the flavour `site`.

    Figures and formulas take their places, terms are explained, and what readers can
    take along is added.

    \b
    Example:
      galley finish /tmp/site
    """
    from galley.html import folders

    with terminal.reporting():
        book = books.read(Project.find(Path.cwd()))
        results = terminal.run(book, book.used_by(book.pages.values()))
        count = folders.complete(bind(book, results), site)
        click.echo(f"{count} pages finished below {site}")


@main.command()
@_paths
def blocks(paths: _Paths) -> None:
    """List every block of code of every page, and why it may be believed.

    \b
    Classes: executed, fails (as it is expected to), quoted, shown (for a reason).

    \b
    Example:
      galley blocks docs/descent/parabola.md
    """
    with terminal.reporting():
        book = books.read(Project.find(Path.cwd()))
        pages, _ = books.select(book, paths)
        for page in pages:
            for line, kind, what in checks.manifest(book, page):
                click.echo(f"{book.place(page, line)!s:<44} {kind:<9} {what}")


main.add_command(doubt.command)
