"""What a book needs of MkDocs besides the plugin: nobody has to write it down."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from galley.html import stylesheet
from galley.html.compile import SCRIPT

EXTENSIONS: dict[str, dict[str, Any]] = {
    "abbr": {},
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "md_in_html": {},
    "tables": {},
    "toc": {},
    "pymdownx.arithmatex": {"generic": True},
    "pymdownx.blocks.html": {},
    "pymdownx.details": {},
    "pymdownx.highlight": {},
    "pymdownx.superfences": {},
    "galley.html.markdown_extension": {},
}
"""The Markdown extensions that compiled pages are written for, with their settings."""


def provide(config: MkDocsConfig) -> None:
    """Add to the settings of a site what is missing there."""
    for name, needed in EXTENSIONS.items():
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
        if needed:
            config.mdx_configs[name] = {**config.mdx_configs.get(name, {}), **needed}
    if stylesheet.ADDRESS not in config.extra_css:
        config.extra_css.insert(0, stylesheet.ADDRESS)
    if SCRIPT not in map(str, config.extra_javascript):
        config.extra_javascript.append(SCRIPT)
    dirs = config.theme.dirs
    if (place := stylesheet.beside_material(dirs)) >= 0:
        dirs.insert(place, str(stylesheet.MATERIAL))
