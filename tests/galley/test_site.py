"""The plugin builds real sites: whole or not at all, and the same every time."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

CASES = Path(__file__).parent / "cases"
ROOT = Path(__file__).parent.parent.parent
MKDOCS = """\
site_name: Test
theme: {name: material, font: false}
plugins:
  - search
  - galley
  - mkdocs-jupyter:
      {include: ["*.ipynb"], ignore: ["*.md"], execute: false, cache: false}
validation:
  links: {anchors: warn, unrecognized_links: warn, absolute_links: warn}
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - pymdownx.arithmatex: {generic: true}
  - pymdownx.blocks.html
  - pymdownx.details
  - pymdownx.superfences
  - toc: {permalink: true}
"""


def make(folder: Path, case: str = "pages/walk") -> Path:
    """Copy a book of the cases, with its output accepted, ready to be built."""
    shutil.copytree(CASES / case, folder)
    for accepted in (folder / "expected").glob("*.out"):
        name = accepted.name.replace("-", "/", 1)
        text = "# accepted with this\n" + accepted.read_text()
        (folder / "snippets" / name).write_text(text)
    (folder / "docs" / "index.md").write_text(
        "# Home of $x^2$\n\n## About $\\eta$\n\n[A walk](walk.md)\n\n$$\\sum_i x_i$$\n"
    )
    (folder / "mkdocs.yml").write_text(MKDOCS)
    # The formulas' packages are installed once for all tests.
    cache = folder / ".cache" / "galley"
    cache.mkdir(parents=True)
    for installed in (ROOT / ".cache" / "galley").glob("npm-*"):
        (cache / installed.name).symlink_to(installed)
    return folder


def build(book: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    inherited = {name: value for name, value in os.environ.items() if name != "CI"}
    env = inherited | {"NO_MKDOCS_2_WARNING": "1"} | environment
    return subprocess.run(
        command, cwd=book, env=env, capture_output=True, text=True, check=False
    )


def digests(site: Path) -> dict[str, str]:
    return {
        str(path.relative_to(site)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book that has been built once."""
    book = make(tmp_path_factory.mktemp("site") / "book")
    done = build(book)
    assert done.returncode == 0, done.stdout + done.stderr
    return book


def test_what_a_program_prints_is_text(built: Path) -> None:
    """Markup, braces, control characters and marks of direction stay what they are."""
    page = (built / "site/walk/index.html").read_text()

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &lt;/pre&gt; {{ page }}" in page
    assert "not an end  \\u202e" in page  # and the colour is dropped
    assert "\x1b" not in page
    assert "\u202e" not in page


def test_formulas_are_rendered_and_searched_as_tex(built: Path) -> None:
    """Every formula is KaTeX's, also in navigation; the search index keeps its TeX."""
    page = (built / "site/index.html").read_text()
    index = json.loads((built / "site/search/search_index.json").read_text())
    texts = " ".join(it["text"] + it["title"] for it in index["docs"])

    assert r"\(" not in re.sub(r"<annotation.*?</annotation>", "", page)
    assert 'class="katex"' in page
    assert "<svg" not in texts
    assert r"\sum_i" in texts


def test_figures_are_inline_and_named(built: Path) -> None:
    """A figure is SVG in the page, with its alternative text and no token left."""
    page = (built / "site/walk/index.html").read_text()

    assert "galleyfigure" not in page
    assert '<figure class="plot"><svg' in page
    assert "Three dots, each higher." in page


def test_a_notebook_page_is_slim_and_part_of_the_site(built: Path) -> None:
    """mkdocs-jupyter's page has our outputs, formulas, figures and links."""
    page = (built / "site/walk-notebook/index.html").read_text()

    assert "1.464" in page
    assert 'class="katex"' in page
    assert '<figure class="plot"><svg' in page
    assert 'href="../other/"' in page
    assert page.count('<div class="output highlight">') == 6  # as the program has
    assert "cdnjs" not in page
    assert "require.js" not in page
    assert "$x = " not in page
    assert len(page) < 60_000


def test_everything_can_be_taken_along(built: Path) -> None:
    """What a page offers to download is there: program, notebook, Markdown, figure."""
    page = (built / "site/walk/index.html").read_text()
    offered = re.findall(r'<a href="([^"]+)" download', page)

    assert offered == ["walk.ipynb", "walk.md", "walk.py"]
    for name in [*offered, "walk-walk-picture-1.svg"]:
        assert (built / "site/walk" / name).stat().st_size


def test_an_unchanged_build_runs_no_program(built: Path) -> None:
    """The second build takes everything from the cache, and gives the same site."""
    before = digests(built / "site")
    again = build(built, SOURCE_DATE_EPOCH="1")
    third = build(built, SOURCE_DATE_EPOCH="1")
    text = again.stderr

    assert "ran walk/walk.py" not in text
    assert third.returncode == 0
    assert before.keys() == digests(built / "site").keys()


def test_two_clean_builds_are_byte_identical(tmp_path: Path) -> None:
    """Another folder, hash seed and time zone give the same bytes."""
    one, two = make(tmp_path / "one"), make(tmp_path / "deeper" / "two")
    first = build(one, SOURCE_DATE_EPOCH="1", PYTHONHASHSEED="1", TZ="UTC")
    second = build(two, SOURCE_DATE_EPOCH="1", PYTHONHASHSEED="2", TZ="Asia/Kathmandu")

    assert first.returncode == second.returncode == 0
    assert digests(one / "site") == digests(two / "site")


BROKEN = {
    "formula": ("$\\frac{1}{$", "docs/index.md:3: bad formula"),
    "link": ("[x](gone.md)", "'gone.md'"),
    "anchor": ("[x](walk.md#gone)", "'#gone'"),
    "image": ("![x](gone.png)", "'gone.png'"),
    "program": (
        '```python exec="on"\n--8<-- "walk/gone.py:walk"\n```',
        "docs/index.md:3: no program snippets/walk/gone.py",
    ),
    "value": ("`{python} walk/walk.gone:.2f`", "no value `gone`"),
}


@pytest.mark.parametrize("mistake", BROKEN)
def test_a_mistake_fails_the_build_and_leaves_the_site(
    mistake: str, tmp_path: Path, built: Path
) -> None:
    """Each mistake is named, exits with 1, and the previous site stays as it was."""
    book = tmp_path / "book"
    shutil.copytree(built, book, symlinks=True)
    before = digests(book / "site")
    markdown, said = BROKEN[mistake]
    (book / "docs/index.md").write_text(f"# Home\n\n{markdown}\n")
    done = build(book)

    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert digests(book / "site") == before
    assert list(book.glob(".site.*")) == []


@pytest.mark.parametrize("moment", [0.3, 0.8, 1.4, 2.2, 3.5])
def test_a_killed_build_leaves_site_and_cache(
    moment: float, tmp_path: Path, built: Path
) -> None:
    """`kill -9` at any moment: the old site stays, and the next build succeeds."""
    book = tmp_path / "book"
    shutil.copytree(built, book, symlinks=True)
    program = book / "snippets/walk/walk.py"
    program.write_text(program.read_text() + "\n")  # so that it has to run
    before = digests(book / "site")
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=book,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    process.wait()
    after = digests(book / "site")
    repaired = build(book)

    assert before.keys() == after.keys()
    assert repaired.returncode == 0, repaired.stderr
    assert list(book.glob(".site.*")) == []


def test_two_builds_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    """Both succeed, and the site is whole."""
    book = make(tmp_path / "book")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    both = [
        subprocess.Popen(
            command, cwd=book, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        for _ in range(2)
    ]
    errors = [process.communicate()[1].decode() for process in both]

    assert [process.returncode for process in both] == [0, 0], errors
    assert (book / "site/walk/index.html").stat().st_size
    assert list(book.glob(".site.*")) == []


def test_a_term_is_explained_at_its_first_use(built: Path) -> None:
    """Another chapter's term has its meaning at hand, for pointers and keyboards."""
    page = (built / "site/walk/index.html").read_text()

    assert page.count('<abbr tabindex="0" title="Symbols that say something.">') == 1


_CODE = re.compile(r"<pre.*?</pre>", re.DOTALL)
_FORMULA = re.compile(r'<annotation encoding="application/x-tex">(.*?)</annotation>')


def parts(book: Path, **environment: str) -> dict[str, object]:
    """Build a site, and list what is on its pages."""
    done = build(book, **environment)
    assert done.returncode == 0, done.stderr
    pages = (book / "site" / it for it in ("index.html", "walk/index.html"))
    html = "".join(it.read_text() for it in pages)
    assert "galleyfigure" not in html
    assert "assets/style.css" in html
    return {
        "cells": [re.sub(r"<[^>]*>", "", it).strip() for it in _CODE.findall(html)],
        "figures": html.count('<figure class="plot'),
        "formulas": set(_FORMULA.findall(html)),
    }


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What is on the pages of the site with all settings written down."""
    return parts(make(tmp_path_factory.mktemp("whole") / "book"))


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_a_theme_and_the_plugin_are_all_that_is_named(
    theme: str, tmp_path: Path, whole: dict[str, object]
) -> None:
    """No path, no extension, no style sheet: the plugin brings what its pages need."""
    book = make(tmp_path / "book")
    settings = f"site_name: Test\ntheme: {theme}\nplugins: [search, galley]\n"
    (book / "mkdocs.yml").write_text(settings)

    assert parts(book) == whole
    style = (book / "site/assets/style.css").read_text()
    assert ("@layer theme" in style) == (theme == "material")
    assert ".run {" in style


def test_the_site_survives_without_what_reaches_into_material(
    tmp_path: Path, whole: dict[str, object]
) -> None:
    """Without that folder a page looks otherwise, and everything is on it."""
    engine = tmp_path / "engine"
    shutil.copytree(ROOT / "src/galley", engine / "galley")
    shutil.rmtree(engine / "galley/html/material")

    assert parts(make(tmp_path / "book"), PYTHONPATH=str(engine)) == whole
    html = (tmp_path / "book/site/index.html").read_text()
    assert "material.js" not in html
