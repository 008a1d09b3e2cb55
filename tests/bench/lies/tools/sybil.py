"""Sybil: parsers find examples in a page; the blocks here are sessions with prompts."""

from tests.bench.lies import render
from tests.bench.lies.document import Block, Document
from tests.bench.lies.render import Rendered
from tests.bench.lies.tool import Tool

_CONFTEST = """\
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    patterns=["*.md"],
).pytest()
"""


def _block(it: Block) -> list[str]:
    code = render.session(it, render.saving(it) if it.alt else "")
    parts = [render.fence(code, it), *render.sentences(it)]
    return [*parts, *render.picture(it)]


def _render(it: Document) -> Rendered:
    text = render.page(it, map(_block, it.blocks))
    return {"doc.md": text, "conftest.py": _CONFTEST, **it.files}


TOOL = Tool(
    "sybil",
    _render,
    "pytest",
    ("doc.md", "line.png"),
    notes={"blanks": "seen with the flag `KEEP_TRAILING_WHITESPACE`"},
)
