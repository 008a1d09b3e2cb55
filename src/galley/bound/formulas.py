"""The formulas of a page, with the values in them. Pure."""

from collections.abc import Iterator

from galley.bound.page import BoundPage, Value, Words
from galley.source import arithmetic, inline
from galley.source.page import Prose


def formulas(page: BoundPage) -> Iterator[tuple[int, str]]:
    """List the formulas of a page, each with its line."""
    for source, part in zip(page.page.parts, page.parts, strict=True):
        if isinstance(source, Prose) and isinstance(part, Words):
            text = "".join(map(_text, part.parts))
            for it in inline.formulas(text):
                yield source.line + text.count("\n", 0, it.start()), it[0]


def _text(part: object) -> str:
    if isinstance(part, Value):
        return part.tex if part.mark.in_formula else " "
    return part if isinstance(part, str) else " "


def wrong(page: BoundPage) -> Iterator[tuple[int, str]]:
    """List the equations of numbers that do not hold, each with its line."""
    for line, formula in formulas(page):
        for fact in arithmetic.wrong(formula):
            yield line, fact
