"""What CI reads: annotations, JUnit XML, a patch, and what caused a drift."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from galley.cli import main
from galley.run.executor import Executor

CASES = Path(__file__).parent / "cases"
Check = Callable[..., Result]


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A book in git whose one accepted output has drifted."""
    folder = tmp_path / "book"
    shutil.copytree(CASES / "errors" / "drift-text", folder)
    monkeypatch.chdir(folder)
    git("init", "--quiet")
    git("config", "user.email", "author@example.org")
    git("config", "user.name", "Author")
    commit()
    return folder


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True)


def commit() -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message", "as it was")


@pytest.fixture
def check(executors: list[Executor]) -> Check:
    def call(*options: str) -> Result:
        command = ["check", *options]
        return CliRunner().invoke(main, command, obj=executors, catch_exceptions=False)

    return call


def test_github_shows_the_failure_beside_its_line(book: Path, check: Check) -> None:
    """The annotation names file and line, and its text is the whole message."""
    (book / "docs/walk.md").write_text("# Walk\n\n`{python} walk.gone:.2f`\n")
    done = check("--github")
    commands = [it for it in done.stdout.splitlines() if it.startswith("::")]

    assert done.exit_code == 1
    assert any("file=docs/walk.md,line=3," in it for it in commands)
    assert all("\n" not in it for it in commands)
    assert any("did you mean" in it or "values: x_last" in it for it in commands)


def test_junit_has_a_case_for_each_program(book: Path, check: Check) -> None:
    """A drifted program is a failed case; its text has the diff and the command."""
    check("--junit", "report.xml")
    suite = ET.parse(book / "report.xml").getroot()
    (case,) = suite.findall("testcase")

    assert suite.get("failures") == "1"
    assert case.get("name") == "snippets/walk/walk.py"
    assert "galley accept snippets/walk/walk.py" in (case.findtext("failure") or "")


@pytest.mark.parametrize("new", [False, True])
def test_the_patch_makes_the_check_pass(book: Path, check: Check, new: bool) -> None:
    """Applying the patch is the same as accepting."""
    if new:
        (book / "snippets/walk/walk.out").unlink()
        commit()
    before = check("--patch", "new.patch")
    git("apply", "new.patch")
    after = check()

    assert before.exit_code == 1
    assert after.exit_code == 0, after.stderr


def test_a_drift_of_the_environment_is_told_from_one_of_the_change(
    book: Path, check: Check
) -> None:
    """What the base drifts in as well, the change has not caused."""
    environment = check("--base", "HEAD")
    (book / "snippets/walk/walk.out").write_text(
        "# accepted with this\n# %% walk\n1.234\n"
    )
    commit()
    program = book / "snippets/walk/walk.py"
    program.write_text(program.read_text().replace("1.234", "1.3"))
    change = check("--base", "HEAD")
    unknown = check("--base", "nowhere")

    assert "HEAD drifts here too: the environment causes it" in environment.stderr
    assert "HEAD does not drift here: the change causes it" in change.stderr
    assert "nowhere: git cannot check this out" in unknown.stderr
