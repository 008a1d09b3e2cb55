"""Every value and every claim in a sentence."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from galley.bound.value import format_value
from galley.source.page import ClaimRef, Page, ValueRef

from .trial import Mutant, Sound, Trial

_TYPES = {"value": ValueRef, "claim": ClaimRef}

_MARK = re.compile(r"(?<!`)`\{(?:python|claim)\}\s+([^`]*)`(?!`)")
_PLACES = re.compile(r"\d+(?=[a-z%]?$)")


def trials(sound: Sound, kind: str) -> Iterator[Trial]:
    """List every change of every value, or of every claim, of every page."""
    for page in sound.book.pages.values():
        file = f"{sound.book.project.docs}/{page.path}"
        source = sound.source(page.path)
        marks = list(_marks(sound, page, source))
        assert len(marks) == len(page.references), page.path
        for index, (mark, reference) in enumerate(
            zip(marks, page.references, strict=True)
        ):
            if not isinstance(reference, _TYPES[kind]):
                continue
            for what, new in _changed(sound, source, marks[index:], reference):
                mutant = Mutant(kind, file, reference.line, f"{mark[0]} {what}")
                yield mutant, partial(sound.sees, page.path, new)


def _changed(
    sound: Sound,
    source: str,
    marks: Sequence["re.Match[str]"],
    reference: ValueRef | ClaimRef,
) -> Iterator[tuple[str, str]]:
    """Change the first of these marks, or exchange it with the second."""
    first, *following = marks
    before = source[: first.start()]
    for what, text in _changes(sound, first[0], reference):
        yield what, before + text + source[first.end() :]
    if following and following[0][0] != first[0]:
        second = following[0]
        between, after = source[first.end() : second.start()], source[second.end() :]
        new = before + second[0] + between + first[0] + after
        yield f"exchanged with {second[0]}", new


def _marks(sound: Sound, page: Page, source: str) -> Iterator["re.Match[str]"]:
    """Find where references stand: what is shown as an example is none."""
    for mark in _MARK.finditer(source):
        without = source[: mark.start()] + source[mark.end() :]
        count = len(sound.parsed(page.path, without).references)
        if count < len(page.references):
            yield mark


def _changes(
    sound: Sound, mark: str, reference: ValueRef | ClaimRef
) -> Iterator[tuple[str, str]]:
    script = sound.book.programs[reference.program]
    result = sound.results[reference.program]
    named = f".{reference.name}"

    def renamed(name: str) -> tuple[str, str]:
        return f"→ {name}", f".{name}".join(mark.rsplit(named, 1))

    yield renamed("nothing")
    if isinstance(reference, ClaimRef):
        yield "removed", ""
        others = script.names("claim")
    else:
        # What it shows today, typed by hand, is true until the program changes.
        yield "typed by hand", format_value(result.values, reference)
        others = list(result.values)
        if spec := _other_format(reference.spec):
            yield f"→ :{spec}", mark.replace(f":{reference.spec}`", f":{spec}`")
    for name in others:
        if name != reference.name and _shows(sound, reference, name):
            yield renamed(name)
            break


def _shows(sound: Sound, reference: ValueRef | ClaimRef, name: str) -> bool:
    """Tell whether the mark would stand with another name, too."""
    if isinstance(reference, ClaimRef):
        return True
    other = ValueRef(reference.program, name, reference.index, reference.spec, 0, False)
    try:
        format_value(sound.results[reference.program].values, other)
    except ValueError:
        return False
    return True


def _other_format(spec: str) -> str:
    """Ask for one place more."""
    if match := _PLACES.search(spec):
        return spec[: match.start()] + str(int(match[0]) + 1) + spec[match.end() :]
    return f">40{spec}" if spec else ""
