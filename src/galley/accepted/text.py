"""What a program is accepted to produce: one text per program, kept in git. Pure.

The text uses the grammar of programs, one section per cell:

    # accepted with Python 3.11.7, numpy 2.4.6, Linux x86_64: 0.54 s of one core, 3 MB
    # %% walk
    step         x
       1  0.600000
    # %% picture: figure
    axes 1: …
    # %% leaf: raises
    RuntimeError: a leaf Variable that requires grad
    # %% data: runs
    frames 41 …
    # %% sentences: growth.md
    x_last:.6f = 3.000000
    claim falls-every-step: Every step goes down.
    alt of picture: Ten dots, each lower than the one before.
    quote growth/rates.py:double #1f2e3d4c
    typed 0.1 · 0.99

The last section has what a page says with the program, in its order, so that nothing of
it can change, or change places, unseen: values, the sentences of claims, alternative
texts, marked lines, digests of other code, and numbers that somebody typed. The line
`after x/other.py` stands where the sentence before speaks of another program.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from itertools import groupby

from galley.bound.book import Said
from galley.bound.page import Claim, Code, Drawn, Embed, Value, Words
from galley.child.result import Figure, Output, Raised, Result, Text
from galley.child.script import lines
from galley.problems import Place, Problem
from galley.run import slider_data
from galley.source.program import Program

HEADER = "# accepted with "
_NO_HEADER = "no first line that says what this was accepted with"
_NO_NEWLINE = "\\ no newline at the end"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?")


def render(program: Program, result: Result, said: Iterable[Said], facts: str) -> str:
    """Write what a run produced, and what the pages make of its values.

    Args:
        program: The program.
        result: A run without failure.
        said: What sentences say of it.
        facts: What it ran with, for the first line; never compared.
    """
    rows = [HEADER + facts]
    for cell in program.cells:
        for output in result.outputs.get(cell.name, ()):
            rows += _output(cell.name, output, cell.raises)
        if cell.kind == "data" and cell.name in result.data:
            rows += [f"# %% data: {cell.name}", *_escape(_digest(result, cell.name))]
    for page, on_page in groupby(said, key=lambda it: it.page.path):
        if told := [line for it in on_page for line in _said(it)]:
            rows += [f"# %% sentences: {page}", *_escape(told)]
    return "\n".join(rows) + "\n"


def _said(said: Said) -> Iterator[str]:
    if said.after:
        yield f"after {said.after}"
    match said.what:
        case Value(mark, text):
            yield f"{mark.reference} = {text}"
        case Claim(mark, sentence):
            yield f"claim {mark.name}: {sentence}"
        case Embed(block, _, cell, _, shown):
            for it in shown:
                if isinstance(it, Drawn):
                    yield f"alt of {cell.name}: {it.alt}"
            if block.highlights:
                yield f"marked in {cell.name}: {' | '.join(block.highlights)}"
        case Code(block, text):
            quoted = said.what.quoted
            name = f"{quoted.path}:{quoted.symbol}".rstrip(":") if quoted else ""
            yield f"{f'quote {name}' if quoted else 'shown'} {_hash(text)}"
            if block.highlights:
                yield f"marked in {name}: {' | '.join(block.highlights)}"
        case Words(typed=numbers):
            yield f"typed {' · '.join(numbers)}"


def _hash(text: str) -> str:
    return "#" + hashlib.sha256(text.encode()).hexdigest()[:8]


def _digest(result: Result, name: str) -> list[str]:
    return slider_data.digest(result.data[name])


def _output(cell: str, output: Output, raises: tuple[str, str] | None) -> list[str]:
    match output:
        case Figure(data=data):
            return [f"# %% {cell}: figure", *_escape(data)]
        case Raised():
            assert raises
            # The rest of the message may change with a library's next release.
            return [f"# %% {cell}: raises", f"{raises[0]}: {raises[1]}"]
        case Text(text):
            rows = _escape(text.split("\n"))
            rows = rows[:-1] if rows[-1] == "" else [*rows, _NO_NEWLINE]
            return [f"# %% {cell}", *rows]


def _escape(rows: Iterable[str]) -> list[str]:
    """Keep lines apart from markers, and line ends apart from what is printed."""
    visible = (row.replace("\r", "\\r") for row in rows)
    return [f"\\{it}" if it.startswith(("# %%", "\\")) else it for it in visible]


def printed(text: str) -> str:
    """Read back from an accepted text everything that the program printed."""
    out: list[str] = []
    reading = False
    for line in lines(text)[1:]:
        if line.startswith("# %%"):
            reading = ":" not in line
        elif reading and line == _NO_NEWLINE:
            out[-1] = out[-1].removesuffix("\n")
        elif reading:
            out.append(line.removeprefix("\\") + "\n")
    return "".join(out)


def body(text: str) -> str:
    """Drop the line that says what the text was accepted with; it must be there."""
    first, _, rest = text.partition("\n")
    return rest if first.startswith(HEADER) else f"{_NO_HEADER}\n{text}"


def compare(accepted: str, new: str, place: Place, program: Place) -> Problem | None:
    """Compare two texts of this module; None where they agree."""
    if body(accepted) == body(new):
        return None
    diff = unified_diff(
        lines(body(accepted)),
        lines(body(new)),
        "accepted",
        "this run",
        lineterm="",
        n=2,
    )
    details = list(diff)
    if rounding_only(body(accepted), body(new)):
        with_ = accepted.partition("\n")[0].removeprefix(HEADER)
        details.append(
            "only last places differ, by one unit: perhaps another platform's"
        )
        details.append(f"rounding; accepted with {with_}")
    return Problem(
        place, "drift: the output is not the accepted one", tuple(details),
        f"galley accept {program}", code="drift",
    )  # fmt: skip


def rounding_only(old: str, new: str) -> bool:
    """Tell whether texts differ only in numbers, each by one unit of its last place."""
    if _NUMBER.sub("#", old) != _NUMBER.sub("#", new):
        return False
    pairs = zip(_NUMBER.findall(old), _NUMBER.findall(new), strict=True)
    return all(a == b or _neighbours(a, b) for a, b in pairs)


def _neighbours(a: str, b: str) -> bool:
    mantissa_a, _, exponent_a = a.partition("e")
    mantissa_b, _, exponent_b = b.partition("e")
    places_a = len(mantissa_a.partition(".")[2])
    places_b = len(mantissa_b.partition(".")[2])
    if exponent_a != exponent_b or places_a != places_b or not places_a:
        return False
    # No distance at all is 0 and minus zero: that is no rounding.
    return 0 < abs(float(mantissa_a) - float(mantissa_b)) < 1.5 * 10.0**-places_a
