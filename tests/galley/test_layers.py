"""The packages of the engine: what they may import, and what they may know."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import galley

SRC = Path(galley.__file__).parent
LAYERS = (
    ("problems", "child"),
    ("project",),
    ("source",),
    ("run",),
    ("bound",),
    ("accepted",),
    ("render",),
    ("html",),
    ("mkdocs", "cli"),
)
MAY_NAME = {
    "child/preloaded.py": "what a fork must do for a library that others have imported",
}
FLOOR = {name: n for n, row in enumerate(LAYERS) for name in row}


def room(path: Path, root: Path) -> str:
    return path.relative_to(root).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: imports are absolute"
            yield from (f"{node.module}.{it.name}" for it in node.names)
        elif isinstance(node, ast.Import):
            yield from (it.name for it in node.names)


def against(root: Path) -> list[str]:
    """List the imports that do not go down."""
    found = []
    for path in sorted(root.rglob("*.py")):
        here = room(path, root)
        if here == "__init__":
            continue
        for name in imported(path):
            package, _, rest = name.partition(".")
            if package == "mkdocs" and here != "mkdocs":
                found.append(f"{here} imports {name}")
            if package == "galley":
                there = rest.partition(".")[0]
                if there not in FLOOR or (
                    here != there and FLOOR[there] >= FLOOR[here]
                ):
                    found.append(f"{here} imports {name}")
    return found


def test_imports_go_down() -> None:
    """A module imports from its own package and from those below it."""
    assert against(SRC) == []


@pytest.mark.parametrize(
    "room, line",
    [
        ("source", "from galley.run.cache import Cache"),
        ("child", "from galley.problems import Problem"),
        ("render", "import mkdocs.plugins"),
        ("run", "from galley import read"),
    ],
)
def test_an_import_that_goes_up_is_seen(tmp_path: Path, room: str, line: str) -> None:
    """Each kind of import against the direction is named."""
    (tmp_path / room).mkdir()
    (tmp_path / room / "new.py").write_text(f"{line}\n")

    assert len(against(tmp_path)) == 1


def test_every_package_says_what_it_answers() -> None:
    """The first line of each folder is a sentence."""
    for path in SRC.rglob("__init__.py"):
        first = (ast.get_docstring(ast.parse(path.read_text())) or "").split("\n")[0]
        assert first.endswith("."), path


def test_a_child_imports_its_own_folder_alone() -> None:
    """The folder is the engine's part of the key, so nothing else of ours may count."""
    names = [path.stem for path in (SRC / "child").glob("*.py")]
    lines = [f"import galley.child.{it}" for it in names if it != "__init__"]
    show = "import sys; print(*sorted(n for n in sys.modules if n[:7] == 'galley.'))"
    done = subprocess.run(
        [sys.executable, "-c", "\n".join([*lines, show])],
        capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert {it.split(".")[1] for it in done.stdout.split()} == {"child"}


def taught(root: Path) -> list[str]:
    """List the lines of the engine that speak of what this book teaches."""
    words = re.compile(r"torch|mygpt|parabola|downhill", re.IGNORECASE)
    return [
        f"{path.relative_to(root)}:{number}: {line.strip()}"
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.suffix not in (".pyc", ".svg")
        for number, line in enumerate(path.read_text().split("\n"), start=1)
        if words.search(line) and path.relative_to(root).as_posix() not in MAY_NAME
    ]


def test_the_engine_knows_nothing_of_what_its_book_teaches() -> None:
    """No library, package or chapter of this book has its name in the engine."""
    assert taught(SRC) == []


def test_what_is_taught_is_seen(tmp_path: Path) -> None:
    """A line that names something of this book is found."""
    (tmp_path / "new.py").write_text("import os\nimport torch  # for its seed\n")

    assert taught(tmp_path) == ["new.py:2: import torch  # for its seed"]
