"""Numbers that people type: in formulas they are computed, in sentences held."""

from collections import Counter
from pathlib import Path

import pytest

from galley.accepted import numbers
from galley.bound.book import Bound, bind
from galley.bound.typed import typed
from galley.child.result import Result, Text
from galley.project import Project
from galley.run.executor import Executor
from galley.run.results import find_or_run
from galley.source import arithmetic, parser, program
from galley.source import book as books
from galley.source.book import Book

EMBED = '```python exec="on"\n--8<-- "walk/{}.py:walk"\n```\n'


@pytest.mark.parametrize(
    "tex",
    [
        r"2 \cdot 3 = 6",
        r"-0.1 \cdot (-6) = 0.6",
        r"x_2 = 0.6 + 0.48 = 1.08",
        r"\tfrac{1}{3}(2.25 + 0.25 + 6.25) = 2.9167",
        r"\frac18 \cdot 8 + \frac38 \cdot 0 + \frac12 \cdot 4 = 3",
        r"-\ln 0.880797 = 0.1269",
        r"e^{\ln 3} = 3",
        r"2^{10} = 1024",
        r"12 \cdot 32^2 = 12\,288",
        r"\sqrt{0.09} = \lvert -0.3 \rvert",
        r"e^2 + 1 \approx 7.389 + 1",
        r"0 < 0.5 < 1 \le 1",
        r"\begin{aligned} a &= 1 + 1 \\ &= 2 \end{aligned}",
        r"\begin{pmatrix} 1 \\ 2 \end{pmatrix} = \begin{pmatrix} 3 \\ 4 \end{pmatrix}",
        r"2 \cdot x = 7",
        r"1 = 1, \quad 2 = 2",
        r"\frac{1}{0} = 3",
        r"2 \ne 3",
    ],
)
def test_right_or_no_arithmetic(tex: str) -> None:
    """What is rounded, or has letters, is not called wrong."""
    assert list(arithmetic.wrong(f"${tex}$")) == []


@pytest.mark.parametrize(
    "tex",
    [
        r"2 \cdot 3 = 7",
        r"x_2 = 0.6 + 0.48 = 1.18",
        r"\tfrac{1}{3}(2.25 + 0.25 + 6.25) = 2.9168",
        r"\frac18 \cdot 8 = 8",
        r"-\ln 0.880797 = 0.1268",
        r"12 \cdot 32^2 = 12\,289",
        r"e^2 + 1 = 7.389 + 1",
        r"e^2 + 1 \approx 7.388 + 1",
        r"1 < 0.5",
        r"2 \ne 2",
        r"\begin{aligned} a &= 1 + 1 \\ &= 3 \end{aligned}",
        r"1 = 1, \quad 2 = 3",
        r"0.375 \approx 0.36",
    ],
)
def test_wrong_arithmetic(tex: str) -> None:
    """One digit, one sign, one place."""
    assert len(list(arithmetic.wrong(f"$${tex}$$"))) == 1


def bound(source: str) -> Bound:
    """Bind a page of two parts and three programs to what they printed."""
    page = parser.parse(source, "walk.md", "docs/walk.md")
    programs = {
        f"walk/{name}.py": program.parse(text, f"walk/{name}.py", f"{name}.py")
        for name, text in {
            "near": "# %% walk\nrate = 0.25\n# %% claim: falls\nassert rate < 64\n",
            "far": "# %% walk\nsteps = 4_000\n",
        }.items()
    }
    book = Book(Project(Path()), {page.path: page}, programs)
    results = {
        path: Result({"walk": (Text("x 81.5 1.2e-3\n"),)}, claims=("falls",))
        for path in programs
    }
    return bind(book, results)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("It is 0.25.", "run"),
        ("It is 25 %.", "run"),
        ("It is −81.5 there.", "run"),
        ("It is 64.", "run"),
        ("It is 0.26.", "nothing"),
        ("It is 4000.", "nothing"),  # two parts further down
        ("It is 26. `{claim} near.falls`", "claim"),
        ("It is 26, $2 \\cdot 13 = 26$.", "formula"),
        ("It is 26 (Noether, 1918).", "source"),
        ("It came with 2.13.", "source"),
    ],
)
def test_where_a_number_comes_from(sentence: str, kind: str) -> None:
    """What stands near it counts, what stands in code or in links does not."""
    near, far = EMBED.format("near"), EMBED.format("far")
    source = f"## One\n{near}\n{sentence}\n\n`x = 99` and [so](p-98.md) 7 float32.\n"
    it = bound(f"{source}\n## Two\n\nNo more.\n\n## Three\n{far}")
    found = typed(it, it.pages["walk.md"], ["2.13.0"])[0]

    assert (found.kind, found.line) == (kind, 6)


def test_the_numbers_of_the_book(executor: Executor) -> None:
    """Of hundreds of typed numbers, few need a reason, and a changed one is seen."""
    book = books.read(Project.find(Path(__file__).parent))
    results = find_or_run(book, book.programs.values(), executor)
    found = numbers.classes(bind(book, results))
    kinds = Counter(it.kind for page in found.values() for it in page)

    assert set(found) == set(book.pages)
    assert kinds["run"] > kinds["claim"] > kinds["source"] > kinds["nothing"] > 0
