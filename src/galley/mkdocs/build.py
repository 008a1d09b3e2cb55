"""One build: the book as it stands now, and what MkDocs is given of it."""

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_relative_url

from galley.accepted import check
from galley.bound.book import Bound, bind
from galley.bound.page import BoundPage, Drawn
from galley.child.result import Result
from galley.html import formulas, katex, stylesheet
from galley.html.account import unaccounted
from galley.html.compile import Compiled, assets, compile, style
from galley.html.katex import Formula, FormulaError
from galley.mkdocs import notebook_pages, problem_box
from galley.mkdocs.reuse import stamps
from galley.mkdocs.session import Session
from galley.problems import BookError, Place, Problem
from galley.project import Project
from galley.run.cache import write_if_changed
from galley.run.results import find_or_run
from galley.source import book as books
from galley.source import rules

# Below `mkdocs`, so that `--strict` counts the warnings.
log = logging.getLogger("mkdocs.plugins.galley")

_H1 = re.compile(r"^# .*$", re.MULTILINE)


@dataclass(frozen=True)
class Build:
    """A book with its results, and its pages as MkDocs gets them."""

    bound: Bound
    pages: Mapping[str, Compiled]
    wrong: Mapping[str, list[Problem]]
    """By path of a page, what is wrong with it: only while it is served."""
    notebooks: dict[str, dict[str, Drawn]] = field(default_factory=dict)
    """By path of a notebook that mkdocs-jupyter gets, its figures by name."""
    rendered: dict[Formula, str | FormulaError] = field(default_factory=dict)

    @property
    def project(self) -> Project:
        """Where the book's files are."""
        return self.bound.book.project

    def markdown(self, uri: str) -> str:
        """Write a page, and above it what is wrong with it."""
        return problem_box.admonition(self.wrong[uri]) + self.pages[uri].markdown

    def figures(self, uri: str) -> Mapping[str, Drawn]:
        """The figures of a page, by token."""
        return self.pages[uri].figures if uri in self.pages else {}


def begin(project: Project, session: Session) -> Build:
    """Read a book, run its programs, and stop here if anything is wrong."""
    book = books.read(project)
    programs = list(book.programs.values())
    results = find_or_run(
        book, programs, session.executor, _tell, failed=session.failed
    )
    bound = bind(book, results)
    problems = [*rules.problems(book), *check.verify(bound, programs)]
    report(problems, session)
    wrong = {
        uri: problem_box.about(page, book, problems) for uri, page in book.pages.items()
    }
    return Build(bound, compile(bound), wrong)


def report(problems: list[Problem], session: Session) -> None:
    """Stop a build; while serving, warn, and let the pages say it themselves."""
    if problems and not session.serving:
        raise PluginError(f"the book is not sound\n\n{BookError(problems)}")
    for problem in BookError(problems).problems:
        log.warning(str(problem))


def _tell(program: Any, result: Result | None, kept: bool) -> None:
    if not kept and result:
        log.info(f"ran {program.path} in {result.seconds:.2f} s")


def add_assets(build: Build, files: Files, config: MkDocsConfig) -> None:
    """Add typefaces and style to the files of the site."""
    cache = build.project.cache_dir
    for name, path in assets(cache).items():
        files.append(File.generated(config, name, abs_src_path=str(path)))
    text = style(cache, config.theme.dirs)
    files.append(File.generated(config, stylesheet.ADDRESS, content=text))


def add_notebooks(build: Build, files: Files, config: MkDocsConfig) -> None:
    """Hand mkdocs-jupyter notebooks that hold what our programs produced."""
    folder = build.project.cache_dir / "notebooks"
    for page in build.bound.pages.values():
        source = page.page
        if not source.meta.get("notebook") or build.wrong[source.path]:
            continue
        uri = source.path.removesuffix(".md") + f"{notebook_pages.SUFFIX}.ipynb"
        site = str(config.site_dir)
        file = File(uri, str(folder), site, config.use_directory_urls)
        url = File(uri[:-6] + ".md", None, site, config.use_directory_urls).url

        def address(path: str, url: str = url) -> str | None:
            found = files.get_file_from_path(path)
            return get_relative_url(found.url, url) if found else None

        text, build.notebooks[uri] = notebook_pages.source(page, address)
        write_if_changed(folder / uri, text)
        files.append(file)


def account(build: Build, files: Files, session: Session) -> None:
    """Hold the HTML of each page against what it was compiled from."""
    problems: list[Problem] = []
    for file in files.documentation_pages():
        page = build.bound.pages.get(file.src_uri)
        if page and file.page and not session.reuse.stands(file.src_uri):
            place = build.bound.book.place(page.page)
            problems += unaccounted(file.page.content or "", page, place)
    report(problems, session)


def unread(build: Build, files: Files) -> Iterator[Problem]:
    """Find pages that MkDocs would publish and nobody has read."""
    for file in files.documentation_pages():
        uri = file.src_uri
        if uri not in build.pages and uri not in build.notebooks:
            fact = "a page of the site that is none of the book"
            details = ("pages are Markdown files `.md`, in folders that are no links",)
            command = "rename it, or leave it out with `exclude_docs` in mkdocs.yml"
            place = Place(f"{build.project.docs}/{uri}")
            yield Problem(place, fact, details, command)


def published(build: Build, files: Files) -> list[BoundPage]:
    """List the pages that MkDocs publishes: not drafts, and not what it leaves out."""
    uris = {file.src_uri for file in files.documentation_pages()}
    return [page for uri, page in build.bound.pages.items() if uri in uris]


def shared(build: Build, files: Files, config: MkDocsConfig) -> list[str]:
    """List what every page depends on: settings, addresses, titles, and our sources."""
    material = stylesheet.beside_material(config.theme.dirs)
    own_theme = config.theme.dirs[: max(0, material)]
    titles = (_H1.search(it.markdown) for it in build.pages.values())
    return [
        Path(config.config_file_path).read_text(),
        *(f"{it.src_uri} {it.url}" for it in files),
        *(str(it.meta.get("title")) for it in build.bound.book.pages.values()),
        *(it[0] for it in titles if it),
        *stamps(build.project.src_dir),
        *stamps(Path(__file__).parent.parent),
        *(it for folder in own_theme for it in stamps(Path(folder))),
    ]


def own(build: Build) -> dict[str, str]:
    """Say of each page what it alone depends on."""
    folder = build.project.cache_dir / "notebooks"
    texts = {
        uri: f"{build.markdown(uri)}{it.figures}" for uri, it in build.pages.items()
    }
    notebooks = {
        uri: f"{(folder / uri).read_text()}{drawn}"
        for uri, drawn in build.notebooks.items()
    }
    return texts | notebooks


def render_formulas(build: Build, files: Files, session: Session) -> None:
    """Render the formulas of all pages, now that they are HTML, in one batch."""
    found: dict[Formula, str] = {}
    for file in files.documentation_pages():
        if file.page and file.page.content:
            stands = session.reuse.stands(file.src_uri)
            for formula in _formulas(file.page, only_title=stands):
                found.setdefault(formula, file.src_uri)
    build.rendered.update(katex.render(found, build.project.cache_dir))

    def place(formula: Formula) -> Place:
        return problem_box.formula_place(build.project, found[formula], formula.tex)

    report(list(formulas.refused(build.rendered, place)), session)


def _formulas(page: MkDocsPage, only_title: bool) -> list[Formula]:
    """List the formulas of a page, and of the headings that navigation repeats."""
    if only_title:
        return formulas.find_raw(f"<nav>{page.title}</nav>")
    titles = "".join(_titles(page.toc))
    return [
        *formulas.find(page.content or ""),
        *formulas.find_raw(f"<nav>{page.title}{titles}</nav>"),
    ]


def _titles(items: Iterable[AnchorLink]) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)
