"""A book through a generator that knows nothing of us: a folder in, a folder out.

`write` gives a generator its sources; what it makes of them, `complete` finishes.
"""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

import yaml

from galley.bound.book import Bound
from galley.html import formulas, katex, stylesheet
from galley.html.compile import assets, beside, compile, style
from galley.html.finish import finish, needed
from galley.problems import BookError, Place, Problem
from galley.run.cache import write_atomically


def write(bound: Bound, folder: Path, theme: Sequence[str]) -> int:
    """Write compiled pages, the other files of their folder, and what pages load.

    Args:
        bound: The book with its results.
        folder: The folder of sources that the generator is to read.
        theme: The folders of the theme, the book's own first.

    Returns:
        The number of pages.
    """
    project = bound.book.project
    shutil.copytree(project.docs_dir, folder, dirs_exist_ok=True)
    pages = compile(bound)
    for uri, page in pages.items():
        meta = yaml.safe_dump(bound.pages[uri].page.meta, allow_unicode=True)
        write_atomically(folder / uri, f"---\n{meta}---\n\n{page.markdown}")
    installed = katex.install()
    for name, path in assets(installed).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, folder / name)
    text = style(installed, theme)
    write_atomically(folder / stylesheet.ADDRESS, text)
    return len(pages)


def complete(bound: Bound, site: Path) -> int:
    """Finish every page of a built site, and add what readers can take along.

    Args:
        bound: The book with its results.
        site: What a generator made of what `write` wrote.

    Returns:
        The number of pages.

    Raises:
        BookError: A page is not there, or KaTeX refuses a formula.
    """
    pages = compile(bound)
    texts = {path: path.read_text() for path in sorted(site.rglob("*.html"))}
    wanted = [it for text in texts.values() for it in needed(text)]
    rendered = katex.render(wanted, bound.book.project.cache_dir)
    homes = {_home(site, uri): uri for uri in pages}
    refused = formulas.refused(rendered, lambda _: Place(str(site)))
    if problems := [*_absent(homes, texts), *refused]:
        raise BookError(problems)
    for path, text in texts.items():
        figures = pages[homes[path]].figures if path in homes else {}
        write_atomically(path, finish(text, figures, rendered))
    for page in bound.pages.values():
        for name, text in beside(page).items():
            write_atomically(site / name, text)
    return len(homes)


def _home(site: Path, uri: str) -> Path:
    """Where a generator puts a page: in a folder of its own, or in a file."""
    path = PurePosixPath(uri)
    flat = site / path.with_suffix(".html")
    return flat if flat.is_file() else site / path.with_suffix("") / "index.html"


def _absent(homes: dict[Path, str], texts: dict[Path, str]) -> Iterator[Problem]:
    for path, uri in homes.items():
        if path not in texts:
            details = (f"neither {path} nor a file beside it",)
            command = "build what `galley export --flavour site` wrote, then finish it"
            yield Problem(Place(uri), "the site has no such page", details, command)
