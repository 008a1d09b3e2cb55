"""Writes the book of `books` as each of the other tools wants it.

The programs are the same, cell by cell, and so are the pages, except that a page of
Sphinx-Gallery is one program: its pages here are folders. Each function writes into
an empty folder, and may be called again after a program has been edited.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from galley.source.program import Program, parse
from tests.bench.books import INTRODUCTION, MKDOCS, page_name, page_of

Sources = Mapping[int, str]
"""Programs by number."""

_INLINE_SVG = """\
from io import StringIO
picture = StringIO()
plt.savefig(picture, format="svg")
plt.close("all")
print(picture.getvalue())"""
"""How markdown-exec's gallery shows a figure."""
_CONF = """\
project = "Bench"
exclude_patterns = ["examples"]
extensions = ["sphinx.ext.mathjax", "sphinx_gallery.gen_gallery"]
sphinx_gallery_conf = {
    "examples_dirs": "examples",
    "gallery_dirs": "gallery",
    "filename_pattern": r"/p\\d+",
    "abort_on_example_error": True,
}
"""


def _cells(number: int, source: str) -> Program:
    name = f"bench/p{number}.py"
    return parse(source, name, name)


def markdown_exec(root: Path, sources: Sources, pages: int) -> None:
    """Write Markdown with blocks of code; those of a program share a session."""
    plugin = ", markdown-exec"
    (root / "docs").mkdir(parents=True, exist_ok=True)
    (root / "mkdocs.yml").write_text(MKDOCS.format(plugin=plugin))
    texts = [f"# Page {n}\n\n" for n in range(pages)]
    for number, source in sources.items():
        text = INTRODUCTION.format(number=number)
        end = 'print(f"It ends at {x_last:.4f}.")'
        last = ""
        for cell in _cells(number, source).cells:
            option = f'session="p{number}" exec="on"'
            if cell.kind == "claim":
                last = _block(option, f"{cell.source}\n{end}")
            elif "plt.show()" in cell.source:
                code = cell.source.replace("plt.show()", _INLINE_SVG)
                text += _block(f'{option} source="above" html="on"', code)
            else:
                text += _block(f'{option} source="above" result="text"', cell.source)
        texts[page_of(number, pages)] += text + last
    for page, text in enumerate(texts):
        (root / "docs" / f"{page_name(page)}.md").write_text(text)


def _block(options: str, code: str) -> str:
    return f"```python {options}\n{code}\n```\n\n"


def mkdocs_jupyter(root: Path, sources: Sources, pages: int) -> None:
    """Write a notebook for each page, without outputs; its programs share a kernel."""
    # Each page is executed, a failure stops the build, and results are kept.
    settings = '{include: ["*.ipynb"], execute: true, allow_errors: false, cache: true}'
    plugin = f", mkdocs-jupyter: {settings}"
    (root / "docs").mkdir(parents=True, exist_ok=True)
    (root / "mkdocs.yml").write_text(MKDOCS.format(plugin=plugin))
    books = [[_markdown(f"# Page {n}")] for n in range(pages)]
    for number, source in sources.items():
        cells = [_markdown(INTRODUCTION.format(number=number).strip())]
        cells += [_code(it.source) for it in _cells(number, source).cells]
        cells.append(_code('print(f"It ends at {x_last:.4f}.")'))
        books[page_of(number, pages)] += cells
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    for page, cells in enumerate(books):
        for place, cell in enumerate(cells):
            cell["id"] = f"cell{place}"
        notebook = {
            "cells": cells,
            "metadata": {"kernelspec": kernel},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
        path = root / "docs" / f"{page_name(page)}.ipynb"
        path.write_text(json.dumps(notebook))


def _markdown(text: str) -> dict[str, object]:
    return {"cell_type": "markdown", "metadata": {}, "source": text}


def _code(source: str) -> dict[str, object]:
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {},
        "outputs": [],
        "source": source,
    }


def sphinx_gallery(root: Path, sources: Sources, pages: int) -> None:
    """Write a script for each program, and a folder of scripts for each page."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "conf.py").write_text(_CONF)
    toc = ".. toctree::\n\n   gallery/index\n"
    (root / "index.rst").write_text(f"Bench\n=====\n\n{toc}")
    for page in range(pages):
        folder = root / "examples" / page_name(page)
        folder.mkdir(parents=True, exist_ok=True)
        title = f"Page {page}"
        (folder / "README.rst").write_text(f"{title}\n{'-' * len(title)}\n")
    (root / "examples" / "README.rst").write_text("Programs\n========\n")
    for number, source in sources.items():
        title = f"Descent {number}"
        rule = rf":math:`x_{{t+1}} = x_t - \eta f'(x_t)` with the target {number}"
        text = f'"""\n{title}\n{"=" * len(title)}\n\nThe rule is {rule}.\n"""\n'
        for cell in _cells(number, source).cells:
            text += f"\n# %%\n# {cell.name.capitalize()}:\n{cell.source}\n"
        text += '\n# %%\n# The end:\nprint(f"It ends at {x_last:.4f}.")\n'
        folder = root / "examples" / page_name(page_of(number, pages))
        path = folder / f"p{number}.py"
        if not path.is_file() or path.read_text() != text:
            path.write_text(text)
