"""Values and claims in sentences: what is read, and what cannot be."""

from galley.source import inline
from galley.source.page import ClaimRef, ValueRef

UNREAD = "a value or a claim that cannot be read here"


def read(text: str) -> tuple[list[object], list[tuple[int, str]]]:
    """Return what was read, and the line and fact of each complaint."""
    said: list[tuple[int, str]] = []
    prose = inline.read(
        text, 10, "part/walk.md", lambda line, fact, *_: said.append((line, fact))
    )
    return [it for it in prose.parts if isinstance(it, (ValueRef, ClaimRef))], said


def test_a_lone_backtick_hides_a_mark_and_the_line_is_that_of_the_mark() -> None:
    """Marks that were read before it do not shift the count."""
    marks, said = read("x\nis `{python} walk.x:d`,\nthen ` and\n`{claim} walk.falls`.")

    assert len(marks) == 1
    assert said == [(13, UNREAD)]


def test_a_malformed_mark_is_named_once() -> None:
    """It was tried and refused, so no backtick is missing."""
    _, said = read("It falls. `{claim} walk.Falls`")

    assert said == [(10, "malformed inline reference `{claim} walk.Falls`")]


def test_a_mark_shown_as_code_is_none() -> None:
    """Two backticks around it show it as it is."""
    assert read("Write `` `{claim} walk.falls` `` there.") == ([], [])
