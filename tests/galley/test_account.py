"""What Markdown makes of a page is held against what the page was compiled from."""

from pathlib import Path

import pytest
from markdown import Markdown

from galley.bound.book import Bound, bind
from galley.child.result import Figure, Result, Text
from galley.html.account import unaccounted
from galley.html.compile import compile
from galley.project import Project
from galley.source import parser, program
from galley.source.book import Book

EXTENSIONS = [
    "abbr",
    "admonition",
    "attr_list",
    "md_in_html",
    "tables",
    "pymdownx.arithmatex",
    "pymdownx.blocks.html",
    "pymdownx.details",
    "pymdownx.highlight",
    "pymdownx.superfences",
    "galley.html.markdown_extension",
]
EMBED = '```python exec="on" alt="A line."\n--8<-- "walk/walk.py:walk"\n```\n'
INDENTED = EMBED.replace("\n", "\n    ")
SHOWN = '```sh shown="a reason"\n# it\nmake\n```\n'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" style="fill:none"/>'


def bound(source: str, printed: str = "x 1\n", script: str = "x = 1") -> Bound:
    page = parser.parse(source, "walk.md", "docs/walk.md")
    walk = program.parse(
        f"# %% walk\n{script}\n", "walk/walk.py", "snippets/walk/walk.py"
    )
    book = Book(Project(Path()), {"walk.md": page}, {walk.path: walk})
    return bind(book, {walk.path: Result({"walk": (Text(printed), Figure(SVG))})})


def html(whole: Bound) -> str:
    settings = {"pymdownx.arithmatex": {"generic": True}}
    markdown = Markdown(extensions=EXTENSIONS, extension_configs=settings)
    return markdown.convert(compile(whole)["walk.md"].markdown)


def facts(whole: Bound) -> list[str]:
    page = whole.pages["walk.md"]
    place = whole.book.place(page.page)
    return sorted(it.fact for it in unaccounted(html(whole), page, place))


SOUND = {
    "plain": f"# A walk\n\n{EMBED}\nIt is $x$, and\n\n$$\ny = 1\n$$\n",
    "in a list": f"# A walk\n\n1. One\n\n    {INDENTED}\n",
    "folded": f"# A walk\n\n??? tip\n    {INDENTED}\n",
    "title by a rule": f"A walk\n======\n\n{SHOWN}\n{EMBED}",
    "without a title": f"{SHOWN}\n{EMBED}",
    "code with dollars": f"# A walk\n\n{EMBED}\nThe line `$x$` costs \\$3 and `$$`.\n",
}


@pytest.mark.parametrize("source", SOUND.values(), ids=SOUND)
def test_what_is_sound_passes(source: str) -> None:
    """Nothing is said of a page on which everything has its place."""
    assert facts(bound(source)) == []


def test_an_output_stands_as_it_is() -> None:
    """Blank lines around it and the columns that tabs make are on the page."""
    whole = bound(f"# A walk\n\n{EMBED}", printed="\n\na\tb\n\n\n")

    assert facts(whole) == []
    assert "\N{NO-BREAK SPACE}\n\N{NO-BREAK SPACE}\na       b\n" in html(whole)


def test_a_marker_in_code_is_code() -> None:
    """Only a line of its own in the prose asks for the glossary."""
    script = 'print("<!-- glossary -->")'
    whole = bound(f"# A walk\n\n{EMBED}", "<!-- glossary -->\n", script)

    assert facts(whole) == []


WRONG = {
    "in HTML": (
        f"# A walk\n\n<div>\n{EMBED}</div>\n",
        "left as text on the page: `/// html`",
    ),
    "indented": (
        f"# A walk\n\n{EMBED}\nText\n\n    loss 0\n",
        "code on the page that is no block of it",
    ),
    "pre": (
        f"# A walk\n\n{EMBED}\n<pre>loss 0</pre>\n",
        "code on the page that is no block of it",
    ),
    "a display without blank lines": (
        f"# A walk\n\n{EMBED}\nText\n$$\ni = j\n$$\nand after.\n",
        "a formula that is not on the page",
    ),
    "a display indented by three": (
        f"# A walk\n\n{EMBED}\n1. Step\n\n   $$\n   e = f\n   $$\n",
        "a formula that is not on the page",
    ),
}


@pytest.mark.parametrize(("source", "fact"), WRONG.values(), ids=WRONG)
def test_what_is_not_is_named(source: str, fact: str) -> None:
    """Each way of showing what nobody has checked has its message."""
    assert fact in facts(bound(source))
