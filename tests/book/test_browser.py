"""The whole site in a real browser, as a reader has it."""

import gzip
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from galley.project import Project
from galley.source import book as books

BOOK = books.read(Project.find(Path(__file__).parent))
ADDRESSES = sorted(
    re.sub(r"(^|/)index$", r"\1", path.removesuffix(".md")).rstrip("/")
    for path in BOOK.pages
)
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text()
RULES = {
    "runOnly": [
        "wcag2a",
        "wcag2aa",
        "wcag21a",
        "wcag21aa",
        "wcag22aa",
        "best-practice",
    ],
    "resultTypes": ["violations"],  # the rest need not be described
    # It does not read MathML, and so takes a column headed by a formula for nameless.
    "rules": {"empty-table-header": {"enabled": False}},
}
SCHEMES = ("default", "slate")
# Each width and each scheme once; `EVERY_VIEW=1` takes all four.
VIEWS = [(390, "slate"), (1280, "default")]
if os.environ.get("EVERY_VIEW"):
    VIEWS += [(390, "default"), (1280, "slate")]
REACHABLE = """() => {
  const scrollers = "pre > code, .md-typeset__scrollwrap, div.arithmatex";
  return [...document.querySelectorAll(scrollers)].every(
    (it) => it.scrollWidth <= it.clientWidth || it.tabIndex === 0
      || !it.checkVisibility());
}"""
UNFOLDED = """() => {
  document.documentElement.classList.add("settled");
  document.querySelectorAll("article details").forEach((it) => (it.open = true));
}"""
# Messages that are cut, and code in tables that is broken inside a word: a line may
# end at a blank, after a hyphen and after a slash.
OUT_OF_SIGHT = r"""() => {
  const boxes = [...document.querySelectorAll(".output > pre > code")].filter(
    (it) => it.closest(".error") || /^\w*Warning: /m.test(it.textContent));
  const cut = boxes.filter((it) => it.scrollWidth > it.clientWidth);
  const range = document.createRange();
  const broken = [];
  let words = 0;
  for (const code of document.querySelectorAll("article :is(td, th) code")) {
    const texts = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
    while (texts.nextNode())
      for (const word of texts.currentNode.data.matchAll(/[^\s/-]+/g)) {
        range.setStart(texts.currentNode, word.index);
        range.setEnd(texts.currentNode, word.index + word[0].length);
        const tops = [...range.getClientRects()].map((it) => Math.round(it.top));
        if (new Set(tops).size > 1) broken.push(code.textContent);
        words += 1;
      }
  }
  const wide = document.documentElement.scrollWidth;
  const messages = boxes.length;
  return {cut: cut.map((it) => it.textContent), broken, wide, messages, words};
}"""
HEAVIEST = 250_000
"""Bytes, gzipped, of a first visit to any page."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, built strictly and served on loopback."""
    folder = tmp_path_factory.mktemp("book") / "site"

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as it:
        address = f"http://127.0.0.1:{it.server_port}"
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--strict",
            "-d",
            str(folder),
        ]
        done = subprocess.run(
            command,
            cwd=BOOK.project.root,
            # Material goes from page to page without a reload only at its own address.
            env=os.environ | {"SITE_URL": f"{address}/"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        Thread(target=it.serve_forever, daemon=True).start()
        yield address
        it.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a fresh context, as wide as a desk's."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", ADDRESSES, ids=[it or "home" for it in ADDRESSES])
def test_a_page_is_sound(address: str, site: str, page: Page) -> None:
    """No error, no other host, nothing out of sight, nothing that axe-core minds."""
    errors: list[str] = []
    weights: dict[str, int] = {}
    page.on(
        "console", lambda it: errors.append(it.text) if it.type == "error" else None
    )
    page.on("pageerror", lambda it: errors.append(str(it)))
    page.on("requestfailed", lambda it: errors.append(it.url))
    requested: list[str] = []
    page.on("request", lambda it: requested.append(it.url))
    page.on("response", lambda it: weights.update(_weight(it)))
    page.goto(f"{site}/{address}/" if address else f"{site}/")
    page.wait_for_load_state("networkidle")

    assert errors == []
    assert [url for url in requested if not url.startswith((site, "data:"))] == []
    assert sum(weights.values()) < HEAVIEST, weights
    # What a browser leaves of a paragraph with a block in it: the text was not sound.
    assert page.locator("article p:not([class]):empty").count() == 0
    page.evaluate(AXE)
    page.mouse.wheel(0, 50)  # a reader who moves: now the whole page is laid out
    page.wait_for_selector("html.settled", state="attached")
    # Colours half-way between two schemes are nobody's.
    page.add_style_tag(content="* { transition: none !important }")
    for width, scheme in VIEWS:
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width
        page.evaluate("s => document.body.dataset.mdColorScheme = s", scheme)
        page.wait_for_function(REACHABLE)  # what scrolls now, by key
        found = page.evaluate("rules => axe.run(document, rules)", RULES)
        assert _violations(found) == [], (width, scheme)
    page.evaluate(UNFOLDED)
    for width, _ in VIEWS:
        page.set_viewport_size({"width": width, "height": 900})
        found = page.evaluate(OUT_OF_SIGHT)
        assert found["cut"] == [], width
        assert found["broken"] == [], width
        assert found["wide"] <= width


def _weight(response: Any) -> dict[str, int]:
    if response.status != 200 or response.url.startswith("data:"):
        return {}
    body = response.body()
    packed = body if response.url.endswith(".woff2") else gzip.compress(body)
    return {response.url.rpartition("/")[2] or response.url: len(packed)}


def _violations(found: Any) -> list[str]:
    return [
        f"{it['id']}: {node['target']} {node.get('failureSummary', '')[:200]}"
        for it in found["violations"]
        for node in it["nodes"][:3]
    ]


def test_messages_and_code_in_tables_are_looked_at(site: str, page: Page) -> None:
    """What every page is held to is there: errors, warnings, code in tables."""
    page.goto(chapter(site, "surprises"))
    page.evaluate(UNFOLDED)
    found = page.evaluate(OUT_OF_SIGHT)

    assert page.locator(".output.warning").count() > 0
    assert found["messages"] > page.locator(".output.warning").count()
    assert found["words"] > 0
    # A page of before: one long line, and code that is broken anywhere.
    page.set_viewport_size({"width": 390, "height": 900})
    before = ".output code { white-space: pre !important }"
    page.add_style_tag(
        content=f"{before} td code {{ word-break: break-all !important }}"
    )
    found = page.evaluate(OUT_OF_SIGHT)

    assert found["cut"]
    assert found["broken"]


def chapter(site: str, stem: str) -> str:
    path = next(it.path for it in BOOK.pages.values() if it.stem == stem)
    return f"{site}/{path.removesuffix('.md')}/"


def test_formulas_stand_after_instant_navigation(site: str, page: Page) -> None:
    """Going on by a link shows formulas that are rendered, without a reload."""
    page.goto(chapter(site, "loss"))
    page.evaluate("window.stayed = true")
    page.locator(".md-footer__link--next").click()
    page.wait_for_url(re.compile("/parabola/"))

    assert page.evaluate("window.stayed")
    expect(page.locator("article .katex").first).to_be_visible()
    assert r"\(" not in page.locator("article").inner_text()


def test_the_style_sheet_is_read_once(site: str, page: Page) -> None:
    """Neither Material's start nor going on by a link has it read again."""
    read: list[str] = []
    session = page.context.new_cdp_session(page)
    session.on("CSS.styleSheetAdded", lambda it: read.append(it["header"]["sourceURL"]))
    session.send("DOM.enable")
    session.send("CSS.enable")
    page.goto(chapter(site, "loss"))
    page.wait_for_load_state("networkidle")
    page.locator("a.md-logo").first.click()
    page.wait_for_url(re.compile(rf"^{site}/(#|$)"))
    expect(page.locator("article .parts").first).to_be_visible()

    assert [it for it in read if it.endswith("style.css")] == [
        f"{site}/assets/style.css"
    ]


def test_a_late_typeface_is_there_for_the_next_page(site: str, page: Page) -> None:
    """Nothing moves for it on the first page; what follows has the book's own."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")

    def typefaces(selector: str) -> list[str]:
        top = session.send("DOM.getDocument")["root"]["nodeId"]
        where = {"nodeId": top, "selector": selector}
        node = session.send("DOM.querySelector", where)["nodeId"]
        used = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        return [it["familyName"] for it in used if it["isCustomFont"]]

    def late(route: Route) -> None:
        page.wait_for_timeout(1000)
        route.continue_()

    page.route("**/assets/fonts/*.woff2", late)
    page.goto(chapter(site, "loss"))
    page.wait_for_load_state("networkidle")

    assert typefaces("article h1") == []

    page.unroute("**/assets/fonts/*.woff2")
    page.locator(".md-footer__link--next").click()
    page.wait_for_url(re.compile("/parabola/"))
    page.evaluate("document.fonts.ready")
    page.wait_for_function("document.fonts.status === 'loaded'")

    assert any(it.startswith("Inter") for it in typefaces("article h1"))


def test_a_slider_moves_by_keyboard_and_plays(site: str, page: Page) -> None:
    """Arrow keys change the frame; play goes on by itself, and pauses."""
    page.goto(chapter(site, "learning-rate"))
    figure = page.locator("galley-replay").first
    slider = figure.locator("input[type=range]")
    slider.focus()
    before = figure.locator("output").inner_text()
    page.keyboard.press("ArrowRight")

    expect(figure.locator("output")).not_to_have_text(before)
    slider.press("Home")
    first = slider.input_value()
    figure.locator("button").click()
    page.wait_for_function(
        "([s, v]) => s.value !== v", arg=[slider.element_handle(), first]
    )


def test_a_slider_works_after_instant_navigation(site: str, page: Page) -> None:
    """An interactive figure that arrives without a reload is alive."""
    page.goto(chapter(site, "parabola"))
    page.locator("article a[href*='learning-rate']").first.click()
    page.wait_for_url("**/learning-rate/**")
    figure = page.locator("galley-replay").first
    before = figure.locator("output").inner_text()
    figure.locator("input[type=range]").press("ArrowRight")

    expect(figure.locator("output")).not_to_have_text(before)


HASHES = re.findall(
    r"'sha256-[^']+'", (BOOK.project.snippets_dir / "engine/policy.out").read_text()
)
"""The scripts inside pages, as the authors' guide lists them."""


@pytest.mark.parametrize(
    ("allowed", "stopped"), [([], 3), (HASHES, 0)], ids=["self", "hashes"]
)
def test_a_strict_policy_stops_three_scripts_or_none(
    allowed: list[str], stopped: int, site: str, page: Page
) -> None:
    """Under `script-src 'self'` figures move; with the hashes the search works too."""
    scripts = " ".join(["script-src 'self'", *allowed])
    styles = "style-src 'self' 'unsafe-inline'; img-src 'self' data:"
    policy = f"default-src 'self'; {styles}; {scripts}"

    def under_policy(route: Route) -> None:
        response = route.fetch()
        headers = response.headers | {"content-security-policy": policy}
        route.fulfill(response=response, headers=headers)

    refused: list[str] = []
    page.on(
        "console",
        lambda it: refused.append(it.text) if "Security Policy" in it.text else None,
    )
    page.route("**/*", under_policy)
    for address in ("", "glossary/", "404.html"):
        page.goto(f"{site}/{address}")
        page.wait_for_load_state("networkidle")
    page.goto(chapter(site, "learning-rate"))
    page.wait_for_load_state("networkidle")
    figure = page.locator("galley-replay").first
    before = figure.locator("output").inner_text()
    figure.locator("input[type=range]").press("ArrowRight")

    expect(figure.locator("output")).not_to_have_text(before)
    assert len(refused) == stopped * 4, refused
    page.locator("pre > code").first.scroll_into_view_if_needed()
    buttons = page.locator(".md-code__button")
    if stopped:  # Material's own script does not begin without its settings
        assert buttons.count() == 0
    else:
        expect(buttons.first).to_be_attached()


def test_figures_follow_the_scheme(site: str, page: Page) -> None:
    """The colours of an inline figure change with the scheme."""
    page.goto(chapter(site, "parabola"))
    text = page.locator("figure.plot svg text").first
    colour = "it => getComputedStyle(it).fill"
    page.evaluate("document.body.dataset.mdColorScheme = 'default'")
    light = text.evaluate(colour)
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")

    assert text.evaluate(colour) != light


def test_the_scheme_can_be_switched(site: str, page: Page) -> None:
    """The switch in the header changes the scheme of the page."""
    page.emulate_media(color_scheme="light")
    page.goto(f"{site}/")
    seen = []
    for _ in range(3):
        page.locator("label.md-header__button[for^=__palette]:visible").click()
        seen.append(page.evaluate("document.body.dataset.mdColorScheme"))

        # What the browser draws itself, as the bars for scrolling, follows.
        bars = page.evaluate("getComputedStyle(document.documentElement).colorScheme")
        assert bars == ("dark" if seen[-1] == "slate" else "light")

    assert set(seen) == set(SCHEMES)


def test_downloads_download(site: str, page: Page) -> None:
    """Notebook, Markdown and programs arrive as files."""
    page.goto(chapter(site, "parabola"))
    links = page.locator(".take-along a[download]")
    names = []
    for link in links.all()[:4]:  # Chromium holds back what is clicked in a hurry
        with page.expect_download() as waiting:
            link.click()
        names.append(waiting.value.suggested_filename)
        assert Path(waiting.value.path()).stat().st_size

    assert {"parabola.ipynb", "parabola.md"} < set(names)


def test_answers_unfold_without_javascript(site: str, browser: Browser) -> None:
    """Reading and folding need no JavaScript, and a slider shows its first frame."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(chapter(site, "learning-rate"))
    answer = page.locator("details.question, details.success").first
    content = answer.locator(":scope > :not(summary)").first
    hidden = content.is_visible()
    answer.locator("summary").first.click()

    assert not hidden
    assert content.is_visible()
    assert page.locator("galley-replay svg").first.is_visible()
    context.close()


def test_search_finds(site: str, page: Page) -> None:
    """A word of the text and a symbol in the code are found, once one searches."""
    requested: list[str] = []
    page.on("request", lambda it: requested.append(it.url.rpartition("/")[2]))
    page.goto(f"{site}/")
    page.wait_for_load_state("networkidle")
    assert "search_index.json" not in requested
    for words in ("learning rate", "zero_grad"):
        page.locator("input.md-search__input").fill(words)
        expect(page.locator(".md-search-result__item").first).to_be_visible()
        assert page.locator(".md-search-result__item").count() > 0


def test_what_is_laid_out_late_looks_the_same(site: str, page: Page) -> None:
    """A table far below has its lines before a reader moves, and afterwards."""
    line = "it => getComputedStyle(it).borderTopStyle"
    page.goto(chapter(site, "scale"))
    page.wait_for_load_state("networkidle")
    cell = page.locator("article tbody tr:last-child td").first
    assert cell.evaluate(line) == "solid"
    page.mouse.wheel(0, 50)
    page.wait_for_selector("html.settled", state="attached")

    assert cell.evaluate(line) == "solid"


def test_layout_does_not_shift(site: str, page: Page) -> None:
    """What stands hardly moves while the rest arrives: good, by Web Vitals' measure."""
    page.add_init_script(
        "window.shift = 0;"
        "new PerformanceObserver(list => list.getEntries().forEach("
        "it => window.shift += it.value"
        ")).observe({type: 'layout-shift', buffered: true})"
    )
    for stem in ("parabola", "attention"):
        page.goto(chapter(site, stem))
        page.wait_for_load_state("networkidle")

        assert page.evaluate("window.shift") < 0.02, stem
