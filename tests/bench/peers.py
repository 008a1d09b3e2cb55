"""The same book in the formats of other tools, written to `snippets/speed/peers.json`.

    python -m tests.bench.peers [ROUNDS]

Each tool has a virtual environment of its own below `.cache/peers`. The builds are
interleaved, and the best of all rounds counts: a disturbance meets all tools alike.
At the end two programs are changed for the worse, to see which builds refuse that.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from galley.html import katex
from tests.bench import books, formats
from tests.bench.measure import MKDOCS, ROOT, build, cost, facts, keep, quiet, versions

PROGRAMS, PAGES, ROUNDS = 40, 8, 3
COMMON = ("torch", "matplotlib")
TORCH = "torch==2.13.0"
WRONG = {"a false assertion": books.false, "another output": books.other}
"""Changes that a build may refuse; each is tried on a program of its own."""
Change = Callable[[str], str]


@dataclass(frozen=True)
class Peer:
    """A tool: how it is installed, how it wants the book, what it keeps."""

    name: str
    packages: tuple[str, ...]
    """What pip installs besides torch; constraints.txt pins what this project uses."""
    write: Callable[[Path, formats.Sources, int], None]
    command: tuple[str, ...]
    kept: tuple[str, ...]
    """What an empty cache has not, below the folder of the book."""

    @property
    def python(self) -> Path:
        """The interpreter of its virtual environment."""
        return ROOT / ".cache" / "peers" / self.name / "bin" / "python"


_MKDOCS = ("mkdocs", "mkdocs-material")
_BUILD = MKDOCS[1:]
PEERS = (
    Peer(
        "markdown-exec",
        ("markdown-exec==1.12.6", *_MKDOCS),
        formats.markdown_exec,
        _BUILD,
        ("site",),
    ),
    Peer(
        "mkdocs-jupyter",
        ("mkdocs-jupyter", *_MKDOCS),
        formats.mkdocs_jupyter,
        _BUILD,
        ("site", ".cache"),
    ),
    Peer(
        "sphinx-gallery",
        ("sphinx-gallery==0.22.1", "sphinx==9.0.4"),
        formats.sphinx_gallery,
        # Not in parallel: each further process imports torch, which costs more here.
        ("-m", "sphinx", "-W", "-b", "html", ".", "site"),
        ("site", "gallery", "sg_execution_times.rst"),
    ),
)


def install(peer: Peer) -> None:
    """Make the virtual environment of a tool, if it is missing; torch is first."""
    folder = peer.python.parent.parent
    if (folder / "installed").is_file():
        return
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    pip = [peer.python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    constraints = ("-c", ROOT / "constraints.txt")
    # Without CUDA, where the index of such builds is in reach: as in the Makefile.
    cpu = ("--no-deps", "--requirement", ROOT / ".github/torch-cpu.txt")
    subprocess.run([*pip, *cpu, TORCH], check=False)
    for what in ((TORCH,), (*constraints, "matplotlib", *peer.packages)):
        subprocess.run([*pip, *what], check=True)
    (folder / "installed").touch()


def installed(peer: Peer) -> dict[str, str]:
    """Ask a tool's environment for the versions of its packages."""
    names = [it.partition("==")[0] for it in (*peer.packages, *COMMON)]
    code = "import sys; from importlib.metadata import version\n"
    code += "print(*map(version, sys.argv[1:]))"
    done = subprocess.run(
        [peer.python, "-c", code, *names], check=True, capture_output=True, text=True
    )
    return dict(zip(names, done.stdout.split(), strict=True))


@dataclass(frozen=True)
class Book:
    """The book of one tool: what to do with it, whatever the tool."""

    build: Callable[[], object]
    forget: Callable[[], object]
    edit: Callable[[int, Change], object]
    """Changes the program of this number."""


def ours(root: Path) -> Book:
    """Write the book as galley wants it."""
    books.write_book(root, PROGRAMS, PAGES)
    books.accept(root)
    katex.install()
    return Book(
        lambda: build(root),
        lambda: books.forget(root),
        lambda number, change: books.edit(root, number, change),
    )


def theirs(peer: Peer, root: Path) -> Book:
    """Write the book as a tool wants it."""
    sources = {number: books.program(number) for number in range(PROGRAMS)}
    peer.write(root, sources, PAGES)

    def forget() -> None:
        for name in peer.kept:
            path = root / name
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)

    def edit(number: int, change: Change) -> None:
        sources[number] = change(sources[number])
        peer.write(root, sources, PAGES)

    command = (str(peer.python), *peer.command)
    return Book(lambda: build(root, command), forget, edit)


Costs = dict[str, dict[str, list[tuple[float, float]]]]
"""By tool and build: wall and processor time of each round, in seconds."""


def measure(shelf: dict[str, Book], rounds: int) -> Costs:
    """Time every build of every tool, in turn."""
    found: Costs = {name: {"cold": [], "unchanged": [], "edited": []} for name in shelf}
    for book in shelf.values():  # once for nothing: files come from the disk
        book.build()
    for turn in range(rounds):
        for work in ("cold", "unchanged", "edited"):
            for name, book in shelf.items():
                if work == "cold":
                    book.forget()
                elif work == "edited":
                    book.edit(turn, books.same)
                wall, used = cost(book.build)
                found[name][work].append((round(wall, 2), round(used, 2)))
    return found


def refused(book: Book) -> list[str]:
    """Make each wrong change, and list those for which the build fails."""
    found = []
    for number, (name, change) in enumerate(WRONG.items(), start=PROGRAMS // 2):
        book.edit(number, change)
        try:
            book.build()
        except SystemExit:
            found.append(name)
        book.edit(number, lambda _, number=number: books.program(number))
    return found


def main() -> None:
    """Measure all tools, print a table, and keep what was found."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    for peer in PEERS:
        install(peer)
    load = quiet()
    with tempfile.TemporaryDirectory() as folder:
        shelf = {"galley": ours(Path(folder, "galley"))}
        shelf |= {it.name: theirs(it, Path(folder, it.name)) for it in PEERS}
        costs = measure(shelf, rounds)
        refuses = {name: refused(book) for name, book in shelf.items()}
    tools = {"galley": versions(("mkdocs", "mkdocs-material", *COMMON))}
    tools |= {peer.name: installed(peer) for peer in PEERS}
    for name, times in costs.items():
        best = "".join(f"{min(all_)[0]:10.2f}" for all_ in times.values())
        print(f"{name:<16}{best}  refuses {', '.join(refuses[name])}")
    keep(
        "peers",
        facts(load, {})
        | {"programs": PROGRAMS, "pages": PAGES, "rounds": rounds}
        | {"tools": tools, "costs": costs, "refuses": refuses},
    )


if __name__ == "__main__":
    main()
