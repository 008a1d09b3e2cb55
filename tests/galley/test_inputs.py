"""A kept result is that of a run now, whatever has changed; and few runs are needless.

Each kind of change is made in one book: `before` are its files, `edit` is the change,
and `looks` is a program that would print something else after it, if it could see it.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from galley.child.result import Result
from galley.project import Project
from galley.run.executor import Executor
from galley.run.results import find_or_run
from galley.source import book as books

HERE = "from pathlib import Path\n\nhere = Path(__file__).parent\n"


def write(name: str, text: str = "new") -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)

    return edit


def touch(root: Path) -> None:
    os.utime(root / "snippets/c/d.txt", (1, 1))


def mode(root: Path) -> None:
    (root / "snippets/c/d.txt").chmod(0o600)


def point(root: Path) -> None:
    (root / "snippets/c/link").unlink()
    (root / "snippets/c/link").symlink_to("e.txt")


def delete(root: Path) -> None:
    (root / "src/pk/gone.py").unlink()


EDIT = write("snippets/c/d.txt")


@dataclass(frozen=True)
class Kind:
    """A way of seeing the book, and a change that it could see."""

    looks: str
    edit: Callable[[Path], None] = EDIT
    runs: bool = True
    """Whether a run is needed, or at least made."""


LOADER = """
from torch.utils.data import DataLoader, Dataset

class Lines(Dataset):
    def __len__(self):
        return 1

    def __getitem__(self, i):
        return (here / "d.txt").read_text()

print(list(DataLoader(Lines(), num_workers={})))
"""
SPAWNED = """
import subprocess, sys
code = f"print(open({str(here / 'd.txt')!r}).read())"
print(subprocess.check_output([sys.executable, "-c", code], text=True))
"""
FLOATS = "import torch\nprint(torch.from_file(str(here / 'd.txt'), size=1, dtype="
KINDS = {
    "open": Kind("print(open(here / 'd.txt').read())"),
    "missing file": Kind(
        "try:\n    print(open(here / 'new.txt').read())\nexcept OSError:\n    print(0)",
        write("snippets/c/new.txt"),
    ),
    "exists": Kind("print((here / 'flag').exists())", write("snippets/c/flag")),
    "exists elsewhere": Kind(
        "print((here.parent / 'b/flag').exists())", write("snippets/b/flag"), False
    ),
    "size": Kind("print((here / 'd.txt').stat().st_size)"),
    "mode": Kind("print((here / 'd.txt').stat().st_mode)", mode, False),
    "time": Kind("print((here / 'd.txt').stat().st_mtime)", touch, False),
    "listdir": Kind(
        "print(sorted(it.name for it in here.iterdir()))", write("snippets/c/new.txt")
    ),
    "glob": Kind("print(sorted(here.rglob('*.txt')))", write("snippets/c/x/n.txt")),
    "lazy import": Kind(
        "try:\n    import pk.extra\n    print(1)\nexcept ImportError:\n    print(0)",
        write("src/pk/extra.py"),
    ),
    "find_spec": Kind(
        "from importlib.util import find_spec\nprint(find_spec('pk.extra') is None)",
        write("src/pk/extra.py"),
    ),
    "package for module": Kind(
        "import m\nprint(m.x)", write("src/m/__init__.py", "x = 2")
    ),
    "transitive import": Kind("import pk\nprint(pk.x)", write("src/pk/deep.py", "x=2")),
    "deleted module": Kind(
        "try:\n    import pk.gone\n    print(1)\nexcept ImportError:\n    print(0)",
        delete,
    ),
    "other module": Kind("import pk\nprint(pk.x)", write("src/pk/side.py"), False),
    "importlib.resources": Kind(
        "from importlib.resources import files\nprint((files('pk') / 't').read_text())",
        write("src/pk/t"),
    ),
    "run as module": Kind(
        "import subprocess, sys\nsrc = here.parents[1] / 'src'\n"
        "command = [sys.executable, '-m', 'pk']\n"
        "print(subprocess.check_output(command, text=True, cwd=src))",
        write("src/pk/__main__.py", "print(2)"),
    ),
    "loader": Kind(LOADER.format(0)),
    "loader's worker": Kind(LOADER.format(1)),
    "child": Kind(
        "import subprocess\nprint(subprocess.check_output("
        "['cat', here / 'd.txt'], text=True))"
    ),
    "child's Python": Kind(SPAWNED),
    "from_file": Kind(f"{FLOATS}torch.uint8))"),
    "fromfile": Kind("import numpy\nprint(numpy.fromfile(here / 'd.txt', 'u1'))"),
    "memmap": Kind("import numpy\nprint(numpy.memmap(here / 'd.txt', 'u1', 'r'))"),
    "symlink": Kind("print((here / 'link').read_text())", point),
    "folder site": Kind(
        "print((here / 'site/d').read_text())", write("snippets/c/site/d")
    ),
    "hidden folder": Kind(
        "print((here / '.cache/d').exists())", write("snippets/c/.cache/d"), False
    ),
    "outside the root": Kind(
        "print((here.parents[2] / 'outside').exists())", write("../outside"), False
    ),
    "a page": Kind("print((here.parents[1] / 'docs/n.md').exists())",
                   write("docs/n.md"), False),
    "declared page": Kind(
        "print((here.parents[1] / 'docs/c.md').read_text())", write("docs/c.md")
    ),
    "other program": Kind("print((here / 'open.py').exists())",
                          write("snippets/c/open.py", "# %% a\nprint(1)\n"), False),
}  # fmt: skip
BEFORE = {
    "pyproject.toml": "[tool.galley]\n",
    "docs/c.md": "# C\n",
    "snippets/c/d.txt": "old lines",
    "snippets/c/e.txt": "other",
    "snippets/c/site/d": "old",
    "src/m.py": "x = 1\n",
    "src/pk/__init__.py": "from pk.deep import x\n",
    "src/pk/__main__.py": "print(1)\n",
    "src/pk/deep.py": "x = 1\n",
    "src/pk/gone.py": "",
    "src/pk/side.py": "",
    "src/pk/t": "old",
}


def build(root: Path, executor: Executor, again: bool) -> tuple[list[str], Result]:
    ran: list[str] = []
    book = books.read(Project.find(root))
    results = find_or_run(
        book,
        [it for it in book.programs.values() if it.path == "c/look.py"],
        executor,
        lambda program, _, kept: None if kept else ran.append(program.path),
        again,
    )
    return ran, results["c/look.py"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_kept_is_what_a_run_gives(
    kind: str, tmp_path: Path, executor: Executor
) -> None:
    """After each kind of change the result is that of a fresh run."""
    root = tmp_path / "book"
    for name, text in BEFORE.items():
        write(name, text)(root)
    (root / "snippets/c/link").symlink_to("d.txt")
    declares = "# reads: docs/c.md\n" if kind == "declared page" else ""
    write("snippets/c/look.py", f"{declares}# %% a\n{HERE}{KINDS[kind].looks}\n")(root)
    first, before = build(root, executor, False)
    second, _ = build(root, executor, False)
    KINDS[kind].edit(root)
    third, found = build(root, executor, False)
    _, fresh = build(root, executor, True)

    assert before.failure is None, before.failure
    assert (first, second) == (["c/look.py"], [])
    assert found.outputs == fresh.outputs
    assert third == (["c/look.py"] if KINDS[kind].runs else [])


def test_no_path_of_this_machine_is_searched(executor: Executor) -> None:
    """The user's `PATH` is none of a program's business, and their other variables."""
    code = "from galley.child.environment import *; print(settings(), located())"
    prints = [
        subprocess.check_output(
            [sys.executable, "-c", code], env=os.environ | {"PATH": path, "TZ": path}
        )
        for path in ("/bin", "/usr/bin")
    ]

    assert prints[0] == prints[1]
