"""Parts of documents that several tools want alike. Pure."""

import ast
import base64
import json
from collections.abc import Callable, Iterable
from typing import Any

from tests.bench.lies.document import DRAWN, USUAL, Block, Document, png

Rendered = dict[str, str | bytes | Callable[[str], str]]
"""Files of a document by path; a function edits what the tool has accepted there."""
ATTEMPT = """\
try:
    {code}
except {error}:
    pass
else:
    raise AssertionError("nothing was raised")"""


def fence(code: str, it: Block, language: str = "", more: str = "") -> str:
    """Write a block of code in the form that it is to have.

    Args:
        code: What stands in the block.
        it: The block, for its form.
        language: What the tool wants in place of the language, if anything.
        more: What the tool wants behind the language.
    """
    form = it.form
    first = f"{form.mark}{form.gap}{language or form.language}{more}{form.more}"
    lines = [first, *code.splitlines(), form.mark]
    text = "\n".join((form.indent + line).rstrip() for line in lines)
    return f"{form.lead}\n\n{text}" if form.lead else text


def output(text: str, language: str = "text") -> str:
    """Write what the page shows as output."""
    return f"```{language}\n{text}\n```"


def attempt(it: Block) -> str:
    """Write code that is true if its exception is raised, without a tool's help."""
    if not it.raises:
        return it.program
    return ATTEMPT.format(code=it.program, error=it.raises.partition(":")[0])


def saving(it: Block) -> str:
    """Write code that saves its figure to the file that the page shows."""
    if not it.alt:
        return attempt(it)
    save = '_ = Path("line.png").write_bytes(png(heights))'
    return "from pathlib import Path\n" + it.code.replace(DRAWN, save)


def sentences(it: Block) -> list[str]:
    """Write the sentences of a block for a tool that has nothing for them."""
    found = [it.value[0].format(it.value[2])] if it.value else []
    return [*found, *([it.says] if it.says else [])]


def picture(it: Block) -> list[str]:
    """Show the file that a block has saved."""
    return [f"![{it.alt}](line.png)"] if it.alt else []


def page(it: Document, parts: Iterable[Iterable[str]]) -> str:
    """Write a page of Markdown from the parts of its blocks."""
    rest = [text for block in parts for text in block]
    return "\n\n".join([f"# {it.title}", it.lead, *rest]) + "\n"


def session(it: Block, code: str = "") -> str:
    """Write code with prompts, and behind it what it prints or raises."""
    code = code or it.program
    lines = code.splitlines()
    found = []
    for node in ast.parse(code).body:
        first, *more = lines[node.lineno - 1 : node.end_lineno]
        found += [f">>> {first}", *(f"... {line}" for line in more)]
    if it.raises:
        found += ["Traceback (most recent call last):", it.raises]
    return "\n".join([*found, *([it.shown] if it.shown else [])])


def showing(it: Block, tag: bool = True) -> str:
    """Write code whose last line shows its figure, as in a notebook.

    Args:
        it: The block.
        tag: Whether the cell itself says that it is to raise.
    """
    if not it.alt:
        return it.program if tag else attempt(it)
    show = "Image(png(heights))"
    return "from IPython.display import Image\n" + it.code.replace(DRAWN, show)


def notebook(it: Document, tag: bool = True) -> str:
    """Write a notebook as Jupyter saves it, with all outputs.

    Args:
        it: The document.
        tag: Whether the cell that is to raise is tagged, or expects it in its code.
    """
    cells = [_prose(f"# {it.title}\n\n{it.lead}")]
    for block in it.blocks:
        if block.form != USUAL:
            cells.append(_prose(fence(block.program, block)))
        else:
            code = showing(block, tag)
            tagged = tag and bool(block.raises)
            cells.append(_code(code, _outputs(block, tagged), tagged))
        cells += [_prose(text) for text in sentences(block)]
        cells += [_prose(text) for text in ([block.alt] if block.alt else [])]
    count = 0
    for place, cell in enumerate(cells):
        cell["id"] = f"cell-{place}"
        if cell["cell_type"] == "code":
            cell["execution_count"] = count = count + 1
            for output in cell["outputs"]:
                if output["output_type"] == "execute_result":
                    output["execution_count"] = count
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    meta = {"kernelspec": kernel, "language_info": {"name": "python"}}
    book = {"cells": cells, "metadata": meta, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(book, indent=1)


Cell = dict[str, Any]
_HEIGHTS = (1, 2, 3)
"""What the stored figure was drawn from, whatever the code says by now."""


def _prose(text: str) -> Cell:
    return {"cell_type": "markdown", "metadata": {}, "source": text}


def _code(text: str, outputs: list[Cell], tagged: bool) -> Cell:
    meta = {"tags": ["raises-exception"]} if tagged else {}
    return {"cell_type": "code", "metadata": meta, "source": text, "outputs": outputs}


def _outputs(it: Block, tagged: bool) -> list[Cell]:
    found: list[Cell] = []
    if it.shown:
        found.append(
            {"name": "stdout", "output_type": "stream", "text": f"{it.shown}\n"}
        )
    if tagged:
        name, _, value = it.raises.partition(": ")
        error = {"ename": name, "evalue": value, "traceback": [it.raises]}
        found.append({"output_type": "error", **error})
    if it.alt:
        shown = {
            "image/png": base64.b64encode(png(_HEIGHTS)).decode(),
            "text/plain": "<IPython.core.display.Image object>",
        }
        found.append({"output_type": "execute_result", "metadata": {}, "data": shown})
    return found
