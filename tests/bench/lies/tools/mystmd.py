"""Jupyter Book 2: MyST's own engine runs the cells of a page."""

from tests.bench.lies.document import Block, Document
from tests.bench.lies.render import Rendered, page
from tests.bench.lies.tool import Tool
from tests.bench.lies.tools.myst_nb import HEAD, cell

_SETTINGS = """\
version: 1
project:
  title: Halves
  toc: [{file: doc.md}]
site: {title: Halves, template: theme}
"""
_THEME = "myst: v1\n"
"""The content of the site is complete without a theme, which would be fetched."""
_ROOT = '{"ServerApp": {"allow_root": true}}'
"""Jupyter's server does not start for root otherwise, which many a container is."""


def _block(it: Block) -> list[str]:
    parts = [cell(it)]
    if it.value:
        text, name, _ = it.value
        parts.append(text.format(f"{{eval}}`{name}`"))
    says = [it.says] if it.says else []
    return [*parts, *says, *([it.alt] if it.alt else [])]


def _render(it: Document) -> Rendered:
    text = HEAD + page(it, map(_block, it.blocks))
    site = {"doc.md": text, "myst.yml": _SETTINGS, "theme/template.yml": _THEME}
    return {**site, "jupyter_server_config.json": _ROOT, **it.files}


TOOL = Tool(
    "Jupyter Book 2",
    _render,
    "JUPYTER_CONFIG_DIR=$PWD jupyter book build --site --execute --strict",
    ("_build/site/content/*.json", "_build/site/public/*"),
    distribution="jupyter-book",
)
