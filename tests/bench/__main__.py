"""What the machinery costs: a generated book, measured against doing without it.

    python -m tests.bench [PROGRAMS]

Times are from one run on one machine: read the ratios. Without the machinery, one
Python process imports torch once and runs every program's text, and MkDocs builds the
same pages with the outputs already in them.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from galley.html import katex
from galley.project import Project
from galley.run.executor import Executor
from galley.source import book as books
from tests.bench.books import (
    accept,
    edit,
    forget,
    write_book,
    write_static,
)
from tests.bench.measure import build, timed

PAGES = 8
SINGLE = """\
import json, sys, matplotlib, time
matplotlib.use("svg")
import matplotlib.pyplot as plt, torch, io
torch.set_num_threads(1)
def show():
    plt.savefig(io.StringIO(), format="svg")
    plt.close("all")
plt.show = show
began = time.perf_counter()
for path in json.load(sys.stdin):
    exec(compile(open(path).read(), path, "exec"), {"__name__": "__main__"})
print(time.perf_counter() - began, file=sys.stderr)
"""


def single(root: Path) -> tuple[float, float]:
    """Run all programs in one process; return its wall time and the programs' part."""
    paths = sorted(map(str, (root / "snippets").rglob("*.py")))
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", SINGLE],
        input=json.dumps(paths),
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return time.perf_counter() - began, float(done.stderr.splitlines()[-1])


def main() -> None:
    """Measure and print a table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    with tempfile.TemporaryDirectory() as folder:
        book, static = Path(folder, "book"), Path(folder, "static")
        write_book(book, count, PAGES)
        parsed, results = accept(book)
        write_static(static, parsed, results)
        katex.install()
        forget(book)
        one_process, work = single(book)
        plain = timed(lambda: build(static))
        cold = timed(lambda: build(book))
        unchanged = min(timed(lambda: build(book)) for _ in range(3))
        plain = min(plain, *(timed(lambda: build(static)) for _ in range(2)))
        edit(book, 1)
        said: list[str] = []
        edited = timed(lambda: said.append(build(book)))
        reran = said[0].count("ran bench/")

        forget(book)
        parsed = books.read(Project.find(book))
        scripts = list(parsed.programs.values())
        with Executor() as executor:
            list(executor.run(parsed.project, scripts[:1]))  # warm
            wall = timed(lambda: list(executor.run(parsed.project, scripts)))

    print(f"{count} programs, half with a figure, {PAGES} pages; seconds, one run\n")
    rows = [
        ("one process, torch imported once", one_process, ""),
        ("static MkDocs build of the same pages", plain, ""),
        (
            "cold build",
            cold,
            f"{cold / (one_process + plain):.2f} of these two together",
        ),
        ("unchanged build", unchanged, f"{unchanged / plain:.2f} of the static build"),
        ("one program edited", edited, f"{reran} program ran again"),
        ("all programs, warm parent", wall, f"{wall / work:.2f} of their own work"),
    ]
    for name, seconds, note in rows:
        print(f"{name:<40} {seconds:7.2f}  {note}")
    extra = (wall - work) / count * 1000
    print(f"{'per further program, above its own work':<40} {extra:7.1f}  ms")


if __name__ == "__main__":
    main()
