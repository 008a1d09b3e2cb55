"""The small true document, whatever the tool, and how it is edited. Pure."""

import inspect
import struct
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

TRACE = '__import__("pathlib").Path(__import__("os").environ["RAN"]).touch()'
"""A line of code that leaves a trace: the block that holds it has been run."""


@dataclass(frozen=True)
class Form:
    """How the fence of a block is written, where that is not as usual."""

    mark: str = "```"
    gap: str = ""
    """Between the mark and the language."""
    language: str = "python"
    more: str = ""
    """Behind the language."""
    indent: str = ""
    lead: str = ""
    """The line above an indented block."""


USUAL = Form()


@dataclass(frozen=True)
class Block:
    """Code, what the page shows of it, and the sentence that stands behind it."""

    name: str
    code: str
    asserts: str = ""
    """What the code goes on to assert; `says` is the sentence that this stands for."""
    says: str = ""
    shown: str = ""
    """The output that the page shows."""
    value: tuple[str, str, str] | None = None
    """A sentence with a gap, the variable that fills it, and what an author types."""
    raises: str = ""
    """The last line of the traceback that the page shows."""
    alt: str = ""
    """The words for the figure that the code draws."""
    form: Form = USUAL

    @property
    def program(self) -> str:
        """All of the code."""
        return "\n".join(filter(None, (self.code, self.asserts)))


@dataclass(frozen=True)
class Document:
    """A page, and what lies around it."""

    blocks: tuple[Block, ...]
    title: str = "Halves"
    lead: str = "A number is halved three times."
    files: Mapping[str, str] = field(default_factory=dict)
    """What the code reads and imports, beside the page."""
    package: tuple[str, str] = ("1.0.0", "")
    """Version and text of the installed package `triple`."""

    def __getitem__(self, name: str) -> Block:
        """Find a block by its name."""
        return next(it for it in self.blocks if it.name == name)


DRAW, DRAWN = "from draw import png", "figure = png(heights)"
"""The lines of code that make a figure; a tool with Matplotlib has its own."""


def png(heights: Sequence[int]) -> bytes:
    """Draw bars, each a row of pixels; this is what the module `draw` holds."""
    rows = b"".join(b"\0" + bytes(255 * (x >= y) for x in range(9)) for y in heights)
    size = struct.pack(">IIBBBBB", 9, len(heights), 8, 0, 0, 0, 0)
    parts = ((b"IHDR", size), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data
        + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )  # fmt: skip


_DRAW = f"""\
import struct
import zlib


{inspect.getsource(png).replace(": Sequence[int]", "")}"""

TRUE = Document(
    (
        Block(
            "halve",
            "x = 8.0\nfor step in range(3):\n    x = x / 2\n    print(step, x)",
            shown="0 4.0\n1 2.0\n2 1.0",
            value=("After three steps it is {}.", "x", "1.0"),
        ),
        Block(
            "total",
            "values = [1, 2, 3]",
            asserts="assert sum(values) == 6",
            says="The sum of these numbers is 6.",
        ),
        Block(
            "inputs",
            "from pathlib import Path\n"
            "from double import double\n"
            "from triple import triple\n"
            'weight = int(Path("weight.txt").read_text())\n'
            "print(weight, double(4), triple(4))",
            shown="7 8 12",
        ),
        Block(
            "wrong",
            'int("x")',
            raises="ValueError: invalid literal for int() with base 10: 'x'",
        ),
        Block(
            "line",
            f"{DRAW}\nheights = [1, 2, 3]\n{DRAWN}",
            alt="A line that rises from 1 to 3.",
        ),
    ),
    files={
        "weight.txt": "7\n",
        "draw.py": _DRAW,
        "double.py": '"""Doubles."""\n\n\ndef double(x):\n    return 2 * x\n',
    },
    package=("1.0.0", '"""Triples."""\n\n\ndef triple(x):\n    return 3 * x\n'),
)

Edit = Callable[[Document], Document]


def block(name: str, change: Callable[[Block], Block]) -> Edit:
    """Change one block."""

    def edit(it: Document) -> Document:
        it[name]  # there is such a block
        blocks = tuple(change(b) if b.name == name else b for b in it.blocks)
        return replace(it, blocks=blocks)

    return edit


def text(name: str, part: str, old: str, new: str) -> Edit:
    """Put `new` in place of `old`, which occurs once in one part of a block."""

    def change(it: Block) -> Block:
        before = getattr(it, part)
        assert before.count(old) == 1, f"{old!r} in {before!r}"
        return replace(it, **{part: before.replace(old, new)})

    return block(name, change)


def code(name: str, old: str, new: str) -> Edit:
    """Change the code of a block."""
    return text(name, "code", old, new)


def beside(name: str, old: str, new: str) -> Edit:
    """Change a file beside the page."""

    def edit(it: Document) -> Document:
        assert it.files[name].count(old) == 1
        return replace(it, files={**it.files, name: it.files[name].replace(old, new)})

    return edit


def package(old: str, new: str, version: str = "") -> Edit:
    """Change the installed package, and its version if one is given."""

    def edit(it: Document) -> Document:
        had, source = it.package
        assert source.count(old) == 1
        return replace(it, package=(version or had, source.replace(old, new)))

    return edit


def both(*edits: Edit) -> Edit:
    """Apply several edits."""

    def edit(it: Document) -> Document:
        for one in edits:
            it = one(it)
        return it

    return edit
