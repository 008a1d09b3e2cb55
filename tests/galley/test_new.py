"""A book about something else: from a wheel to a site, without torch."""

import os
import re
import subprocess
import sys
import time
import urllib.request
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest

from galley.cli.new import write
from galley.problems import BookError

ROOT = Path(__file__).parents[2]


def done(*command: object, cwd: Path, code: int = 0, **environment: str) -> str:
    env = {name: value for name, value in os.environ.items() if name != "CI"}
    env |= {"NO_MKDOCS_2_WARNING": "1", **environment}
    ran = subprocess.run(
        [*map(str, command)], cwd=cwd, env=env, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert ran.returncode == code, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of a fresh environment that has the wheel, as it is pinned."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "env", symlinks=True, with_pip=False)
    python = folder / "env/bin/python"
    pins = ["--constraint", ROOT / "constraints.txt"]
    pip = [sys.executable, "-m", "pip", "--python", python]
    done(*pip, "install", "--quiet", *pins, wheel, cwd=folder)
    return folder / "env/bin"


@pytest.fixture(scope="module")
def book(installed: Path) -> Path:
    """A new book, as the command wrote it."""
    folder = installed.parents[1] / "sour-dough"
    said = done(installed / "galley", "new", folder.name, cwd=folder.parent)
    assert f"cd {folder.name}\n  mkdocs serve" in said
    return folder


def test_the_engine_comes_without_torch(installed: Path, tmp_path: Path) -> None:
    """What a book does not use is not installed for it."""
    said = done(installed / "python", "-c", "import torch", cwd=tmp_path, code=1)

    assert "No module named 'torch'" in said


def test_a_new_book_is_sound_and_a_change_drifts(installed: Path, book: Path) -> None:
    """It checks and builds as it is; a change fails with the diff and the command."""
    galley = installed / "galley"
    program = book / "snippets/growth/double.py"
    assert "1 claims, 1 values on 2 pages: all as" in done(galley, "check", cwd=book)
    done(installed / "mkdocs", "build", "--strict", "--quiet", cwd=book)
    page = (book / "site/growth/index.html").read_text()
    assert page.count('<figure class="plot">') == 1
    assert 'class="value"' in page
    assert 'class="claim"' in page
    assert "numpy 2." in page
    assert not re.findall(r'<link [^>]*href="https?:.*|src="https?:.*', page)
    assert (book / "site/growth/growth.ipynb").is_file()

    program.write_text(program.read_text().replace("arange(9)", "arange(8)"))
    drift = done(galley, "check", cwd=book, code=1)
    assert "+[  1   2   4   8  16  32  64 128]" in drift
    command = re.search(r"→ galley (accept \S+)", drift)
    assert command
    done(galley, *command[1].split(), cwd=book)
    done(installed / "mkdocs", "build", "--strict", "--quiet", cwd=book)


@pytest.fixture
def served(installed: Path, book: Path, tmp_path: Path) -> Iterator[str]:
    """The address of the new book's server, where nothing of npm is installed yet."""
    address = f"127.0.0.1:{20000 + os.getpid() % 20000}"
    command = [installed / "mkdocs", "serve", "--quiet", "--dev-addr", address]
    env = os.environ | {"XDG_CACHE_HOME": str(tmp_path), "NO_MKDOCS_2_WARNING": "1"}
    server = subprocess.Popen(command, cwd=book, env=env)
    yield f"http://{address}/growth/"
    server.terminate()
    server.wait()


def test_the_first_page_waits_for_no_download(served: str, tmp_path: Path) -> None:
    """Typefaces come later: the page is there with its figure before they are."""
    began, page = time.monotonic(), ""
    while not page and time.monotonic() - began < 60:
        try:
            with urllib.request.urlopen(served, timeout=60) as answer:
                page = answer.read().decode()
        except OSError:
            time.sleep(0.1)

    assert '<figure class="plot">' in page
    assert not any((tmp_path / "galley/npm").iterdir())
    print(f"the first page after {time.monotonic() - began:.1f} s")


def test_a_new_book_takes_its_name_from_its_folder(tmp_path: Path) -> None:
    """The title is made of the name, whatever YAML would make of it."""
    write(tmp_path / "no_more-Bread: 2")
    settings = (tmp_path / "no_more-Bread: 2/mkdocs.yml").read_text()

    assert 'site_name: "No more bread: 2"\n' in settings
    assert not [*tmp_path.rglob("*.in"), *tmp_path.rglob("dot-*")]


@pytest.mark.parametrize(
    ("name", "fact"),
    [("full", "nothing is written over it"), ("file", "nothing is written over it"),
     ("/", "a book has its name from its folder"), ("...", "and this has none")],
)  # fmt: skip
def test_nothing_is_written_where_no_book_can_be(
    name: str, fact: str, tmp_path: Path
) -> None:
    """A folder with something in it, a file, and what is no name."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full/kept.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    with pytest.raises(BookError, match=fact):
        write(tmp_path / name)

    assert (tmp_path / "file").read_text() == "mine"
    assert [it.name for it in (tmp_path / "full").iterdir()] == ["kept.txt"]
