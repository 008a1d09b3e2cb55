"""xdoctest: the examples in docstrings, one for each function."""

import textwrap

from tests.bench.lies import render
from tests.bench.lies.document import USUAL, Block, Document
from tests.bench.lies.render import Rendered
from tests.bench.lies.tool import Tool


def _function(it: Block) -> str:
    code = render.session(it, render.saving(it) if it.alt else "")
    example = f"Example:\n{textwrap.indent(code, '    ')}"
    if it.form != USUAL:
        example = render.fence(it.program, it)
    parts = [f"The block {it.name}.", example, *render.sentences(it)]
    text = textwrap.indent("\n\n".join([*parts, *render.picture(it)]), "    ")
    return f'def {it.name}():\n    r"""\n{text}\n    """\n'


def _render(it: Document) -> Rendered:
    head = f'"""{it.title}\n\n{it.lead}\n"""\n'
    return {"doc.py": "\n\n".join([head, *map(_function, it.blocks)]), **it.files}


TOOL = Tool("xdoctest", _render, "xdoctest doc.py", ("doc.py", "line.png"))
