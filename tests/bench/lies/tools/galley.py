"""galley: programs beside the page, held against what is accepted of them in git."""

from functools import partial

from tests.bench.lies import render
from tests.bench.lies.document import TRACE, TRUE, Block, Document
from tests.bench.lies.render import Rendered
from tests.bench.lies.tool import Tool
from tests.bench.lies.tools.sphinx_gallery import plotting

_MKDOCS = """\
site_name: Halves
theme: {name: material, font: false}
plugins: [search, galley]
markdown_extensions:
  - admonition
  - attr_list
  - pymdownx.details
  - pymdownx.superfences
  - pymdownx.blocks.html
  - pymdownx.arithmatex: {generic: true}
  - toc: {permalink: true}
"""
_HEAD = "---\ntitle: Halves\ndescription: A number, halved.\n---\n\n"
_BUILD = "python -m mkdocs build --strict"
_GALLEY = 'python -c "from galley.cli import main; main()"'


def _program(it: Block) -> str:
    error, _, message = it.raises.partition(": ")
    raises = f" raises {error}: {message[:15]}" if error else ""
    text = f'"""The block {it.name}."""\n\n# %% {it.name}{raises}\n{plotting(it)}\n'
    text = text.replace('Path("', 'Path(__file__).with_name("').replace(
        f"{TRACE}\n", ""
    )
    return f"{text}\n# %% claim: holds\n{it.asserts}\n" if it.asserts else text


def _block(it: Block) -> list[str]:
    more = ' exec="on"' + (f' alt="{it.alt}"' if it.alt else "")
    line = f'--8<-- "halves/{it.name}.py:{it.name}"'
    parts = [render.fence(line, it, more=more)]
    if it.value:
        text, name, _ = it.value
        parts.append(text.format(f"`{{python}} {it.name}.{name}:.1f`"))
    return [*parts, *([f"{it.says} `{{claim}} {it.name}.holds`"] if it.says else [])]


def _accepted(new: str, had: str) -> str:
    old = TRUE["halve"].shown
    return had.replace(f"\n{old}\n", f"\n{new}\n")


def _render(it: Document) -> Rendered:
    files: Rendered = {
        "docs/halves.md": _HEAD + render.page(it, map(_block, it.blocks)),
        "docs/index.md": "---\ntitle: Home\ndescription: A book.\n---\n\n# Home\n",
        "pyproject.toml": "[tool.galley]\n",
        "mkdocs.yml": _MKDOCS,
    }
    files |= {f"snippets/halves/{b.name}.py": _program(b) for b in it.blocks}
    files |= {
        f"src/{name}": text for name, text in it.files.items() if name[-2:] == "py"
    }
    files["snippets/halves/weight.txt"] = it.files["weight.txt"]
    files["snippets/halves/halve.out"] = partial(_accepted, it["halve"].shown)
    return files


TOOL = Tool(
    "galley",
    _render,
    _BUILD,
    ("site/halves/index.html",),
    accept=f"{_GALLEY} accept docs/halves.md",
    limit=600,
    lowered=f"echo 'time_limit = 1' >> pyproject.toml && {_BUILD}",
    ours=True,
    distribution="downhill",
    notes={
        "edited": "an installed package is known by its version",
        "sleep": "work ends after 60 s, waiting after 600 s; tried with 1 s and 10 s",
        "untied": "a sentence without a tick is its author's",
    },
)
