"""What a book costs as it grows, written to `snippets/speed/growth.json`.

    python -m tests.bench.growth [PROGRAMS…]

Time and memory are measured in separate builds, so that watching the memory costs no
time. Beside each build of the book, MkDocs alone builds the same pages with the outputs
already in them.
"""

import sys
import tempfile
from pathlib import Path

from galley.html import katex
from tests.bench.books import (
    PER_PAGE,
    accept,
    edit,
    forget,
    write_book,
    write_static,
)
from tests.bench.measure import build, cost, facts, keep, peak, quiet, versions
from tests.bench.served import waits

SIZES = (10, 40, 100, 1000)
TOOLS = ("torch", "matplotlib", "mkdocs", "mkdocs-material")


def measure(folder: Path, programs: int) -> dict[str, object]:
    """Measure one book: seconds of its builds, wall and processor, and peaks in MB."""
    root, static = folder / "book", folder / "static"
    pages = programs // PER_PAGE
    write_book(root, programs, pages)
    write_static(static, *accept(root))
    katex.install()

    forget(root)
    costs = {"cold": cost(lambda: build(root))}
    costs["unchanged"] = min(cost(lambda: build(root)) for _ in range(2))
    edit(root, 1)
    said: list[str] = []
    costs["edited"] = cost(lambda: said.append(build(root)))
    assert said[0].count("ran bench/") == 1, said[0]
    costs["MkDocs alone"] = min(cost(lambda: build(static)) for _ in range(2))

    memory_unchanged = peak(root)
    forget(root)
    memory_cold = peak(root)
    return {
        "programs": programs,
        "pages": pages,
        "seconds": {name: round(wall, 2) for name, (wall, _) in costs.items()},
        "processor": {name: round(used, 2) for name, (_, used) in costs.items()},
        "megabytes": {
            "cold": round(memory_cold),
            "unchanged": round(memory_unchanged),
            "MkDocs alone": round(peak(static)),
        },
        "waits": waits(root),
    }


def main() -> None:
    """Measure books of growing size and keep what was found."""
    given = [int(it) for it in sys.argv[1:]]
    load = 0.0 if given else quiet()
    measured = []
    for programs in given or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            measured.append(measure(Path(folder), programs))
        print(measured[-1], flush=True)
    if not given:
        keep("growth", facts(load, versions(TOOLS)) | {"books": measured})


if __name__ == "__main__":
    main()
