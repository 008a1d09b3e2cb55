"""pytest-examples: blocks whose `print` is followed by comments with what it prints."""

from tests.bench.lies import render
from tests.bench.lies.document import Block, Document
from tests.bench.lies.render import Rendered
from tests.bench.lies.tool import Tool

_TEST = """\
import pytest
from pytest_examples import CodeExample, EvalExample, find_examples


@pytest.mark.parametrize("example", find_examples("doc.md"), ids=str)
def test_docstrings(example: CodeExample, eval_example: EvalExample):
    eval_example.run_print_check(example)
"""


def _block(it: Block) -> list[str]:
    code = render.saving(it)
    if it.shown:
        lines = code.splitlines()
        indent = lines[-1][: len(lines[-1]) - len(lines[-1].lstrip())]
        shown = "\n".join(f"{indent}#> {line}" for line in it.shown.splitlines())
        code = f"{code}\n{shown}"
    return [render.fence(code, it), *render.sentences(it), *render.picture(it)]


def _render(it: Document) -> Rendered:
    text = render.page(it, map(_block, it.blocks))
    return {"doc.md": text, "test_doc.py": _TEST, **it.files}


TOOL = Tool("pytest-examples", _render, "pytest", ("doc.md", "line.png"))
