"""Numbers that somebody typed into sentences and formulas. Pure.

Numbers of one digit are words in a sentence; what stands in code is no sentence.
"""

import re
from functools import lru_cache
from itertools import chain

from galley.source import inline
from galley.source.page import ClaimRef, Prose

ASSERTED = "\x01"
"""Stands where a claim stands."""
_NUMBER = re.compile(
    r"(?<![\w.])\d+(?:[ \u00a0\u202f]\d{3}(?!\d))*(?:\.\d+)?(?!\w)(?:[ \u00a0]?%)?"
)
_IN_TEX = re.compile(r"\d+(?:\\,\d{3}(?!\d))*(?:\.\d+)?")


def text(prose: Prose) -> str:
    """Write the text of sentences, with blanks for values and marks for claims."""
    return "".join(
        it if isinstance(it, str) else ASSERTED if isinstance(it, ClaimRef) else " "
        for it in prose.parts
    )


@lru_cache(4096)  # a server asks again after each change
def rows(prose: Prose) -> tuple[tuple[int, str], ...]:
    """List lines with their numbers, without code, formulas and targets of links."""
    return tuple(enumerate(inline.plain(text(prose)).split("\n"), prose.line))


def in_sentence(row: str) -> list[str]:
    """List the numbers of two or more digits in a sentence."""
    return [it for it in _NUMBER.findall(row) if sum(map(str.isdigit, it)) > 1]


def in_formula(tex: str) -> list[str]:
    """List the numbers of a formula."""
    return _IN_TEX.findall(tex)


@lru_cache(4096)
def unclaimed(prose: Prose) -> tuple[str, ...]:
    """List the numbers that no claim stands behind: of sentences, then of formulas."""
    rows = (it.rpartition(ASSERTED)[2] for it in text(prose).split("\n"))
    kept = "\n".join(rows)
    formulas = (in_formula(it[0]) for it in inline.formulas(kept))
    return (*in_sentence(inline.plain(kept)), *chain.from_iterable(formulas))
