"""Sentences of a bound page as text; values and claims as a flavour has them. Pure."""

from collections.abc import Callable, Iterator

from galley.bound.page import Gap, Value, Words
from galley.render import markdown
from galley.source.page import ClaimRef


def words(
    part: Words, value: Callable[[Value], str], claim: Callable[[ClaimRef], str]
) -> Iterator[str]:
    """Write prose piece by piece.

    Args:
        part: The prose.
        value: Writes a value.
        claim: Writes the mark of a claim.
    """
    for it, following in zip(part.parts, (*part.parts[1:], ""), strict=True):
        match it:
            case Value():
                yield value(it)
            case ClaimRef():
                yield claim(it)
            case Gap(fact):
                yield f"**{markdown.literal(fact)}**"
            case str():  # a mark belongs to its sentence, whatever stands between
                yield it.rstrip(" ") if isinstance(following, ClaimRef) else it


def plain(value: Value) -> str:
    """Write a value as text that Markdown leaves as it is."""
    return value.text if value.mark.in_formula else markdown.literal(value.text)
