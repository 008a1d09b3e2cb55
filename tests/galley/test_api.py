"""What others may import of galley, and the wheel that brings it."""

import ast
import importlib
import subprocess
import sys
import zipfile
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import galley

ROOT = Path(__file__).parents[2]
PUBLIC = [
    "Book",
    "BookError",
    "Bound",
    "Executor",
    "Problem",
    "Project",
    "Result",
    "accept",
    "bind",
    "broken",
    "compile",
    "find_or_run",
    "finish",
    "main",
    "read",
    "unaccounted",
    "verify",
]


def test_the_public_names_are_these() -> None:
    """A name that is added or taken away is a decision, and stands here too."""
    assert galley.__all__ == PUBLIC


@pytest.mark.parametrize("name", PUBLIC)
def test_a_public_name_is_there_and_documented(name: str) -> None:
    """Each can be imported from `galley`, and says what it is."""
    assert getattr(importlib.import_module("galley"), name).__doc__


def test_another_name_is_refused() -> None:
    """What is not public is an attribute error, as everywhere."""
    with pytest.raises(AttributeError, match="no public name `runner`"):
        _ = galley.runner


def test_a_book_is_read_bound_verified_and_compiled(
    tmp_path: Path, executor: "galley.Executor"
) -> None:
    """The public names are enough to build a book."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "snippets/walk").mkdir(parents=True)
    (tmp_path / "snippets/walk/walk.py").write_text("# %% walk\nprint(0.1 + 0.2)\n")
    block = '```python exec="on"\n--8<-- "walk/walk.py:walk"\n```\n'
    (tmp_path / "docs/walk.md").write_text(f"# A walk\n\n{block}")
    book = galley.read(galley.Project(tmp_path))
    programs = list(book.programs.values())
    bound = galley.bind(book, galley.find_or_run(book, programs, executor))
    accepted = list(galley.accept(bound, programs))
    pages = galley.compile(bound)
    html = galley.finish("<p>done</p>", pages["walk.md"].figures, {})

    assert [name for name, _, _ in accepted] == ["snippets/walk/walk.out"]
    assert galley.verify(bound, programs) == []
    assert "0.30000000000000004" in pages["walk.md"].markdown
    assert html == "<p>done</p>"


def test_the_wheel_holds_all_that_the_engine_reads(wheel: Path) -> None:
    """What is no Python goes along: typing mark, theme, what pins npm's packages."""
    names = zipfile.ZipFile(wheel).namelist()
    files = [it for it in (ROOT / "src").rglob("*") if it.is_file()]
    left = [
        name
        for it in files
        if not {"__pycache__"} & set(it.parts) and ".egg-info" not in str(it)
        if (name := it.relative_to(ROOT / "src").as_posix()) not in names
    ]

    assert left == []


def asked(wheel: Path, extra: str | None = None) -> set[str]:
    """What the wheel asks for: with one extra, without any (`""`), or with all."""
    names = zipfile.ZipFile(wheel).namelist()
    path = next(it for it in names if it.endswith("/METADATA"))
    lines = zipfile.ZipFile(wheel).read(path).decode().splitlines()
    found = [
        Requirement(it.removeprefix("Requires-Dist: "))
        for it in lines
        if it.startswith("Requires-Dist: ")
    ]
    return {
        canonicalize_name(it.name)
        for it in found
        if extra is None or not it.marker or it.marker.evaluate({"extra": extra})
    }


def imports(path: Path) -> set[str]:
    """The packages that a module imports, wherever it does."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {it.name.partition(".")[0] for it in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found - sys.stdlib_module_names - {"galley", "mygpt"}


def test_every_import_is_declared(wheel: Path) -> None:
    """Nothing that we import comes only because another package brings it."""
    homes = packages_distributions()
    declared = asked(wheel)
    modules = set[str]().union(*map(imports, (ROOT / "src").rglob("*.py")))
    missing = {
        it
        for it in modules
        if declared.isdisjoint(map(canonicalize_name, homes.get(it, ())))
    }

    assert missing == set()


ALONE = """
import sys
from importlib.metadata import packages_distributions

allowed = set(sys.argv[1].split())
known = packages_distributions()
class Only:
    def find_spec(self, name, path=None, target=None):
        homes = known.get(name.partition(".")[0])
        if homes and allowed.isdisjoint(it.lower().replace("_", "-") for it in homes):
            raise ModuleNotFoundError(f"No module named {name!r}: only an extra has it")
sys.meta_path.insert(0, Only())
sys.argv = [sys.argv[2], "--help"]
__import__(f"{sys.argv[0]}.cli")
sys.modules[f"{sys.argv[0]}.cli"].main()
"""


@pytest.mark.parametrize(("command", "extra"), [("galley", ""), ("mygpt", "mygpt")])
def test_a_command_starts_with_what_it_needs(
    wheel: Path, command: str, extra: str
) -> None:
    """The wheel alone is enough for the engine, and its own extra for `mygpt`."""
    found: set[str] = {"downhill"}
    waiting = sorted(asked(wheel, extra))
    while waiting:
        if (name := waiting.pop()) in found:
            continue
        found.add(name)
        for it in requires(name) or ():
            requirement = Requirement(it)
            if not requirement.marker or requirement.marker.evaluate({"extra": ""}):
                waiting.append(canonicalize_name(requirement.name))
    done = subprocess.run(
        [sys.executable, "-c", ALONE, " ".join(found), command],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert "Usage:" in done.stdout


ROOMS = {
    "commands/profile.py": "shows costs that are not this machine's",
    "directives/proof.py": "lists the options as the parser knows them",
    "engine/flavours.py": "shows the pure functions of the rooms themselves",
    "engine/keys.py": "shows what a key is made of",
    "errors/elsewhere.py": "has no cluster to run on",
    "errors/on_the_page.py": "has no folder that MkDocs could build in",
    "your-own-book/settings.py": "lists the extensions as the plugin knows them",
}
"""The programs of the guide that go into a room of the engine, and why."""


def test_programs_use_public_names() -> None:
    """What the guide shows is what readers can do."""
    inner = set()
    for path in sorted((ROOT / "snippets").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += (
                [it.name for it in node.names] if isinstance(node, ast.Import) else []
            )
            if any(it.startswith("galley.") for it in names):
                inner.add(path.relative_to(ROOT / "snippets").as_posix())

    assert inner == set(ROOMS)
