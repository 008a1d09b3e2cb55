"""Formulas: found in HTML, rendered in one batch, remembered, put in their places."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from galley.bound.value import tex
from galley.html import katex
from galley.html.formulas import find, find_raw, plain, replace, replace_raw
from galley.html.katex import Formula, FormulaError, install, render
from galley.problems import BookError

CACHE = Path(__file__).parents[2] / ".cache"

INLINE = r'<p>If <span class="arithmatex">\(a &lt; b\)</span>, then</p>'
DISPLAY = '<div class="arithmatex">\\[\nx^2\n\\]</div>'
HEADING = (
    r"<head><title>The \(\eta\) of it</title></head>"
    r'<nav><a title="\(x^2\)" href="#x">\(x^2\) &amp; more</a></nav>'
    r"<p><code>re.compile(r'\(x\)')</code></p>"
)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache without formulas, but with what npm installed for the build."""
    installed = install(CACHE)
    (tmp_path / installed.name).symlink_to(installed)
    return tmp_path


@pytest.fixture
def no_node(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(katex, "_run", refuse)


# --- in HTML ---


def test_formulas_are_found() -> None:
    """Inline and display formulas are found as they stood in the source."""
    assert find(INLINE + DISPLAY) == [Formula("a < b"), Formula("x^2", display=True)]


def test_formulas_take_their_places() -> None:
    """What was rendered stands where its TeX stood, and nothing else has changed."""
    rendered = {Formula("a < b"): "<b>one</b>", Formula("x^2", True): "<b>two</b>"}

    assert replace(INLINE + DISPLAY, rendered) == (
        '<p>If <span class="glued"><span class="arithmatex short"><b>one</b></span>'
        ",</span> then</p>"
        '<div class="arithmatex"><b>two</b></div>'
    )


def test_punctuation_stays_with_its_formula(cache: Path) -> None:
    """A comma is kept on the formula's line, which may be broken inside."""
    tex = "a_1 + a_2 + a_3 = b_1 + b_2"
    html = replace(
        rf'<span class="arithmatex">\({tex}\)</span>, c', render([Formula(tex)], cache)
    )

    assert html.startswith('<span class="glued">')
    assert html.endswith("</span>,</span> c")
    assert html.count('<wbr><span class="katex-base">') == 4
    assert "short" not in html


def test_a_short_formula_is_whole() -> None:
    """It is marked, and the style sheet keeps it on one line."""
    html = replace(
        r'<span class="arithmatex">\(a = b\)</span>', {Formula("a = b"): "x"}
    )

    assert html == '<span class="arithmatex short">x</span>'


def test_a_bad_formula_stays() -> None:
    """A formula in error, or one that nobody rendered, stays as its TeX."""
    assert replace(INLINE, {Formula("a < b"): FormulaError("no")}) == INLINE
    assert replace(INLINE, {}) == INLINE


def test_headings_are_repeated() -> None:
    """Navigation repeats a heading's formula rendered, a title as plain text."""
    assert find_raw(HEADING) == [Formula("x^2")]

    replaced = replace_raw(HEADING, {Formula("x^2"): "<b>x²</b>"})

    assert "<title>The η of it</title>" in replaced
    assert '<a title="x^2" href="#x"><b>x²</b> &amp; more</a>' in replaced


def test_code_is_left_alone() -> None:
    """What looks like a formula in code is none."""
    code = HEADING[HEADING.index("<p>") :]

    assert replace_raw(HEADING, {Formula("x"): "wrong"}).endswith(code)


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\eta", "η"),
        (r"x^{2}", "x^2"),
        (r"\hat{y} = X @ W", "haty = X @ W"),
        (r"a \% b", "a %b"),
    ],
)
def test_plain_text(tex: str, text: str) -> None:
    """A title that cannot hold HTML says a formula in few characters."""
    assert plain(tex) == text


# --- rendered ---


def test_seen_and_heard(cache: Path) -> None:
    """A formula is rendered for the eye, and as MathML for a screen reader."""
    [html] = render([Formula(r"\frac{1}{2}", display=True)], cache).values()

    assert isinstance(html, str)
    assert '<span class="katex-display">' in html
    assert "<mfrac><mn>1</mn><mn>2</mn></mfrac>" in html
    assert re.search(r'class="katex-html" aria-hidden="true"', html)


def test_a_mistake_is_told(cache: Path) -> None:
    """A bad formula does not end the batch: its message says what is wrong."""
    good, bad, foreign = Formula("x"), Formula(r"\frac{1}"), Formula(r"é")
    rendered = render([good, bad, foreign], cache)

    assert isinstance(rendered[good], str)
    assert rendered[bad] == FormulaError(
        r"Unexpected end of input in a macro argument, expected '}' "
        r"at end of input: \frac{1}"
    )
    assert isinstance(rendered[foreign], FormulaError)


def test_one_process_for_a_batch(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Node is started once for all formulas that the cache does not have."""
    started = []
    run = katex._run

    def count(*arguments: object) -> object:
        started.append(arguments)
        return run(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(katex, "_run", count)
    render([Formula("a")], cache)
    render([Formula(it) for it in "abcde"], cache)

    assert [len(json.loads(call[3])) for call in started] == [1, 4]  # type: ignore[call-overload]


def test_an_unchanged_build_starts_nothing(
    cache: Path, request: pytest.FixtureRequest
) -> None:
    """Where all formulas are known, in their style, no process is started."""
    formulas = [Formula("x"), Formula("x", display=True)]
    first = render(formulas, cache)
    request.getfixturevalue("no_node")

    assert render(formulas, cache) == first
    assert first[formulas[0]] != first[formulas[1]]


def test_another_katex_renders_again(
    cache: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """What another version of KaTeX rendered is not taken."""
    render([Formula("x")], cache)
    request.getfixturevalue("no_node")
    version = katex._version()
    monkeypatch.setattr(katex, "_version", lambda: "other")
    (cache / "npm-other").symlink_to(cache / f"npm-{version}")

    with pytest.raises(AssertionError, match="a process was started"):
        render([Formula("x")], cache)


def test_a_damaged_cache_is_made_again(cache: Path) -> None:
    """A file that is no database is thrown away, not believed."""
    (cache / "formulas.sqlite").write_text("not a database, and long enough to be one")

    assert isinstance(render([Formula("x")], cache)[Formula("x")], str)


# --- installed ---


def test_the_site_serves_everything_itself() -> None:
    """The style sheet, all fonts that it and the theme name, and their licences."""
    files = katex.assets(install(CACHE))

    assert all(path.is_file() for path in files.values())
    assert sum(name.endswith("LICENSE.txt") for name in files) == 4

    style = katex.style(install(CACHE)).read_text()
    wanted = set(re.findall(r"url\((fonts/[^)]*\.woff2)\)", style))

    assert wanted
    assert wanted == {it.removeprefix("katex/") for it in files if "KaTeX_" in it}

    theme = (katex.SOURCE.parent / "look/galley.css").read_text()
    named = set(re.findall(r'url\("(fonts/[^"]*)"\)', theme))

    assert named
    assert named == {it for it in files if re.match(r"fonts/.*\.woff2", it)}


def test_the_lock_pins_without_a_host() -> None:
    """Every package is pinned by version and hash, and no registry is named."""
    lock = json.loads((katex.SOURCE / "package-lock.json").read_text())
    packages = {name: it for name, it in lock["packages"].items() if name}
    asked = json.loads((katex.SOURCE / "package.json").read_text())["dependencies"]

    assert all({"version", "integrity"} <= it.keys() for it in packages.values())
    assert not any("resolved" in it for it in packages.values())
    assert asked == {
        name: packages[f"node_modules/{name}"]["version"] for name in asked
    }


def test_without_a_network_the_message_helps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where npm fails, its words are shown, and nothing half installed is left."""
    failed = subprocess.CompletedProcess([], 1, "", "npm error network unreachable\n")
    monkeypatch.setattr(katex, "_run", lambda *_: failed)

    with pytest.raises(BookError) as caught:
        install(tmp_path)

    assert "npm error network unreachable" in str(caught.value)
    assert "→ build again where the network can be reached" in str(caught.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("7", "7"),
        ("10", "{10}"),
        ("-0.5", "{-0.5}"),
        ("1.5e-05", r"{1.5 \cdot 10^{-5}}"),
        ("94.5%", r"{94.5\%}"),
        ("1,024", "{1{,}024}"),
    ],
)
def test_a_number_stays_whole_in_a_formula(text: str, whole: str) -> None:
    """In an exponent, too, where TeX would take its first digit alone."""
    rendered = render([Formula(f"2^{whole}")], CACHE / "galley")

    assert tex(text) == whole
    assert isinstance(rendered[Formula(f"2^{whole}")], str)


@pytest.mark.parametrize("text", ["a_b", "nan", "inf", "3 m", ""])
def test_what_is_no_number_is_refused_in_a_formula(text: str) -> None:
    """Its letters would be variables."""
    with pytest.raises(ValueError, match="is a number"):
        tex(text)


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        (Formula(r"a \\ b", display=True), "breaks no line here"),
        (Formula(r"\href{https://example.org}{x^2}"), "leads out of the page"),
        (Formula(r"\includegraphics{x.png}"), "leads out of the page"),
    ],
)
def test_what_katex_would_leave_out_is_an_error(formula: Formula, said: str) -> None:
    """A line break that it drops, a link that it draws as the name of a command."""
    error = render([formula], CACHE / "galley")[formula]

    assert isinstance(error, FormulaError)
    assert said in error.message
