"""`galley doubt` finds the claims that no change of their program makes false."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from galley.accepted import doubt
from galley.cli import main
from galley.run.executor import Executor
from galley.source import exchanges, mutants, removals
from galley.source.program import parse

PROGRAM = """\
# %% walk
xs = [8.0]
for _ in range(3):
    xs.append(xs[-1] - 0.2 * xs[-1])

# %% claim: falls
assert xs == sorted(xs, reverse=True)

# %% claim: a-float
assert isinstance(xs[0], float) and xs[0] == 8

# %% claim: says-little
last = xs[-1]
assert isinstance(last, float)

# %% claim: after-a-false-one
assert abs(last - 8 * 0.8**3) < 1e-9

# %% end
print(xs)
"""
PAGE = """\
---
title: A walk
---

```python exec="on"
--8<-- "walk/walk.py:walk"
```

It falls. `{claim} walk.falls` It begins at eight, a float. `{claim} walk.a-float`
It ends at `{python} walk.last:.2f`. `{claim} walk.says-little`
The last is known. `{claim} walk.after-a-false-one`

```python exec="on"
--8<-- "walk/walk.py:end"
```
"""


Galley = Callable[..., Result]


@pytest.fixture
def galley(executors: list[Executor]) -> Galley:
    return lambda *arguments: CliRunner().invoke(main, arguments, obj=executors)


@pytest.fixture
def book(galley: Galley, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A book with a claim that says little."""
    for name, text in {
        "pyproject.toml": "[tool.galley]\nworkers = 2\n",
        "docs/walk.md": PAGE,
        "snippets/walk/walk.py": PROGRAM,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)
    assert galley("accept", "docs").exit_code == 0
    return tmp_path


def test_what_nothing_makes_false_is_listed(book: Path, galley: Galley) -> None:
    """With its sentence; all others were false with some change, each on its own."""
    done = galley("doubt", "--matrix", "matrix.txt", "docs/walk.md")
    matrix = (book / "matrix.txt").read_text()

    assert done.exit_code == 1
    assert "4 claims, 3 false with some change" in done.output
    assert (
        "docs/walk.md:10: no change of snippets/walk/walk.py makes the claim "
        "`says-little` false\n  It ends at 4.10.\n" in done.output
    )
    assert "1 problem\n" in done.output
    falls, a_float, little, after = matrix.split("walk/walk.py: ")[1:]
    assert "xs.append(xs[-1] - 0.2 * xs[-1])` - (the 2.) → +" in falls
    assert "`xs = [8.0]` 8.0 → 10.0" in a_float
    assert little.startswith("says-little: false 0 times of ")
    assert "range(3):` 3 → 4" in after, "heard although others were false"
    assert "`xs = [8.0]` 8.0 → 10.0" in after


def test_it_says_the_same_again(book: Path, galley: Galley) -> None:
    """Chance has a seed, and it does not matter which program ends first."""
    runs = []
    for name in ("one.txt", "two.txt"):
        galley("doubt", "--matrix", name, "docs/walk.md")
        runs.append((book / name).read_text())
    galley("doubt", "--matrix", "few.txt", "--most", "3", "docs/walk.md")

    assert runs[0] == runs[1]
    assert (book / "few.txt").read_text() != runs[0]


def test_it_is_bounded(book: Path, galley: Galley) -> None:
    """What never ends is ended, and the bound is said before it begins."""
    path = book / "snippets/walk/walk.py"
    path.write_text(PROGRAM.replace("for _ in range(3)", "while len(xs) < 4"))
    assert galley("accept", "docs").exit_code == 0
    done = galley("doubt", "docs/walk.md")

    assert "1 programs, at most " in done.output
    assert " minutes\n" in done.output
    assert "4 claims, 3 false with some change" in done.output


def test_a_reason_is_heard_and_does_not_outlive_its_claim(
    book: Path, galley: Galley
) -> None:
    """What is on the list is no problem; what need not be there is one."""
    reasons = book / "snippets" / "doubts.txt"
    reasons.write_text("# It is a float.\nwalk/walk.py: says-little\n")
    quiet = galley("doubt", "docs/walk.md")
    reasons.write_text("# Why?\nwalk/walk.py: *\nwalk/walk.py: falls\nother.py: x\n")
    idle = galley("doubt", "snippets/walk/walk.py")

    assert quiet.exit_code == 0
    assert quiet.output.endswith("4 claims, 3 false with some change\n")
    assert idle.exit_code == 1
    assert "is gone: walk/walk.py: falls\n  → remove the line" in idle.output
    assert "other.py" not in idle.output


def test_a_book_with_problems_is_not_doubted(book: Path, galley: Galley) -> None:
    """First the check, then the doubt."""
    (book / "snippets/walk/walk.py").write_text(PROGRAM.replace("8.0", "9.0"))
    done = galley("doubt", "docs/walk.md")

    assert done.exit_code == 1
    assert "the claim `a-float` is false" in done.output
    assert "minutes" not in done.output


def test_what_can_be_changed() -> None:
    """Each kind of change, with the bytes of the program and nothing else around it."""
    source = (
        "# %% a\nimport torch\n\n'''A docstring, ä.'''\n"
        "x = torch.zeros(2, dtype=torch.float64)\n"
        "if x.sum() > -1 and True:\n    x.add_(3)\nprint(x, sep='', end='!')\n"
    )
    program = parse(source, "a/b.py", "snippets/a/b.py")
    said = [it.said.partition("` ")[2] for it in mutants.changes(program)]
    more = [it.said.partition("` ")[2] for it in removals.changes(program)]

    assert said == [
        "2 → 3",
        "> → <=",
        "- → +",
        "1 → 2",
        "and → or",
        "True → False",
        "3 → 4",
    ]
    assert more == [
        "zeros → ones",
        ", dtype=torch.float64 → nothing",
        "float64 → float32",
        "x.sum() > -1 and True → not (x.sum() > -1 and True)",
        "sum → mean",
        "x.add_(3) → pass",
        "add_ → sub_",
        ", sep='' → nothing",
        ", end='!' → nothing",
    ]
    for it in [*mutants.changes(program), *removals.changes(program)]:
        ast.parse(it.made().source)
        assert it.made().problems == ()


def test_what_can_stand_otherwise() -> None:
    """Calls, indices, contexts and decorators left out, and places exchanged."""
    source = (
        "# %% a\nimport torch\n\n\n@torch.no_grad()\ndef half(x):\n    return x / 2\n"
        "x = torch.add(torch.ones(3), [1, 2], alpha=2)\ny = half(x.detach())[0]\n"
        "with torch.no_grad():\n    x[0] = 'wört'\n"
    )
    program = parse(source, "a/b.py", "snippets/a/b.py")
    found = exchanges.changes(program)
    said = [it.said.partition("` ")[2] for it in found]
    call = "torch.add(torch.ones(3), [1, 2], alpha=2)"

    assert said == [
        "@torch.no_grad() → nothing",
        "x / 2 → -(x / 2)",
        f"x = {call} y = half(x.detach())[0] → y = half(x.detach())[0] x = {call}",
        f"{call} → (torch.ones(3))",
        f"{call} → -({call})",
        "torch.ones(3) → (3)",
        "torch.ones(3), [1, 2] → [1, 2], torch.ones(3)",
        ", [1, 2] → nothing",
        "1, 2 → 2, 1",
        ", 2 → nothing",
        "half(x.detach()) → (x.detach())",
        "half(x.detach())[0] → -(half(x.detach())[0])",
        ".detach() → nothing",
        "[0] → nothing",
        "with torch.no_grad() → if True",
        "x[0] = 'wört' → pass",
        "t → nothing",
    ]
    for it in found:
        ast.parse(it.made().source)


def test_near_changes_come_first() -> None:
    """What a claim names first, and what only prints, or comes later, last."""
    source = (
        "# %% a\na = 1\nb = a + 2\nprint(a * 3)\nc = 4\n\n"
        "# %% claim: two\nassert b == 3\n\n# %% d\nd = 5\n"
    )
    program = parse(source, "a/b.py", "snippets/a/b.py")
    found = doubt.changes(program, seed=0)
    rows = [it.line for it in doubt.nearest(found, ["two"])]

    assert {it.line for it in found} == {2, 3, 4, 5, 11}
    assert list(dict.fromkeys(rows))[:2] == [3, 2]
    assert set(rows) == {2, 3, 4, 5}, "no claim hears of the last cell"
    assert doubt.nearest(found, ["two"])[0].made("two").names("claim") == ["two"]
