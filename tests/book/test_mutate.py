"""A change of the book is seen; what cannot be seen is on a list that stays true."""

import subprocess
import sys
from pathlib import Path

from galley.source.reasons import Reasons

ROOT = Path(__file__).parent.parent.parent
LIST = ROOT / "tests" / "mutate" / "known.txt"


def test_a_sample_of_changes_is_seen() -> None:
    """`make mutate` makes all of them."""
    command = [sys.executable, "-m", "tests.mutate", "--sample", "4"]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr
    for kind in ("accepted", "value", "claim", "formula", "dollar", "program"):
        assert f"{kind} " in done.stdout


def test_the_list_of_survivors_stays_true() -> None:
    """A star stands for any text, nothing else does; an idle line is told."""
    known = Reasons("# a reason\na.py: cell: `x[0]` *\nb.py: *\n")
    names = ["a.py: cell: `x[0]` 0 → 1"]

    assert known.covers(names[0])
    assert not known.covers("a.py: cell: `x0` 0 → 1")
    assert known.idle(names) == ["b.py: *"]


def test_each_survivor_has_a_reason_and_a_file() -> None:
    """Paragraphs begin with a reason; no line is about a file that is gone."""
    for paragraph in LIST.read_text().strip().split("\n\n")[1:]:
        reason, *names = (it for it in paragraph.splitlines() if it)
        names = [it for it in names if not it.startswith("#")]
        files = [it.partition(": ")[0] for it in names]

        assert reason.startswith("# ")
        assert names
        assert [
            it for it in files if not list(ROOT.glob(it.replace("/*", "/*/*")))
        ] == []
