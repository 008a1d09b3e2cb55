"""Pages and results meet once: names, alternative texts, values, sentences."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from galley.accepted import check
from galley.accepted.text import body
from galley.bound.book import Bound, bind
from galley.bound.page import Drawn
from galley.child.result import Figure, Raised, Result, Text
from galley.html.compile import compile
from galley.html.finish import finish
from galley.project import Project
from galley.render.files import notebook_text
from galley.render.pages import messages
from galley.render.portable import portable
from galley.render.site import site
from galley.source import parser, program
from galley.source.book import Book

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10"'
    ' style="fill:none"><path d="{}"/></svg>'
)


def block(cell: str, options: str = "") -> str:
    return f'```python exec="on"{options}\n--8<-- "{cell}"\n```\n'


def book(page: str, **scripts: str) -> Book:
    read = parser.parse(page, "walk.md", "docs/walk.md")
    programs = {
        f"x/{name}.py": program.parse(text, f"x/{name}.py", f"snippets/x/{name}.py")
        for name, text in scripts.items()
    }
    return Book(Project(Path("/nowhere")), {"walk.md": read}, programs)


def drawn(path: str) -> Figure:
    return Figure(SVG.format(path), (f"line {path}",))


def names(bound: Bound) -> list[str]:
    shown = [it for embed in bound.pages["walk.md"].embeds for it in embed.shown]
    return [it.name for it in shown if isinstance(it, Drawn)]


def test_figures_of_other_cells_have_other_names() -> None:
    """Two cells whose names run together do not share a token, an id or a file."""
    page = block("x/walk.py:far-picture", ' alt="far"') + block(
        "x/walk_far.py:picture", ' alt="near"'
    )
    found = book(page, walk="# %% far-picture\n1\n", walk_far="# %% picture\n1\n")
    results = {
        "x/walk.py": Result({"far-picture": (drawn("M1 1"),)}),
        "x/walk_far.py": Result({"picture": (drawn("M2 2"),)}),
    }
    bound = bind(found, results)
    compiled = compile(bound)["walk.md"]
    html = finish(
        "".join(f"<p>{it}</p>" for it in compiled.figures), compiled.figures, {}
    )

    assert len(set(names(bound))) == 2
    assert html.index("far") < html.index("M1 1") < html.index("near")
    assert len(portable(bound.pages["walk.md"]).figures) == 2


def test_a_cell_shown_again_keeps_its_own_alternative_text() -> None:
    """The same figure twice on a page, each time under the words that stand there."""
    page = block("x/walk.py", ' alt="first"') + block(
        "x/walk.py", ' alt="second" again="on"'
    )
    bound = bind(
        book(page, walk="# %% picture\n1\n"),
        {"x/walk.py": Result({"picture": (drawn("M1 1"),)})},
    )
    figures = site(bound.pages["walk.md"]).figures

    assert [it.alt for it in figures.values()] == ["first", "second"]
    assert len({it.name for it in figures.values()}) == 2


def test_each_figure_of_a_cell_has_its_own_text_in_a_notebook() -> None:
    """Not the first one's for all."""
    page = block("x/walk.py", ' alt="one | two"')
    bound = bind(
        book(page, walk="# %% picture\n1\n"),
        {"x/walk.py": Result({"picture": (drawn("M1 1"), drawn("M2 2"))})},
    )
    held = json.loads(notebook_text(bound.pages["walk.md"]))
    texts = [
        output["data"]["text/plain"]
        for cell in held["cells"]
        for output in cell.get("outputs", ())
    ]

    assert texts == [["one"], ["two"]]


@pytest.mark.parametrize("cell", ["x/walk.py", "x/walk.py:only"])
def test_a_message_is_listed_however_its_cell_is_named(cell: str) -> None:
    """An only cell needs no name, and raises all the same."""
    script = "# %% only raises ValueError: no\nraise ValueError('no')\n"
    raised = Raised("ValueError: no")
    bound = bind(
        book(f"# A walk\n\n{block(cell)}", walk=script),
        {"x/walk.py": Result({"only": (raised,)})},
    )

    assert [it.text for it in messages.raised(bound)] == ["no"]


PAGE = f"""# A walk

{block("x/walk.py:walk", ' hl="x = 1"')}
It falls. `{{claim}} x/walk.falls`
At `{{python}} x/walk.x:.1f` it ends. `{{claim}} x/walk.ends`

{block("x/walk.py:picture", ' alt="A line."')}"""
SCRIPT = (
    "# %% walk\nx = 1.0\n\n# %% picture\ny = 2\n\n"
    "# %% claim: falls\nassert x\n\n# %% claim: ends\nassert x\n"
)


def accepted(page: str) -> list[str]:
    found = book(page, walk=SCRIPT)
    outputs = {"walk": (Text("1\n"),), "picture": (drawn("M1 1"),)}
    result = Result(outputs, {"x": 1.0}, claims=("falls", "ends"))
    bound = bind(found, {"x/walk.py": result})
    text = body(check.render(bound, found.programs["x/walk.py"]))
    return text.partition("# %% sentences: walk.md\n")[2].splitlines()


def test_what_a_page_says_is_accepted_with_its_program() -> None:
    """Sentences of claims, values, alternative texts and marked lines, in order."""
    assert accepted(PAGE) == [
        "marked in walk: x = 1",
        "claim falls: It falls.",
        "x:.1f = 1.0",
        "claim ends: At 1.0 it ends.",
        "alt of picture: A line.",
    ]


@pytest.mark.parametrize(
    "old, new",
    [
        ("It falls.", "It does not fall."),
        ("A line.", "Another line."),
        ("it ends", "it begins"),
        ('hl="x = 1"', 'hl="1.0"'),
    ],
)
def test_a_changed_word_is_a_drift(old: str, new: str) -> None:
    """What a reader is told cannot change unseen."""
    assert old in PAGE
    assert accepted(PAGE.replace(old, new)) != accepted(PAGE)


def test_a_quotation_is_accepted_by_its_text(tmp_path: Path) -> None:
    """A change of a package that a page quotes is a drift of that page's program."""
    (tmp_path / "src/pack").mkdir(parents=True)
    source = tmp_path / "src/pack/steps.py"
    quote = '```python\n--8<-- "pack/steps.py:step"\n```\n'
    page = parser.parse(block("x/walk.py") + quote, "walk.md", "docs/walk.md")
    walk = program.parse("# %% walk\n1\n", "x/walk.py", "snippets/x/walk.py")
    found = Book(Project(tmp_path), {"walk.md": page}, {"x/walk.py": walk})

    def text(body_: str) -> str:
        source.write_text(f"def step(x):\n    return {body_}\n")
        return check.render(bind(found, {"x/walk.py": Result()}), walk)

    digest = hashlib.sha256(b"def step(x):\n    return x - 1").hexdigest()[:8]

    assert f"quote pack/steps.py:step #{digest}" in text("x - 1")
    assert text("x - 1") != text("x + 1")


def test_what_is_said_with_a_program_does_not_depend_on_which_others_ran() -> None:
    """Accepting one program alone writes what accepting the whole book writes."""
    page = block("x/walk.py:walk") + "In `x` 25 steps.\n" + block("x/run.py:run")
    found = book(f"{page}And 36 more.\n", walk="# %% walk\n1\n", run="# %% run\n2\n")
    found = replace(found, project=replace(found.project, hold_numbers=True))
    result = Result({"walk": (Text("1\n"),), "run": (Text("2\n"),)})
    run = found.programs["x/run.py"]
    alone = check.render(bind(found, {"x/run.py": result}), run)

    both = bind(found, dict.fromkeys(found.programs, result))
    assert body(alone) == body(check.render(both, run))
    assert "typed 36" in alone
    assert "typed 25" not in alone
