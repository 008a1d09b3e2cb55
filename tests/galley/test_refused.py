"""What the system refuses is said like every other problem, and leaves nothing."""

import errno
import os
import resource
import sqlite3
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from galley.cli import main
from galley.html import katex
from galley.html.katex import Formula
from galley.problems import refused
from galley.run.executor import Executor

SITE = "site_name: Walk\nplugins: [galley]\n"
PAGE = '# Walk\n\n```python exec="on"\n--8<-- "walk/walk.py:walk"\n```\n'
ACCEPTED = "# accepted with this\n# %% walk\n1.234\n"


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound book with a site, and nothing kept."""
    for name, text in {
        "pyproject.toml": "[tool.galley]\n",
        "mkdocs.yml": SITE,
        "docs/index.md": PAGE,
        "snippets/walk/walk.py": "# %% walk\nprint(1.234)\n",
        "snippets/walk/walk.out": ACCEPTED,
        "site/index.html": "the last good site",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files(book: Path) -> list[str]:
    return sorted(
        f"{it.relative_to(book)} {it.read_text()}"
        for it in book.rglob("*")
        if it.is_file() and "fontlist" not in it.name
    )


def limited(*command: str) -> "subprocess.CompletedProcess[str]":
    """Run a command that may write no file of more than 100 bytes."""
    limit = (100, resource.RLIM_INFINITY)
    return subprocess.run(
        [Path(sys.executable).with_name(command[0]), *command[1:]],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=partial(resource.setrlimit, resource.RLIMIT_FSIZE, limit),
    )


def test_a_check_whose_cache_is_a_file(book: Path, executors: list[Executor]) -> None:
    """Place, fact, next command; and the file stays."""
    (book / ".cache").write_text("mine")
    before = files(book)
    done = CliRunner().invoke(main, ["check"], obj=executors, catch_exceptions=False)

    assert done.exit_code == 1
    assert ".cache/galley" in done.stderr
    assert "Not a directory" in done.stderr
    assert "move away what stands in a folder's place" in done.stderr
    assert files(book) == before


@pytest.mark.parametrize("command", [["galley", "check"], ["mkdocs", "build"]])
def test_a_disk_that_is_full(book: Path, command: list[str]) -> None:
    """No result is kept in part, and no site replaces the last one."""
    before = files(book)
    done = limited(*command)
    said = done.stdout + done.stderr

    assert done.returncode == 1
    assert "Traceback" not in said
    assert ".cache/galley/results" in said
    assert "File too large" in said
    assert "and make room there" in said
    assert files(book) == before
    assert [it.name for it in book.glob(".site*")] == []


def test_a_reader_who_has_gone_is_no_problem(book: Path) -> None:
    """After `| head` there is nothing to mend, and nothing is said."""
    reader, writer = os.pipe()
    os.close(reader)
    command = [Path(sys.executable).with_name("galley"), "blocks"]
    done = subprocess.run(
        command, stdout=writer, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writer)

    assert done.stderr == ""


def test_formulas_that_cannot_be_kept(tmp_path: Path) -> None:
    """A folder in the place of the file that keeps formulas is no damaged file."""
    (tmp_path / "formulas.sqlite").mkdir()

    with pytest.raises(OSError, match="unable to open database file") as raised:
        katex.render([Formula("x")], tmp_path)

    assert isinstance(raised.value.__cause__, sqlite3.OperationalError)
    assert (tmp_path / "formulas.sqlite").is_dir()


@pytest.mark.parametrize(
    ("number", "command"),
    [
        (errno.ENOSPC, "df -h ., and make room there"),
        (errno.EROFS, "ls -ld ., and give leave to read and write there"),
        (errno.EEXIST, "ls -ld ., and move away what stands in a folder's place"),
    ],
)
def test_each_refusal_has_its_next_command(
    number: int, command: str, tmp_path: Path
) -> None:
    """The command looks at the nearest folder that exists."""
    path = tmp_path / "gone" / "file"
    problem = refused(OSError(number, "the words", str(path)), tmp_path)

    assert str(problem.place) == "gone/file"
    assert problem.fact == "the words"
    assert problem.command == command
