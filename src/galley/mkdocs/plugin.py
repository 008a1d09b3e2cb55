"""MkDocs events: what happens at each stage of a build, and why there.

All programs run before the first page is rendered; all formulas of all pages are
rendered in one batch before the first file is written; figures, which Markdown cannot
carry and the search index should not, take their places at the end.
"""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import FileSystemBytecodeCache
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import write_file

from galley.html.compile import beside
from galley.html.finish import figure, finish
from galley.mkdocs import build as builds
from galley.mkdocs import needs, notebook_pages, server
from galley.mkdocs.session import Session
from galley.mkdocs.staging import Staging
from galley.problems import BookError, refused
from galley.project import Project

if TYPE_CHECKING:  # it brings a whole HTTP server, which few builds need
    from mkdocs.livereload import LiveReloadServer

_REFERENCE_STYLE = re.compile(r'<link [^>]*_mkdocstrings\.css">')


class GalleyConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs has no types
    """Settings of the plugin; those of the book stand in `pyproject.toml`."""

    poll = config_options.Type(bool, default=False)
    """Look at all files twice a second, where the system tells of no changes."""


class GalleyPlugin(BasePlugin[GalleyConfig]):  # type: ignore[no-untyped-call]
    """Feeds MkDocs with compiled pages.

    `session` lives as long as the server, `project` as long as its settings, `build`
    and `files` as long as one build.
    """

    def on_startup(
        self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool
    ) -> None:
        """Live through all rebuilds of a server, and the warm parent with it."""
        self.session = Session(command == "serve")
        self.staging: Staging | None = None

    def on_shutdown(self) -> None:
        """End the warm parent."""
        self.session.close()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Find the book, and write the site where a broken build does no harm.

        What its pages need of MkDocs and the theme is added.
        """
        try:
            self.project = Project.find(Path(config.config_file_path).parent)
        except BookError as error:
            raise PluginError(str(error)) from None
        needs.provide(config)
        if not self.session.serving:
            self.staging = Staging(Path(config.site_dir))
            config.site_dir = str(self.staging.folder)
        return config

    def on_serve(
        self, server_: "LiveReloadServer", *, config: MkDocsConfig, builder: Any
    ) -> "LiveReloadServer":
        """Watch programs, accepted outputs, and the packages that programs import.

        From here on, what an edit costs depends on the edit: pages that stand are kept.
        """
        paths = self.project.snippets_dir, self.project.src_dir
        server.follow(server_, config, paths, self.config.poll)
        return server_

    # Before all others, since the files added here are for everybody.
    @event_priority(100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the book, run its programs, and stop here if anything is wrong."""
        self.build = builds.begin(self.project, self.session)
        builds.add_assets(self.build, files, config)
        builds.add_notebooks(self.build, files, config)
        builds.report([*builds.unread(self.build, files)], self.session)
        if self.session.serving:
            shared = builds.shared(self.build, files, config)
            self.session.reuse.begin(shared, builds.own(self.build))
        return files

    def on_nav(
        self, nav: Navigation, *, config: MkDocsConfig, files: Files
    ) -> Navigation:
        """Leave the pages as they are that the last build has made like this."""
        if self.session.serving:
            self.session.reuse.carry_over(files)
        return nav

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Give the compiled page in place of its source."""
        uri = page.file.src_uri
        return self.build.markdown(uri) if uri in self.build.pages else markdown

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Make mkdocs-jupyter's pages part of the site."""
        drawn = self.build.notebooks.get(page.file.src_uri)
        if drawn is None:
            return html
        return notebook_pages.fit(html, lambda name: figure(drawn[name]))

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Account for all that is on the pages, and render their formulas.

        From here on MkDocs writes files: what is left of pages that are gone goes
        first. Compiled templates are kept for the next build.
        """
        templates = self.project.cache_dir / "templates"
        templates.mkdir(parents=True, exist_ok=True)
        env.bytecode_cache = FileSystemBytecodeCache(str(templates))  # half a second
        builds.account(self.build, files, self.session)
        builds.render_formulas(self.build, files, self.session)
        self.files = files
        if self.session.serving:
            self.session.reuse.search(files, _search_entries(config))
            stands = self.session.reuse.stands
            self.session.written.sweep(Path(config.site_dir), files, stands)

    def on_post_page(
        self, output: str, *, page: MkDocsPage, config: MkDocsConfig
    ) -> str:
        """Finish the HTML of a page."""
        if 'class="doc ' not in output:  # the style of the reference, for the reference
            output = _REFERENCE_STYLE.sub("", output)
        figures = self.build.figures(page.file.src_uri)
        return finish(output, figures, self.build.rendered)

    # After all others: they write files too, and then the site is complete.
    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Publish what can be taken along, and put the new site in place."""
        reuse = self.session.reuse
        for page in builds.published(self.build, self.files):
            uri = page.page.path
            # While serving, a wrong page has nothing right to take along.
            if not reuse.stands(uri) and not self.build.wrong[uri]:
                texts = beside(page)
                for name, text in texts.items():
                    write_file(text.encode(), str(Path(config.site_dir, name)))
                self.session.written.add(uri, texts)
        if self.staging:
            config.site_dir = str(self.staging.publish(config.strict))
        if self.session.serving:
            reuse.end(self.files, _search_entries(config))

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the previous site as it was, and say what the system refused."""
        self.session.reuse.forget()
        if self.staging:
            self.staging.discard()
        if isinstance(error, OSError):
            error = BookError([refused(error, self.project.root)])
        if isinstance(error, BookError):
            builds.log.error(str(error))
            raise Abort("nothing was published") from None


def _search_entries(config: MkDocsConfig) -> list[dict[str, Any]]:
    """Return the index of Material's search, which it makes anew in each build."""
    search = config.plugins.get("material/search")
    return search.search_index.entries if search else []
