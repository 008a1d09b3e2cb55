"""The whole book through a generator that does not know galley."""

import os
import re
import shutil
import subprocess
import sys
from difflib import unified_diff
from pathlib import Path

import material
import pytest
import yaml

from galley.project import Project
from galley.source import book as books

ROOT = Path(__file__).parents[2]
BOOK = books.read(Project.find(ROOT))
THEME = [
    ROOT / "docs/theme",
    ROOT / "src/galley/html/material",
    Path(material.__file__).parent / "templates",
]
_ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)
# mkdocs-jupyter's page is our notebook, which only the plugin hands over.
NOTEBOOK = "descent/five-to-three-notebook.ipynb"


def ran(*command: str, cwd: Path = ROOT, **environment: str) -> None:
    done = subprocess.run(
        command, cwd=cwd, env=os.environ | environment, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


class Loader(yaml.SafeLoader):
    """Reads `mkdocs.yml`, whose `!ENV` has a default."""


Loader.add_constructor("!ENV", lambda *_: "")


def plain_settings() -> str:
    """Take our plugin, and the notebook that it hands over, out of the settings."""
    text = (ROOT / "mkdocs.yml").read_text()
    text = "\n".join(it for it in text.split("\n") if NOTEBOOK not in it)
    settings = yaml.load(text, Loader)  # a safe loader, and one tag
    settings["plugins"] = [
        it
        for it in settings["plugins"]
        if it != "galley" and "mkdocs-jupyter" not in it
    ]
    settings["theme"]["custom_dir"] = "theme"
    settings["extra_css"] = ["assets/style.css"]
    settings["extra_javascript"] = ["assets/replay.js"]
    return yaml.safe_dump(settings, sort_keys=False, allow_unicode=True)


def articles(site: Path) -> dict[str, str]:
    """Read what each page says, by its address."""
    found = {}
    for uri in BOOK.pages:
        path = Path(uri).with_suffix("")
        home = path.parent if path.name == "index" else path
        match = _ARTICLE.search((site / home / "index.html").read_text())
        assert match, uri
        found[uri] = match[0]
    return found


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The articles as MkDocs makes them with our plugin."""
    site = tmp_path_factory.mktemp("ours") / "site"
    ran(
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "-d",
        str(site),
        SITE_URL="",
    )
    return articles(site)


def built_without_us(folder: Path, *generator: str) -> dict[str, str]:
    """Compile, have a generator build that alone, and finish."""
    docs, site = folder / "docs", folder / "site"
    theme = [option for it in THEME for option in ("--theme", str(it))]
    ran("galley", "export", "--flavour", "site", *theme, str(docs))
    (folder / "mkdocs.yml").write_text(plain_settings())
    for it in reversed(THEME[:2]):  # as the plugin finds them: the book's own first
        shutil.copytree(it, folder / "theme", dirs_exist_ok=True)
    shutil.copytree(ROOT / "src/mygpt", folder / "src/mygpt")  # for the reference
    ran(*generator, "build", "--quiet", cwd=folder)
    ran("galley", "finish", str(site))
    return articles(site)


GENERATORS = [[sys.executable, "-m", "mkdocs"]]
if other := os.environ.get("GENERATOR"):  # as `make other` has it
    GENERATORS.append([other])


@pytest.mark.parametrize("generator", GENERATORS, ids=lambda it: Path(it[-1]).name)
def test_a_generator_alone_builds_the_book(
    generator: list[str], tmp_path: Path, ours: dict[str, str]
) -> None:
    """Every article is the same, byte for byte, without our plugin."""
    without = built_without_us(tmp_path, *generator)
    differences = [
        line
        for uri in ours
        for line in unified_diff(
            ours[uri].split("\n"), without[uri].split("\n"), uri, "without", n=0
        )
    ]

    assert "\n".join(differences) == ""
    assert (tmp_path / "site/descent/parabola/parabola.ipynb").is_file()
