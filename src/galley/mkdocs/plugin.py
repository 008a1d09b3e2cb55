"""MkDocs events and nothing else.

The order of a build: all programs run before the first page is rendered; all formulas
of all pages are rendered in one batch before the first file is written; figures, which
Markdown cannot carry and the search index should not, take their places at the end.
"""

import logging
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import FileSystemBytecodeCache
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_relative_url, write_file

from galley.accepted import check
from galley.child.result import Result
from galley.html import formulas, stylesheet
from galley.mkdocs import notebook_pages, problem_box, session
from galley.mkdocs import server as serve
from galley.mkdocs.session import Reuse
from galley.mkdocs.staging import Staging
from galley.problems import BookError, Problem, refused
from galley.project import Project
from galley.render import expand
from galley.render import files as export
from galley.render import svg as dress
from galley.render.expand import Expansion, Figure
from galley.render.pages import glossary
from galley.render.pages.chapter import furnish
from galley.run.cache import write_if_changed
from galley.run.executor import Executor
from galley.run.results import find_or_run
from galley.source import book as books
from galley.source import rules
from galley.source.page import Page

if TYPE_CHECKING:  # it brings a whole HTTP server, which few builds need
    from mkdocs.livereload import LiveReloadServer

# Below `mkdocs`, so that `--strict` counts the warnings.
log = logging.getLogger("mkdocs.plugins.galley")

_H1 = re.compile(r"^# .*$", re.MULTILINE)
_DOC_STYLE = re.compile(r'<link [^>]*_mkdocstrings\.css">')
_TOKEN = re.compile(r"<p>(galleyfigure\w+)</p>")


class GalleyConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs has no types
    """Settings of the plugin; those of the book stand in `pyproject.toml`."""

    repository = config_options.Type(str, default="")
    """`owner/name` on GitHub: adds a link that opens a chapter's notebook in Colab."""
    poll = config_options.Type(bool, default=False)
    """Look at all files twice a second, where the system tells of no changes."""


class GalleyPlugin(BasePlugin[GalleyConfig]):  # type: ignore[no-untyped-call]
    """Feeds MkDocs with expanded pages."""

    def on_startup(
        self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool
    ) -> None:
        """Live through all rebuilds of a server, and the warm parent with it."""
        self.serving = command == "serve"
        self.reuse = Reuse()
        self.failed: dict[str, Result] = {}
        self.executor: Executor | None = None
        self.staging: Staging | None = None

    def on_shutdown(self) -> None:
        """End the warm parent."""
        if self.executor:
            self.executor.close()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Find the book, and write the site where a broken build does no harm."""
        root = Path(config.config_file_path).parent
        try:
            self.project = Project.find(root)
        except BookError as error:
            raise PluginError(str(error)) from None
        self.executor = self.executor or Executor()
        self.staging = None if self.serving else Staging(Path(config.site_dir))
        if self.staging:
            config.site_dir = str(self.staging.folder)
        return config

    def on_serve(
        self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: Any
    ) -> "LiveReloadServer":
        """Watch programs, accepted outputs, and the packages that programs import.

        From here on, what an edit costs depends on the edit: pages that stand are kept.
        """
        paths = self.project.snippets_dir, self.project.src_dir
        serve.follow(server, config, paths, self.config.poll)
        return server

    # Before all others, since the files added here are for everybody.
    @event_priority(100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the book, run its programs, and stop here if anything is wrong."""
        assert self.executor
        self.book = books.read(self.project)
        programs = list(self.book.programs.values())
        self.results = find_or_run(
            self.book, programs, self.executor, _tell, failed=self.failed
        )
        self.problems = [
            *rules.problems(self.book),
            *check.verify(self.book, programs, self.results),
        ]
        self._report(self.problems)
        installed = formulas.install(self.project.cache_dir)
        for name, path in formulas.assets(installed).items():
            file = File.generated(config, f"assets/{name}", abs_src_path=str(path))
            files.append(file)
        if stylesheet.ADDRESS in config.extra_css:
            style = stylesheet.joined(config.theme.dirs, formulas.style(installed))
            files.append(File.generated(config, stylesheet.ADDRESS, content=style))
        self._add_notebooks(files, config)
        self.expansions: dict[str, Expansion] = {}
        self.rendered: dict[formulas.Formula, str | formulas.FormulaError] = {}
        self._expand(config, files)
        return files

    def _expand(self, config: MkDocsConfig, files: Files) -> None:
        """Write the site's flavour of every page; see which of them still stand."""
        self.markdown: dict[str, str] = {}
        own: dict[str, str] = {}
        for uri, source in self.book.pages.items():
            expansion = expand.site(source, self.book, self.results)
            self.expansions[uri] = expansion
            text = furnish(
                expansion.text, source, self.book, self.results, self.config.repository
            )
            self.markdown[uri] = problem_box.admonition(self._wrong(source)) + text
            own[uri] = f"{self.markdown[uri]}{expansion.figures}"
        for uri, drawn in self.notebooks.items():
            notebook = (self.project.cache_dir / "notebooks" / uri).read_text()
            own[uri] = f"{notebook}{drawn}"
        if self.serving:
            self.reuse.begin(
                [
                    Path(config.config_file_path).read_text(),
                    *(f"{it.src_uri} {it.url}" for it in files),
                    *(str(it.meta.get("title")) for it in self.book.pages.values()),
                    *(m[0] for it in self.markdown.values() if (m := _H1.search(it))),
                    *session.stamps(self.project.src_dir),
                    *session.stamps(Path(__file__).parent),
                ],
                own,
            )

    def on_nav(
        self, nav: Navigation, *, config: MkDocsConfig, files: Files
    ) -> Navigation:
        """Leave the pages as they are that the last build has made like this."""
        if self.serving:
            self.reuse.carry_over(files)
        return nav

    def _add_notebooks(self, files: Files, config: MkDocsConfig) -> None:
        """Hand mkdocs-jupyter notebooks that hold what our programs produced."""
        self.notebooks: dict[str, dict[str, Figure]] = {}
        folder = self.project.cache_dir / "notebooks"
        for source in self.book.pages.values():
            if not source.meta.get("notebook") or self._wrong(source):
                continue
            uri = source.path.removesuffix(".md") + f"{notebook_pages.SUFFIX}.ipynb"
            site = str(config.site_dir)
            file = File(uri, str(folder), site, config.use_directory_urls)
            url = File(uri[:-6] + ".md", None, site, config.use_directory_urls).url

            def address(path: str, url: str = url) -> str | None:
                found = files.get_file_from_path(path)
                return get_relative_url(found.url, url) if found else None

            text, drawn = notebook_pages.source(
                source, self.book, self.results, address
            )
            write_if_changed(folder / uri, text)
            files.append(file)
            self.notebooks[uri] = drawn

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Explain terms once a page; make mkdocs-jupyter's pages part of the site."""
        drawn = self.notebooks.get(page.file.src_uri)
        if drawn is None:
            return glossary.once(html)
        return notebook_pages.fit(html, lambda name: _figure(drawn[name]))

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Give the site's flavour of a page in place of its source."""
        return self.markdown.get(page.file.src_uri, markdown)

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Render the formulas of all pages, now that they are HTML, in one batch."""
        templates = self.project.cache_dir / "templates"
        templates.mkdir(parents=True, exist_ok=True)
        env.bytecode_cache = FileSystemBytecodeCache(
            str(templates)
        )  # saves half a second
        found: dict[formulas.Formula, str] = {}
        for file in files.documentation_pages():
            if file.page and file.page.content:
                stands = self.reuse.stands(file.src_uri)
                for formula in _formulas(file.page, only_title=stands):
                    found.setdefault(formula, file.src_uri)
        problems = []
        for formula, html in formulas.render(found, self.project.cache_dir).items():
            if isinstance(html, formulas.FormulaError):
                place = problem_box.formula_place(
                    self.project, found[formula], formula.tex
                )
                problems.append(
                    Problem(place, "bad formula", (formula.tex, html.message))
                )
            else:
                self.rendered[formula] = html
        self._report(problems)
        self.files = files
        if self.serving:
            self.reuse.search(files, _search_entries(config))

    def on_post_page(
        self, output: str, *, page: MkDocsPage, config: MkDocsConfig
    ) -> str:
        """Put formulas and figures in their places."""
        if 'class="doc ' not in output:  # the style of the reference, for the reference
            output = _DOC_STYLE.sub("", output)
        output = formulas.replace(output, self.rendered)
        output = formulas.replace_raw(output, self.rendered)
        expansion = self.expansions.get(page.file.src_uri)
        if expansion and expansion.figures:
            output = _TOKEN.sub(lambda m: _figure(expansion.figures[m[1]]), output)
        return output

    # After all others: they write files too, and then the site is complete.
    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Publish what can be taken along, and put the new site in place."""
        for source in self.book.pages.values():
            # While serving, a wrong page has nothing right to take along.
            if self.reuse.stands(source.path) or self._wrong(source):
                continue
            home = Path(config.site_dir, source.path).with_suffix("")
            home = home.parent if source.stem == "index" else home
            for name, text in export.take_along(source, self.book, self.results):
                write_file(text.encode(), str(home / name))
        if self.staging:
            config.site_dir = str(self.staging.publish(config.strict))
        if self.serving:
            self.reuse.end(self.files, _search_entries(config))

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the previous site as it was, and say what the system refused."""
        self.reuse.forget()
        if self.staging:
            self.staging.discard()
        if isinstance(error, OSError):
            error = BookError([refused(error, self.project.root)])
        if isinstance(error, BookError):
            log.error(str(error))
            raise Abort("nothing was published") from None

    def _wrong(self, source: Page) -> list[Problem]:
        """List the problems that concern a page."""
        return problem_box.about(source, self.book, self.problems)

    def _report(self, problems: list[Problem]) -> None:
        """Stop a build; while serving, warn, and let the pages say it themselves."""
        if not problems:
            return
        if not self.serving:
            raise PluginError(f"the book is not sound\n\n{BookError(problems)}")
        for problem in BookError(problems).problems:
            log.warning(str(problem))


def _search_entries(config: MkDocsConfig) -> list[dict[str, Any]]:
    """Return the index of Material's search, which it makes anew in each build."""
    search = config.plugins.get("material/search")
    return search.search_index.entries if search else []


def _tell(program: Any, result: Result | None, kept: bool) -> None:
    if not kept and result:
        log.info(f"ran {program.path} in {result.seconds:.2f} s")


def _formulas(page: MkDocsPage, only_title: bool) -> list[formulas.Formula]:
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


def _figure(figure: Figure) -> str:
    if figure.replay is not None:
        from galley.render.slider import (
            html as replay,  # with Matplotlib's ticks, which few builds need
        )

        return replay.element_html(figure.replay, figure.alt, figure.name)
    svg = dress.site_svg(figure.svg, figure.alt, figure.name)
    return f'<figure class="plot">{svg}</figure>'
