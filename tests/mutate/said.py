"""What readers are told: sentences, digits, alternative texts, blocks."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from galley.source import inline
from galley.source.page import Block, Quote, Run

from .trial import Mutant, Sound, Trial

KINDS = ("digit", "equation", "sentence", "alt", "block", "quote", "highlight")

_NUMBER = re.compile(r"(?<![\w.])\d[\d.]*\d(?!\w)")
_CLAIM = re.compile(r"`\{claim\}\s")
_VERB = re.compile(r" (?:is|are|has|does|can|was|were) ")
_ALT = re.compile(r'(?<= alt=")[^"]*(?=")')
_HIGHLIGHT = re.compile(r'(?<= hl=")[^"]*(?=")')
_SYMBOL = re.compile(r'(?<=--8<-- ")[^":]+:(?P<name>[^"]+)(?=")')

Change = tuple[int, str, str]
"""The line, what is changed, and the whole page after it."""


def trials(sound: Sound, kind: str) -> Iterator[Trial]:
    """List every change of one kind, of every page."""
    changes = {
        "digit": _digits,
        "equation": _equations,
        "sentence": _sentences,
        "alt": _alts,
        "block": _blocks,
        "quote": _quotes,
        "highlight": _highlights,
    }[kind]
    for path in sound.book.pages:
        file = f"{sound.book.project.docs}/{path}"
        for line, what, new in changes(sound, path, sound.source(path)):
            mutant = Mutant(kind, file, line, what)
            yield mutant, partial(sound.sees, path, new)


def _replaced(source: str, start: int, end: int, text: str) -> tuple[int, str]:
    return source.count("\n", 0, start) + 1, source[:start] + text + source[end:]


def _digits(sound: Sound, path: str, source: str) -> Iterator[Change]:
    """Count the first digit of a typed number one up."""
    for start, end in sound.prose(path, source):
        for it in _NUMBER.finditer(inline.plain(source[start:end])):
            at = start + it.start()
            digit = str((int(source[at]) + 1) % 10)
            line, new = _replaced(source, at, at + 1, digit)
            yield line, f"{it[0]} → {digit}{it[0][1:]}", new


def _equations(sound: Sound, path: str, source: str) -> Iterator[Change]:
    """Count the last digit of each side of an equation of numbers one up."""
    for start, end in sound.prose(path, source):
        for formula in inline.formulas(source[start:end]):
            for it in re.finditer(
                r"(?:=|\\approx) *-?[\d.]*\d(?=\$| *\\\\|\n)", formula[0]
            ):
                at = start + formula.start() + it.end() - 1
                digit = str((int(source[at]) + 1) % 10)
                line, new = _replaced(source, at, at + 1, digit)
                yield line, f"{formula[0]!r}: {it[0]} ends in {digit}", new


def _sentences(_sound: Sound, _path: str, source: str) -> Iterator[Change]:
    """Negate what is claimed, and exchange it with what is claimed next."""
    rows = source.split("\n")
    claimed = [n for n, row in enumerate(rows) if _CLAIM.search(row)]
    for n in claimed:
        said = rows[n][: rows[n].rfind("`{claim}")]
        if verb := _VERB.search(said):
            row = rows[n][: verb.end()] + "not " + rows[n][verb.end() :]
            yield n + 1, f"negated: {said}", "\n".join([*rows[:n], row, *rows[n + 1 :]])
    for n, m in pairwise(claimed):
        if (one := rows[n].partition("`{claim}")) != (
            two := rows[m].partition("`{claim}")
        ):
            new = [*rows]
            new[n], new[m] = two[0] + "".join(one[1:]), one[0] + "".join(two[1:])
            yield n + 1, f"exchanged with the next claimed: {one[0]}", "\n".join(new)


def _alts(_sound: Sound, _path: str, source: str) -> Iterator[Change]:
    """Exchange an alternative text with the next."""
    for one, two in pairwise(_ALT.finditer(source)):
        if one[0] != two[0]:
            line = source.count("\n", 0, one.start()) + 1
            between = source[one.end() : two.start()]
            new = (
                source[: one.start()] + two[0] + between + one[0] + source[two.end() :]
            )
            yield line, f"exchanged with the next: {one[0][:40]}", new


def _blocks(sound: Sound, path: str, source: str) -> Iterator[Change]:
    """Delete a block."""
    rows = source.split("\n")
    for it in sound.book.pages[path].parts:
        if isinstance(it, Block):
            size = it.body.count("\n") + 3 if it.body else 2
            new = "\n".join(rows[: it.line - 1] + rows[it.line - 1 + size :])
            what = f"{it.program}:{it.cell}" if isinstance(it, Run) else it.body[:40]
            yield it.line, f"a block deleted: {what!r}", new


def _quotes(sound: Sound, path: str, source: str) -> Iterator[Change]:
    """Quote another symbol of the same file."""
    quotes = [it for it in sound.book.pages[path].parts if isinstance(it, Quote)]
    symbols = {
        it.path: [o.symbol for o in quotes if o.path == it.path] for it in quotes
    }
    for it in _SYMBOL.finditer(source):
        file, _, name = it[0].partition(":")
        for other in symbols.get(file, []):
            if other != name:
                line, new = _replaced(source, it.start(), it.end(), f"{file}:{other}")
                yield line, f"{it[0]} → {other}", new
                break


def _highlights(sound: Sound, path: str, source: str) -> Iterator[Change]:
    """Mark another line of the same cell."""
    for it in sound.book.pages[path].parts:
        if isinstance(it, Run) and it.highlights:
            script = sound.book.programs[it.program]
            cell = script.cell(it.cell)
            rows = cell.source.split("\n") if cell else []
            other = [r.strip() for r in rows if r.strip() and '"' not in r]
            other = [r for r in other if not any(h in r for h in it.highlights)]
            start = source.index("\n".join(source.split("\n")[it.line - 1 :]))
            found = _HIGHLIGHT.search(source, start)
            if other and found:
                line, new = _replaced(source, found.start(), found.end(), other[0])
                yield line, f"hl={found[0]} → {other[0]}", new
