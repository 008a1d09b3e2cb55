"""`galley probe` finds what another machine would print, and takes reasons."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from galley.accepted import probe
from galley.cli import main
from galley.run.executor import Executor

PAGE = """
```python exec="on"
--8<-- "walk/walk.py:steady"
```

```python exec="on"
--8<-- "walk/walk.py:names"
```

```python exec="on"
--8<-- "walk/walk.py:threads"
```

It has `{python} walk.count` of them.
"""
PROGRAM = """# %% steady
print(0.25)

# %% names
print(sorted({"a", "b"}), list({"adam", "sgd", "rmsprop", "lion"}))

# %% threads
import torch

print("numbers", 1, torch.get_num_threads())
count = torch.get_num_threads()
"""


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A book whose program prints the order of a set and the count of threads."""
    for name, text in {
        "pyproject.toml": "[tool.galley]\n",
        "docs/walk.md": PAGE,
        "snippets/walk/walk.py": PROGRAM,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_lists_what_changes_and_takes_a_reason(
    book: Path, executors: list[Executor], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each output that changes is named with its settings; a reason lets it pass."""
    program = book / "snippets/walk/walk.py"
    # Each setting starts a warm parent of its own; the first run is lent one.
    monkeypatch.setattr(probe, "SETTINGS", probe.SETTINGS[-2:])
    found = CliRunner().invoke(main, ["probe"], obj=executors, catch_exceptions=False)
    program.write_text(PROGRAM + "# varies: the settings are the subject\n")
    passed = CliRunner().invoke(main, ["probe"], obj=executors, catch_exceptions=False)

    assert found.exit_code == 1
    assert "`names` is another with PYTHONHASHSEED=1" in found.stderr
    threads = "is another with OMP_NUM_THREADS=2 MKL_NUM_THREADS=2"
    assert f"`threads` {threads}" in found.stderr
    assert f"`sentences: walk.md` {threads}" in found.stderr
    assert "1 and 2 differ in significant digit 1" in found.stderr
    assert "steady" not in found.stderr
    assert "3 problems" in found.stderr
    assert passed.exit_code == 0
    assert "the settings are the subject" in passed.stdout
    assert "3 outputs that change for a reason" in passed.stdout
    assert not list(book.rglob("*.out"))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("x 0.103763", "x 0.103764", "significant digit 6"),
        ("1 9.9999", "1 10.0000", "significant digit 6"),
        ("-1.5e-07", "1.5e-07", "significant digit 1"),
        ("0.0", "-0.0", "the same number, written otherwise"),
        ("line #8f1b91ec", "line #8f1b91ed", "one of their first six digits"),
        ("adam sgd", "sgd adam", "more than numbers"),
    ],
)
def test_says_which_digit(before: str, after: str, said: str) -> None:
    """The first number that differs is named, and how far it can be relied on."""
    assert said in probe.digit(before, after)
