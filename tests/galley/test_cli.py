"""The command `galley`, as an author and as CI use it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from galley.cli import main
from galley.run.executor import Executor

CASES = Path(__file__).parent / "cases"


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound book that nothing has been accepted of."""
    folder = tmp_path / "book"
    shutil.copytree(CASES / "errors" / "missing-accepted", folder)
    monkeypatch.chdir(folder)
    monkeypatch.delenv("CI", raising=False)
    return folder


Galley = Callable[..., Result]


@pytest.fixture
def galley(executors: list[Executor]) -> Galley:
    """Call the command with a warm parent that all tests share."""

    def call(*arguments: str) -> Result:
        runner = CliRunner()
        return runner.invoke(main, arguments, obj=executors, catch_exceptions=False)

    return call


def test_accept_then_check_then_drift(galley: Galley, book: Path) -> None:
    """The life of an output: missing, accepted, held, and drifted in two ways."""
    program, out = book / "snippets/walk/walk.py", book / "snippets/walk/walk.out"
    missing = galley("check")
    accepted = galley("accept", "docs/walk.md")
    text = out.read_text()
    again = galley("accept", "snippets/walk/walk.py")
    held = galley("check")
    out.write_text(text.replace("1.234", "1.239"))
    drifted = galley("check")
    out.write_text(text)
    program.write_text(program.read_text().replace("1.234", "1.235"))
    changed = galley("check", "docs/walk.md")

    assert missing.exit_code == 1
    assert "no accepted output" in missing.stderr
    assert "galley accept snippets/walk/walk.py" in missing.stderr
    assert accepted.exit_code == 0
    assert "+1.234" in accepted.stdout
    assert "0 accepted outputs written, 1 as they were" in again.stdout
    assert out.read_text() == text
    assert held.exit_code == 0
    assert "1 programs, 1 outputs" in held.stdout
    assert drifted.exit_code == 1
    assert "-1.239" in drifted.stderr
    assert "+1.234" in drifted.stderr
    assert changed.exit_code == 1
    assert "+1.235" in changed.stderr


def test_check_writes_nothing(galley: Galley, book: Path) -> None:
    """A check leaves every file outside the cache as it was."""
    before = {path: path.stat().st_mtime_ns for path in book.rglob("*")}
    galley("check")
    after = {path: path.stat().st_mtime_ns for path in book.rglob("*")}

    cache = book / ".cache"
    assert before.keys() - after.keys() == set()
    assert {
        p for p in after.keys() - before.keys() if cache not in (p, *p.parents)
    } == set()
    assert all(before[p] == after[p] for p in before if p != book)


def test_ci_does_not_accept(
    galley: Galley, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Accepting is a person's decision."""
    monkeypatch.setenv("CI", "true")
    refused = galley("accept", "docs/walk.md")

    assert refused.exit_code == 1
    assert "CI does not accept" in refused.stderr
    assert not (book / "snippets/walk/walk.out").exists()


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("import time\nprint(time.time_ns())", "two runs of the program differ"),
        ("print(object())", "two runs of the program differ"),
        ("import torch\nprint(torch.randn(3))", "two runs of the program differ"),
        ("print(undefined)", "NameError in the cell `walk`"),
    ],
)
def test_refuses_what_wavers_or_fails(
    galley: Galley, book: Path, source: str, said: str
) -> None:
    """What prints an address, the time or unseeded numbers is not accepted."""
    program = book / "snippets/walk/walk.py"
    program.write_text(f"# %% walk\n{source}\n")
    refused = galley("accept", "docs/walk.md")

    assert refused.exit_code == 1
    assert said in refused.stderr
    assert not (book / "snippets/walk/walk.out").exists()


def test_refuses_what_it_cannot_accept_and_accepts_the_rest(
    galley: Galley, book: Path
) -> None:
    """One bad program does not keep the others from being accepted."""
    (book / "snippets/walk/bad.py").write_text("# %% walk\n1 / 0\n")
    page = book / "docs/walk.md"
    page.write_text(page.read_text() + page.read_text().replace("walk.py", "bad.py"))
    mixed = galley("accept", "docs")

    assert mixed.exit_code == 1
    assert "ZeroDivisionError" in mixed.stderr
    assert (book / "snippets/walk/walk.out").exists()
    assert not (book / "snippets/walk/bad.out").exists()


def test_run_prints_what_a_program_produces(galley: Galley, book: Path) -> None:
    """`run` shows outputs, and what it took."""
    ran = galley("run", "snippets/walk/walk.py")

    assert ran.exit_code == 0
    assert "1.234" in ran.stdout
    assert "1 values, 0 claims hold" in ran.stdout


def test_why_tells_kept_from_new(galley: Galley, book: Path) -> None:
    """`why` says whether the next build will run a program."""
    new = galley("why", "snippets/walk/walk.py")
    galley("check")
    kept = galley("why", "snippets/walk/walk.py")

    assert "will run" in new.stdout
    assert "kept" in kept.stdout


def test_unknown_paths_are_named(galley: Galley, book: Path) -> None:
    """A path that is no page or program is an error, not an empty success."""
    unknown = galley("check", "docs/gone.md")

    assert unknown.exit_code == 1
    assert "docs/gone.md: no page or program of the book" in unknown.stderr


def test_needs_a_book(
    galley: Galley, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Outside of a book the message says what a book is."""
    monkeypatch.chdir(tmp_path)
    lost = galley("check")

    assert lost.exit_code == 1
    assert "[tool.galley]" in lost.stderr


def test_unknown_settings_are_named(galley: Galley, book: Path) -> None:
    """A misspelt setting is an error."""
    (book / "pyproject.toml").write_text("[tool.galley]\ntime_limt = 3\n")
    wrong = galley("check")

    assert wrong.exit_code == 1
    assert "no setting `time_limt`" in wrong.stderr


@pytest.mark.parametrize("flavour", ["portable", "test", "notebook"])
def test_export_writes_outside_the_book(
    galley: Galley, book: Path, flavour: str
) -> None:
    """Each flavour is written below the folder that was named."""
    galley("accept", "docs")
    folder = book.parent / "out"
    written = galley("export", "--flavour", flavour, str(folder))
    inside = galley("export", "--flavour", flavour, "docs/out")
    (page,) = folder.iterdir()

    assert written.exit_code == 0
    assert "1.234" in page.read_text()
    assert inside.exit_code == 1
    assert "would become pages" in inside.stderr


def test_blocks_lists_every_block(galley: Galley, book: Path) -> None:
    """The manifest accounts for each block of code."""
    listed = galley("blocks")

    assert listed.stdout.split() == ["docs/walk.md:3", "executed", "walk/walk.py:walk"]


@pytest.mark.parametrize(
    "command", ["check", "accept", "run", "why", "export", "blocks"]
)
def test_help_shows_an_example(galley: Galley, command: str) -> None:
    """A stranger can use each command from its help."""
    helped = galley(command, "--help")

    assert helped.exit_code == 0
    assert "Usage:" in helped.stdout
    assert f"galley {command}" in helped.stdout
