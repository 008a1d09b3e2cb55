"""MyST-NB: Sphinx runs the cells of a page in MyST and shows their outputs."""

from tests.bench.lies import render
from tests.bench.lies.document import Block, Document
from tests.bench.lies.render import Rendered
from tests.bench.lies.tool import Tool

HEAD = """\
---
file_format: mystnb
kernelspec: {display_name: Python 3, name: python3}
---

"""
_CONF = """\
project = "Halves"
root_doc = "doc"
extensions = ["myst_nb"]
exclude_patterns = ["_build"]
nb_execution_raise_on_error = True
"""
TAG = ":tags: [raises-exception]\n"


def cell(it: Block) -> str:
    """Write a block as a cell of MyST."""
    code = (TAG if it.raises else "") + render.showing(it)
    return render.fence(code, it, f"{{code-cell}} {it.form.language}")


def _block(it: Block) -> list[str]:
    parts = [cell(it)]
    if it.value:
        text, name, _ = it.value
        glue = f'from myst_nb import glue\nglue("{name}", {name}, display=False)'
        parts.append(f"```{{code-cell}} python\n:tags: [remove-cell]\n{glue}\n```")
        parts.append(text.format(f"{{glue:text}}`{name}`"))
    says = [it.says] if it.says else []
    return [*parts, *says, *([it.alt] if it.alt else [])]


def _render(it: Document) -> Rendered:
    text = HEAD + render.page(it, map(_block, it.blocks))
    return {"doc.md": text, "conf.py": _CONF, **it.files}


TOOL = Tool(
    "MyST-NB",
    _render,
    "sphinx-build -W -b html . _build/html",
    ("_build/html/doc.html", "_build/html/_images/*"),
    limit=30,
    settings="`nb_execution_raise_on_error`, and Sphinx's `-W`",
)
