"""Costs are measured, accepted, held against a budget, and shown."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from galley.cli import main
from galley.project import Project
from galley.run.executor import Executor
from galley.source.program import parse

CASES = Path(__file__).parent / "cases"
WALK = "snippets/walk/walk"
Galley = Callable[..., Result]


@pytest.fixture
def galley(
    executors: list[Executor], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Galley:
    """Call the command in a book of one program, which is accepted."""
    folder = tmp_path / "book"
    shutil.copytree(CASES / "errors" / "missing-accepted", folder)
    monkeypatch.chdir(folder)
    monkeypatch.delenv("CI", raising=False)

    def call(*arguments: str) -> Result:
        runner = CliRunner()
        return runner.invoke(main, arguments, obj=executors, catch_exceptions=False)

    call("accept", "docs")
    return call


def cost(seconds: str) -> None:
    """Pretend that the accepted run took so long."""
    out = Path(f"{WALK}.out")
    text, count = re.subn(r"[\d.]+( s of one core)", rf"{seconds}\1", out.read_text())
    assert count == 1
    out.write_text(text)


def settings(text: str) -> None:
    Path("pyproject.toml").write_text(f"[tool.galley]\n{text}\n")


def test_counts_work_and_not_waiting(executor: Executor, tmp_path: Path) -> None:
    """Sleep is free, on the clock it is not; the work of another process counts."""
    burn = "import time\nwhile time.process_time() < 0.4:\n    pass"
    programs = [
        parse(f"# %% it\n{code}\n", f"x/{name}.py", name)
        for name, code in {
            "sleeps": "import time\ntime.sleep(0.4)",
            "sends": "import subprocess, sys\n"
            f"subprocess.run([sys.executable, '-c', {burn!r}], check=True)",
        }.items()
    ]
    (tmp_path / "snippets").mkdir()
    results = {p.path: it for p, it in executor.run(Project(tmp_path), programs)}

    assert results["x/sleeps.py"].failure is None
    assert results["x/sleeps.py"].seconds >= 0.4
    assert results["x/sleeps.py"].processor < 0.2
    assert results["x/sends.py"].failure is None
    assert results["x/sends.py"].processor >= 0.4


@pytest.mark.parametrize(
    ("budget", "place", "fact"),
    [
        ("budget_program = 3", f"{WALK}.py", "over budget"),
        ("budget_book = 3", "pyproject.toml", "the book is over budget"),
    ],
)
def test_a_budget_that_is_exceeded_fails_a_check(
    galley: Galley, budget: str, place: str, fact: str
) -> None:
    """The accepted cost counts, however quick the program is today."""
    cost("3.25")
    settings(budget)
    failed = galley("check")
    settings(re.sub(r"[\d.]+", "3.25", budget))
    held = galley("check")

    assert failed.exit_code == 1
    assert f"{place}: {fact}: 3.25 s of one core, allowed are 3" in failed.stderr
    assert "galley accept --costs" in failed.stderr
    assert "1 problem" in failed.stderr
    assert held.exit_code == 0


def test_a_cost_that_is_not_known_is_not_nothing(galley: Galley) -> None:
    """With a budget, an output without a cost fails; without one, it is sound."""
    out = Path(f"{WALK}.out")
    out.write_text("# accepted with …\n" + out.read_text().partition("\n")[2])
    unlimited = galley("check")
    settings("budget_book = 90")
    failed = galley("check")
    galley("accept", "--costs", f"{WALK}.py")
    held = galley("check")

    assert unlimited.exit_code == 0
    assert f"{WALK}.out: no accepted cost" in failed.stderr
    assert held.exit_code == 0


def test_a_cost_stays_until_it_is_renewed(galley: Galley) -> None:
    """Accepting what is as it was keeps its bytes, unless `--costs` is given."""
    cost("3.25")
    before = Path(f"{WALK}.out").read_text()
    galley("accept", "docs")
    kept = Path(f"{WALK}.out").read_text()
    renewed = galley("accept", "--costs", "docs")
    after = Path(f"{WALK}.out").read_text()

    assert before == kept
    assert "-# accepted with" in renewed.stdout
    assert "3.25 s" not in after
    assert before.partition("\n")[2] == after.partition("\n")[2]


def test_a_profile_names_the_dearest_first(galley: Galley) -> None:
    """Each program has today's cost beside the accepted one, and its share."""
    dear = "import time\nwhile time.process_time() < 0.6:\n    pass\nprint(1)"
    Path("snippets/walk/dear.py").write_text(f"# %% walk\n{dear}\n")
    cost("3.25")
    profiled = galley("run", "--profile", "snippets")
    head, first, second, total, summary = profiled.stdout.splitlines()

    assert profiled.exit_code == 0
    assert "core s" in head
    assert first.startswith("walk/dear.py")
    assert second.startswith("walk/walk.py")
    assert " 3.25 " in second
    assert float(first.split()[1]) > 10 * float(second.split()[1])
    assert total.startswith("all 2")
    assert summary.startswith("2 programs")
    assert "s of one core" in summary
