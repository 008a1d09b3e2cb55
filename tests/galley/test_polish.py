"""What the Markdown extension does to headings and tables."""

import re

from markdown import Markdown

OURS = "galley.html.markdown_extension"
STEPS = {OURS: {"steps": ["Run", "By hand"]}}
HEADING = "## By hand: three `zero_grad` steps\n\n## Remember"
TABLE = "| | one |\n|-|-|\n| a | b |"


def page() -> Markdown:
    """Make a Markdown that has what these pages need."""
    extensions = ["toc", "tables", "pymdownx.superfences", OURS]
    settings = {"toc": {"permalink": "#"}, **STEPS}
    return Markdown(extensions=extensions, extension_configs=settings)


def test_the_step_stands_above_its_heading() -> None:
    """On the page the step is set apart, and what follows begins with a capital."""
    html = page().convert(HEADING)

    assert (
        '<h2 id="by-hand-three-zero_grad-steps"><span class="step">By hand'
        '<span class="unseen">: </span></span><span class="about">Three '
        "<code>zero_grad</code> steps<a " in html
    )
    assert '<h2 id="remember">Remember<a' in html


def test_the_contents_keep_the_whole_heading() -> None:
    """In the table of contents, a heading is one line as it was written."""
    markdown = page()
    markdown.convert(HEADING)

    assert [it["name"] for it in markdown.toc_tokens] == [  # type: ignore[attr-defined]
        "By hand: three zero_grad steps",
        "Remember",
    ]


def test_code_keeps_its_case() -> None:
    """A heading that goes on with code is not given a capital."""
    html = page().convert("## Run: `item()` leaves")

    assert '<span class="about"><code>item()</code> leaves' in html


def test_a_term_begins_with_a_capital_and_a_name_does_not() -> None:
    """The mark of a term does not hide its first letter; names are what they are."""
    text = "## Run: weight decay\n\n## Run: eval() forgotten\n\n*[weight decay]: x"
    extensions = ["toc", "abbr", OURS]

    html = Markdown(extensions=extensions, extension_configs=STEPS).convert(text)

    assert '<abbr title="x">Weight decay</abbr>' in html
    assert '<span class="about">eval() forgotten' in html


def test_an_empty_corner_heads_nothing() -> None:
    """A screen reader is not told of a heading without words."""
    html = re.sub(r"\s+", "", page().convert(TABLE))

    assert "<tr><td></td><th>one</th></tr>" in html


def test_code_has_only_elements_that_are_coloured() -> None:
    """Names and signs of a program are plain text; keywords and numbers are not."""
    html = page().convert("```python\nfor name in range(10):\n    f(name)\n```")

    assert set(re.findall(r'<span class="(\w+)">', html)) == {"k", "ow", "nb", "mi"}
    assert re.sub("<[^>]+>", "", html).strip() == "for name in range(10):\n    f(name)"


def test_a_number_is_not_broken() -> None:
    """Thousands stay with their number in text, and in code nothing changes."""
    html = page().convert("Of 11 008 and *1 000 000*, not `11 008`.")

    assert "11\N{NO-BREAK SPACE}008" in html
    assert "<em>1\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000</em>" in html
    assert "<code>11 008</code>" in html
