"""What the runs of a tool say about a lie. Pure."""

from tests.bench.lies.lies import Lie
from tests.bench.lies.trial import Run

WORDS = {
    "S": "seen",
    "A": "anew",
    "U": "unrun",
    "P": "passed",
    "R": "refused",
}


def verdict(lie: Lie, true: Run, run: Run, control: Run | None) -> str:
    """Judge by what the reader is told in the end.

    Args:
        lie: What was told.
        true: The run of the true document.
        run: The run with the lie.
        control: The run with the same in true, if there is such a thing.
    """
    if run.code != 0:
        return "R" if control and control.code != 0 else "S"
    if lie.traced and not run.ran:
        return "U"
    if lie.truth and lie.truth in run.text:
        return "A"
    if lie.picture and run.pictures != true.pictures:
        return "A"
    return "P"
