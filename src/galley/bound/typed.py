"""Where does each number come from that a person typed into a sentence? Pure.

    claim     the sentence is asserted, and accepted with what asserts it
    run       a program of this part of the page, or of a part beside it, has the number
              in its text, or printed it
    formula   a formula of the page has it
    source    the sentence names a year, or the number a release: the world outside
    nothing   none of these

A part of a page is what stands below a heading of the second level.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from galley.bound.book import Bound
from galley.bound.formulas import formulas
from galley.bound.page import BoundPage, Code
from galley.child.result import Raised, Result, Text
from galley.source import typed as source
from galley.source.page import Prose

Kind = Literal["claim", "run", "formula", "source", "nothing"]

_IN_CODE = re.compile(r"(?<![A-Za-z_])\d[\d_]*(?:\.\d+)?(?:e[-+]?\d+)?")
_YEAR = re.compile(r"(?<![\w.])(?:1[6-9]|20)\d\d(?![\w.]\d)")


@dataclass(frozen=True)
class Typed:
    """A number of two or more digits in a sentence."""

    line: int
    written: str
    kind: Kind


def typed(bound: Bound, page: BoundPage, releases: Iterable[str] = ()) -> list[Typed]:
    """Say of each typed number of a page where it comes from.

    Args:
        bound: The book with its results.
        page: One of its pages, whose programs have results.
        releases: Versions that sentences may name, `2.13.0`, whole or in part.
    """
    prose = [it for it in page.page.parts if isinstance(it, Prose)]
    rows = [row for it in prose for row in source.rows(it)]
    starts = [line for line, row in rows if row.startswith("## ")]
    run = _from_runs(bound, page, starts)
    formula = {
        _value(it) for _, text in formulas(page) for it in source.in_formula(text)
    }
    known = {".".join(it.split(".")[:n]) for it in releases for n in range(2, 5)}

    def kind(line: int, row: str, written: str) -> Kind:
        number = written.rstrip("% \u00a0")
        values = {_value(number)}
        if written.endswith("%"):
            values.add(_value(f"{number}e-2"))
        part = bisect_right(starts, line)
        if any(values & run[it] for it in (part - 1, part, part + 1)):
            return "run"
        if values & formula:
            return "formula"
        return "source" if _YEAR.search(row) or number in known else "nothing"

    found: list[Typed] = []
    for line, row in rows:
        claimed, _, rest = row.rpartition(source.ASSERTED)
        found += [Typed(line, it, "claim") for it in source.in_sentence(claimed)]
        found += [
            Typed(line, it, kind(line, row, it)) for it in source.in_sentence(rest)
        ]
    return found


def _from_runs(
    bound: Bound, page: BoundPage, starts: list[int]
) -> defaultdict[int, set[Decimal]]:
    """Collect the numbers of programs and of quotations, by the part of the page."""
    found: defaultdict[int, set[Decimal]] = defaultdict(set)
    for part in page.parts:
        if isinstance(part, Code):
            found[bisect_right(starts, part.block.line)] |= _numbers(part.text)
    named = (*page.page.runs, *page.page.references)
    for where, path in {(bisect_right(starts, it.line), it.program) for it in named}:
        found[where] |= _numbers(bound.book.programs[path].source)
        found[where] |= _numbers(_said(bound.results[path]))
    return found


def _said(result: Result) -> str:
    """Write all that a run printed and raised."""
    outputs = (it for cell in result.outputs.values() for it in cell)
    return "\n".join(it.text for it in outputs if isinstance(it, Text | Raised))


@lru_cache(4096)  # several pages speak of one program
def _numbers(text: str) -> frozenset[Decimal]:
    return frozenset(map(_value, _IN_CODE.findall(text)))


def _value(written: str) -> Decimal:
    return Decimal(re.sub(r"[\s_\\,]", "", written)).normalize()
