"""A bound page → a notebook with outputs, as JSON-able data. Pure."""

from collections.abc import Callable, Mapping
from typing import Any

from galley.bound.page import BoundPage, Code, Drawn, Embed, Gap, Shown, Words
from galley.child.result import Figure, Raised, Result, Text
from galley.child.script import Cell, lines
from galley.render import svg
from galley.render.markdown import ADMONITION, seen
from galley.render.words import plain, words
from galley.source.program import Program

Notebook = dict[str, Any]
Draw = Callable[[Drawn], dict[str, Any]]
"""Writes a figure as the data of an output, by MIME type."""


def plain_svg(drawn: Drawn) -> dict[str, Any]:
    """Write a figure as SVG, with its alternative text as its text."""
    text = svg.plain_svg(drawn.figure.svg, drawn.alt)
    return {"image/svg+xml": lines(text, ends=True), "text/plain": [drawn.alt]}


def notebook(page: BoundPage, draw: Draw = plain_svg) -> Notebook:
    """Turn a page into a notebook that runs from top to bottom.

    Cells that the page does not show (claims, data, and what stands before the first
    cell it shows) run where the program has them, so that names are always defined.

    Args:
        page: A page without gaps.
        draw: Writes a figure.
    """
    cells: list[dict[str, Any]] = []
    prose: list[str] = []
    done: dict[str, int] = {}
    flattener = Flattener()
    running: Program | None = None

    def flush() -> None:
        text = "".join(prose).strip("\n")
        prose.clear()
        if text:
            cells.append(_markdown(text, len(cells)))

    def code(cell: Cell, program: Program, shown: tuple[Shown, ...]) -> None:
        cells.append(_code(cell, program, shown, draw, len(cells)))

    for part in page.parts:
        match part:
            case Words():
                text = "".join(words(part, plain, lambda _: ""))
                prose.append(flattener.text(text))
            case Embed(block, program, cell, result, shown):
                flush()
                flattener.at(block.indent)
                left = running if program is not running else None
                if undone := _undone(left, page.undo):
                    code(undone, program, ())
                running = program
                if block.again:
                    continue
                last = program.cells.index(cell)
                for it in program.cells[done.get(program.path, 0) : last]:
                    code(it, program, _unnamed(it, result))
                code(cell, program, shown)
                done[program.path] = last + 1
                if _last_shown(page, part):
                    for it in program.cells[last + 1 :]:
                        if it.kind != "code":
                            code(it, program, _unnamed(it, result))
            case Code(block, text):
                flattener.at(block.indent)
                prose.append(f"\n```{block.language}\n{text}\n```\n")
            case Gap(fact):
                prose.append(f"**{fact}**")
    flush()
    return {
        "cells": cells,
        "metadata": {
            "kernelspec": {
                "display_name": "Python 3",
                "language": "python",
                "name": "python3",
            },
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def _undone(program: Program | None, undo: Mapping[str, str]) -> Cell | None:
    """Undo what would outlive a program here: in the book each has its own process."""
    said = program.source if program else ""
    codes = [code.strip("\n") for word, code in undo.items() if word in said]
    return Cell("fresh-start", "code", "\n".join(codes), 1) if codes else None


def _last_shown(page: BoundPage, embed: Embed) -> bool:
    path = embed.program.path
    same = [it for it in page.embeds if it.program.path == path and not it.block.again]
    return same[-1] is embed


def _unnamed(cell: Cell, result: Result) -> tuple[Shown, ...]:
    """Show what a cell produced that the page does not embed."""
    return tuple(
        Drawn("", it, "") if isinstance(it, Figure) else it
        for it in result.outputs.get(cell.name, ())
    )


class Flattener:
    """Opens admonitions up: a notebook cannot put cells of code inside them.

    Titles become bold lines, contents lose their indent. It remembers which admonitions
    are open, since a page's text reaches it in pieces, around cells of code.
    """

    def __init__(self) -> None:
        """Begin outside of all admonitions."""
        self._open: list[str] = []

    def at(self, indent: str) -> None:
        """Leave the admonitions that a block with this indent ends."""
        while self._open and not indent.startswith(self._open[-1]):
            self._open.pop()

    def text(self, text: str) -> str:
        """Flatten the next piece of text."""
        rows = []
        for line in text.split("\n"):
            if line.strip():
                self.at(line[: len(line) - len(line.lstrip())])
            inner = self._open[-1] if self._open else ""
            if match := ADMONITION.match(line):
                rows += [f"**{match['title'] or match['kind'].capitalize()}**", ""]
                self._open.append(match["indent"] + "    ")
            else:
                rows.append(line.removeprefix(inner))
        return "\n".join(rows)


def _markdown(text: str, number: int) -> dict[str, Any]:
    return {
        "cell_type": "markdown",
        "id": f"text-{number}",
        "metadata": {},
        "source": lines(text, ends=True),
    }


def _code(
    cell: Cell, program: Program, shown: tuple[Shown, ...], draw: Draw, number: int
) -> dict[str, Any]:
    metadata: dict[str, Any] = {"galley": {"program": program.path, "cell": cell.name}}
    if cell.raises:
        metadata["tags"] = ["raises-exception"]
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": f"code-{number}",
        "metadata": metadata,
        "outputs": [_output(it, draw) for it in shown],
        "source": lines(cell.source, ends=True),
    }


def _output(shown: Shown, draw: Draw) -> dict[str, Any]:
    match shown:
        case Drawn():
            data = draw(shown)
            return {"output_type": "display_data", "data": data, "metadata": {}}
        case Raised(text):
            name, _, message = text.partition(": ")
            return {
                "output_type": "error",
                "ename": name.rpartition(".")[2],  # as Jupyter writes it
                "evalue": message,
                "traceback": [text],
            }
        case Text(text):
            rows = lines(seen(text) + "\n", ends=True)
            return {"output_type": "stream", "name": "stdout", "text": rows}
