"""Every line of every accepted text: removed, doubled, changed, blank, exchanged."""

from collections.abc import Iterator
from functools import partial
from random import Random

from galley.source.program import Program

from .trial import Mutant, Sound, Trial, wrong


def trials(sound: Sound, random: Random) -> Iterator[Trial]:
    """List every change of every line of every accepted text."""
    for program in sound.book.programs.values():
        file = sound.book.accepted_place(program.path).file
        rows = (
            sound.book.accepted_path(program.path)
            .read_text()
            .removesuffix("\n")
            .split("\n")
        )
        for index, row in enumerate(rows):
            for what, new in _changes(rows, index, random):
                change = f"{what}: {row}"
                seen = partial(_seen, sound, program, "\n".join(new) + "\n")
                yield Mutant("accepted", file, index + 1, change), seen
        for what, end in (
            ("the last line end removed", ""),
            ("a line end more", "\n\n"),
        ):
            seen = partial(_seen, sound, program, "\n".join(rows) + end)
            yield Mutant("accepted", file, len(rows), what), seen


def _changes(
    rows: list[str], index: int, random: Random
) -> Iterator[tuple[str, list[str]]]:
    before, row, after = rows[:index], rows[index], rows[index + 1 :]
    yield "removed", [*before, *after]
    yield "doubled", [*before, row, row, *after]
    yield "changed", [*before, _changed(row, random), *after]
    yield "a blank at its end", [*before, row + " ", *after]
    if after and after[0] != row:
        yield "exchanged with the next", [*before, after[0], row, *after[1:]]


def _changed(row: str, random: Random) -> str:
    """Change one letter or digit into the next."""
    places = [
        n for n, letter in enumerate(row) if letter.isascii() and letter.isalnum()
    ]
    if not places:
        return row + "0"
    place = random.choice(places)
    letter = row[place]
    following = {"9": "0", "z": "a", "Z": "A"}.get(letter, chr(ord(letter) + 1))
    return row[:place] + following + row[place + 1 :]


def _seen(sound: Sound, program: Program, text: str) -> bool:
    path = sound.copy.accepted_path(program.path)
    before = path.read_text()
    path.write_text(text)
    try:
        return wrong(sound.copy, {program.path: sound.results[program.path]})
    finally:
        path.write_text(before)
