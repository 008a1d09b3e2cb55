"""Page + results → a notebook with outputs, as JSON-able data. Pure."""

from collections.abc import Mapping
from typing import Any

from galley.accepted.text import format_value
from galley.child.result import Output, Result
from galley.child.script import Cell, lines
from galley.render import svg as dress
from galley.render.markdown import ADMONITION, literal, printable
from galley.source.book import Book
from galley.source.page import ClaimRef, Page, Prose, Quote, Run, ValueRef
from galley.source.program import Program

Notebook = dict[str, Any]


def notebook(page: Page, book: Book, results: Mapping[str, Result]) -> Notebook:
    """Turn a page into a notebook that runs from top to bottom.

    Cells that the page does not show (claims, data, and what stands before the first
    cell it shows) run where the program has them, so that names are always defined.
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

    for part in page.parts:
        if isinstance(part, Prose):
            prose.append(flattener.text(_prose(part, results)))
        elif isinstance(part, Run):
            flush()
            flattener.at(part.indent)
            program, result = book.programs[part.program], results[part.program]
            cell = program.cell(part.cell)
            assert cell
            last = program.cells.index(cell)
            if program is not running and _changes_types(running):
                cells.append(_fresh_start(program, len(cells)))
            running = program
            if "again" not in part.options:
                for it in program.cells[done.get(program.path, 0) : last + 1]:
                    cells.append(_code(it, program, result, part.alts, len(cells)))
                done[program.path] = max(done.get(program.path, 0), last + 1)
                if _last_shown(page, part):
                    for it in program.cells[last + 1 :]:
                        if it.kind != "code":
                            cells.append(_code(it, program, result, [], len(cells)))
        else:
            quoted = book.quoted(part) if isinstance(part, Quote) else None
            text = quoted[0] if quoted else part.body
            flattener.at(part.indent)
            prose.append(f"\n```{part.language}\n{text}\n```\n")
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


def _changes_types(program: Program | None) -> bool:
    return program is not None and "set_default_dtype" in program.source


def _fresh_start(program: Program, number: int) -> dict[str, Any]:
    """Undo what would outlive a program here: in the book each has its own process."""
    source = "import torch\n\ntorch.set_default_dtype(torch.float32)"
    cell = Cell("fresh-start", "code", source, 1)
    return _code(cell, program, Result(), [], number)


def _last_shown(page: Page, run: Run) -> bool:
    same = [
        r for r in page.runs if r.program == run.program and "again" not in r.options
    ]
    return same[-1] is run


def _prose(part: Prose, results: Mapping[str, Result]) -> str:
    out = []
    for it in part.parts:
        if isinstance(it, ValueRef):
            text = format_value(results[it.program].values, it)
            out.append(text if it.in_formula else literal(text))
        elif not isinstance(it, ClaimRef):
            out.append(it)
    return "".join(out)


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
    cell: Cell, program: Program, result: Result, alts: list[str], number: int
) -> dict[str, Any]:
    outputs = [_output(it, alts) for it in result.outputs.get(cell.name, ())]
    metadata: dict[str, Any] = {"galley": {"program": program.path, "cell": cell.name}}
    if cell.raises:
        metadata["tags"] = ["raises-exception"]
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": f"code-{number}",
        "metadata": metadata,
        "outputs": outputs,
        "source": lines(cell.source, ends=True),
    }


def _output(output: Output, alts: list[str]) -> dict[str, Any]:
    if output.kind == "figure":
        alt = alts[0] if alts else ""
        svg = dress.plain_svg(output.text, alt)
        data = {"image/svg+xml": lines(svg, ends=True), "text/plain": [alt]}
        return {"output_type": "display_data", "data": data, "metadata": {}}
    if output.kind == "raised":
        name, _, message = output.text.partition(": ")
        return {
            "output_type": "error",
            "ename": name.rpartition(".")[2],  # as Jupyter writes it
            "evalue": message,
            "traceback": [output.text],
        }
    text = printable(output.text) + "\n"
    return {
        "output_type": "stream",
        "name": "stdout",
        "text": lines(text, ends=True),
    }
