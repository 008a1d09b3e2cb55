"""markdown-exec: MkDocs runs the blocks of a page and puts their output behind them."""

from tests.bench.lies import render
from tests.bench.lies.document import Block, Document
from tests.bench.lies.render import Rendered
from tests.bench.lies.tool import Tool

_MKDOCS = """\
site_name: Halves
plugins: [markdown-exec]
markdown_extensions: [admonition, pymdownx.superfences]
"""


_FIGURE = """\
import base64
from draw import png
HEIGHTS
print(f'<img src="data:image/png;base64,{base64.b64encode(png(heights)).decode()}">')"""


def _block(it: Block) -> list[str]:
    code, how = render.saving(it), 'result="text"'
    if it.alt:  # as its gallery shows figures: printed, as HTML
        code = _FIGURE.replace("HEIGHTS", it.code.splitlines()[1])
        how = 'html="on"'
    option = f' exec="on" source="above" {how} session="{it.name}"'
    parts = [render.fence(code, it, more=option)]
    if it.value:
        text, name, _ = it.value
        says = f'print(f"{text.format("{" + name + "}")}")'
        parts.append(f'```python exec="on" session="{it.name}"\n{says}\n```')
    says = [it.says] if it.says else []
    return [*parts, *says, *([it.alt] if it.alt else [])]


def _render(it: Document) -> Rendered:
    text = render.page(it, map(_block, it.blocks))
    return {"docs/index.md": text, "mkdocs.yml": _MKDOCS, **it.files}


TOOL = Tool(
    "markdown-exec",
    _render,
    "mkdocs build --strict",
    ("site/index.html",),
    settings="`session`: what is shown and the sentence behind it share names",
    notes={"name": "blocks share names on demand: `session`"},
)
