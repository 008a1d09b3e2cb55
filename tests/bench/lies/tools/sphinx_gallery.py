"""Sphinx-Gallery: scripts become pages, with their outputs and figures."""

from tests.bench.lies import render
from tests.bench.lies.document import DRAW, DRAWN, USUAL, Block, Document
from tests.bench.lies.render import Rendered
from tests.bench.lies.tool import Tool

_CONF = """\
project = "Halves"
extensions = ["sphinx_gallery.gen_gallery"]
exclude_patterns = ["examples"]
sphinx_gallery_conf = {"examples_dirs": "examples", "gallery_dirs": "gallery"}
"""
_INDEX = "Halves\n======\n\n.. toctree::\n\n   gallery/index\n"
_README = "Gallery\n=======\n"


def plotting(it: Block) -> str:
    """Write code that draws its figure with Matplotlib."""
    code = it.code.replace(DRAW, "import matplotlib.pyplot as plt")
    return code.replace(DRAWN, "_ = plt.plot(heights)\nplt.show()")


def _text(text: str) -> str:
    return "# %%\n" + "".join(f"# {line}".rstrip() + "\n" for line in text.splitlines())


def _block(it: Block) -> str:
    words = [*render.sentences(it), *([it.alt] if it.alt else [])]
    if it.form != USUAL:
        return _text(render.fence(it.program, it))
    code = f"# %%\n{plotting(it) if it.alt else render.attempt(it)}\n"
    return "\n".join([code, *map(_text, words)])


def _render(it: Document) -> Rendered:
    head = f'"""\n{it.title}\n{"=" * len(it.title)}\n\n{it.lead}\n"""\n'
    script = "\n".join([head, *map(_block, it.blocks)])
    beside = {
        f"examples/{name}": text for name, text in it.files.items() if name[-2:] != "py"
    }
    modules = {name: text for name, text in it.files.items() if name[-2:] == "py"}
    site = {"conf.py": _CONF, "index.rst": _INDEX, "examples/README.rst": _README}
    return {"examples/plot_doc.py": script, **site, **beside, **modules}


TOOL = Tool(
    "Sphinx-Gallery",
    _render,
    "sphinx-build -b html . _build",
    ("_build/gallery/plot_doc.html", "_build/_images/*"),
)
