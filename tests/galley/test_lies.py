"""The bench of lies tells every tool what it says it tells."""

import base64

import pytest

from tests.bench.lies import published
from tests.bench.lies.document import TRUE, png
from tests.bench.lies.lies import LIES, Lie
from tests.bench.lies.tool import Tool
from tests.bench.lies.tools import TOOLS
from tests.bench.lies.trial import Run
from tests.bench.lies.verdict import verdict

tools = pytest.mark.parametrize("tool", TOOLS, ids=[it.name for it in TOOLS])
lies = pytest.mark.parametrize("lie", LIES.values(), ids=LIES)


def run(code: int | None = 0, ran: bool = False, text: str = "", *seen: str) -> Run:
    return Run(code, "", ran, text, frozenset(seen))


@lies
def test_a_lie_changes_the_document(lie: Lie) -> None:
    """What it edits is there; what it says in true is something else."""
    assert lie.edit(TRUE) != TRUE
    assert lie.control is None or lie.control(TRUE) not in (TRUE, lie.edit(TRUE))


@tools
def test_a_lie_reaches_the_tool(tool: Tool) -> None:
    """All but what the tool makes itself is in its files, and the truth is not."""
    true = tool.render(TRUE)
    told = {key: tool.render(lie.edit(TRUE)) for key, lie in LIES.items()}
    package = {"upgrade", "edited"}
    made = {key for key, it in told.items() if texts(it) == texts(true)} - package

    assert made <= {"digit", "order", "number"}
    for key, lie in LIES.items():
        if lie.truth and key not in made | {"digit", "order", "number"}:
            assert lie.truth not in "".join(texts(told[key]).values()), key


def texts(files: object) -> dict[str, str]:
    """Take the files that are texts; of a function, what it makes of the accepted."""
    assert isinstance(files, dict)
    shown = f"\n{TRUE['halve'].shown}\n"
    return {k: it(shown) if callable(it) else str(it) for k, it in files.items()}


def test_a_verdict_is_what_a_reader_is_told() -> None:
    """Seen, made anew, passed, unrun, or refused with the truth."""
    digit, long, form = LIES["digit"], LIES["long"], LIES["tilde"]
    true = run(0, False, "2 1.0", "old")

    assert verdict(digit, true, run(1), None) == "S"
    assert verdict(digit, true, run(0, False, "2 1.0"), None) == "A"
    assert verdict(digit, true, run(0, False, "2 1.5"), None) == "P"
    assert verdict(long, true, run(1), run(1)) == "R"
    assert verdict(long, true, run(None), run(0)) == "S"
    assert verdict(form, true, run(0), None) == "U"
    assert verdict(form, true, run(0, True), None) == "P"
    assert verdict(LIES["figure"], true, run(0, False, "", "new"), None) == "A"
    assert verdict(LIES["figure"], true, run(0, False, "", "old"), None) == "P"


def test_a_reader_sees_text_without_marks() -> None:
    """Of a site, a notebook and a tree of MyST alike."""
    picture = base64.b64encode(png([1, 2, 3])).decode()
    page = "<style>p{}</style><p>2 <b>1.0</b> &lt; 3</p>"
    book = '{"cells": [{"source": ["a"], "outputs": [{"text": ["2 ", "1.0"]}]}]}'
    tree = (
        '{"value": "It is ", "children": [{"value": "x", "result": {"text": "1.0"}}]}'
    )

    assert published.text(".html", page) == "2 1.0 < 3"
    assert published.text(".ipynb", book) == "a\n2 1.0"
    assert published.text(".json", tree) == "It is 1.0"
    assert published.text(".md", page) == page
    assert published.pictures(f"a {picture} b") == {picture}
