"""What the machinery costs: a generated book, measured against doing without it.

    python -m tests.bench [PROGRAMS]

Times are from one run on one machine: read the ratios. Without the machinery, one
Python process imports torch once and runs every program's text, and MkDocs builds the
same pages with the outputs already in them.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from galley import book as books
from galley import check, expand
from galley.execute import Executor
from galley.project import Project

PAGES = 8
MKDOCS = """\
site_name: Bench
theme: {name: material, font: false}
plugins: [search%s]
markdown_extensions:
  - admonition
  - attr_list
  - pymdownx.details
  - pymdownx.superfences
  - pymdownx.blocks.html
  - pymdownx.arithmatex: {generic: true}
  - toc: {permalink: true}
"""
PROGRAM = '''\
"""Descends on a parabola of its own."""

# %% walk
import torch

target = {number} + 1.0
x = torch.tensor(0.0, requires_grad=True)
optimiser = torch.optim.SGD([x], lr=0.1)
losses = []
for step in range(100):
    optimiser.zero_grad()
    loss = (x - target) ** 2
    loss.backward()
    optimiser.step()
    losses.append(loss.item())
    if step % 20 == 0:
        print(f"{{step:4d}}  {{x.item():.6f}}  {{losses[-1]:.6f}}")
x_last = x.item()

# %% claim: falls
assert losses == sorted(losses, reverse=True)
'''
FIGURE = """
# %% picture
import matplotlib.pyplot as plt

plt.semilogy(losses, color="C2", label="loss")
plt.xlabel("step")
plt.legend()
plt.show()
"""
SECTION = """\
## Descent {number}

The rule is $x_{{t+1}} = x_t - \\eta f'(x_t)$ with the target {number}.

```python exec="on"
--8<-- "bench/p{number}.py:walk"
```

It ends at `{{python}} bench/p{number}.x_last:.4f`.`{{claim}} bench/p{number}.falls`

"""
PICTURE = """\
```python exec="on" alt="A loss that falls."
--8<-- "bench/p{number}.py:picture"
```

"""
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


def write_book(root: Path, count: int) -> None:
    """Write a book of `count` programs, half of them with a figure."""
    (root / "docs").mkdir(parents=True)
    (root / "snippets" / "bench").mkdir(parents=True)
    (root / "pyproject.toml").write_text("[tool.galley]\n")
    (root / "mkdocs.yml").write_text(MKDOCS % ", galley")
    pages = [f"# Page {n}\n\n" for n in range(PAGES)]
    for number in range(count):
        figure = number % 2 == 0
        text = PROGRAM.format(number=number) + (FIGURE if figure else "")
        (root / "snippets" / "bench" / f"p{number}.py").write_text(text)
        section = SECTION + (PICTURE if figure else "")
        pages[number % PAGES] += section.format(number=number)
    for number, text in enumerate(pages):
        name = f"page{number}.md" if number else "index.md"
        (root / "docs" / name).write_text(text)


def write_static(root: Path, source: Path) -> float:
    """Write the same pages with their outputs; return the programs' own work."""
    book = books.read(Project.find(source))
    with Executor() as executor:
        results = check.run(book, book.programs.values(), executor)
    check_accepts(source, results)
    (root / "docs").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(MKDOCS % "")
    for page in book.pages.values():
        text = expand.site(page, book, results).text
        (root / "docs" / page.path).write_text(text)
    return sum(result.seconds for result in results.values())


def check_accepts(source: Path, results: dict[str, check.Result]) -> None:
    """Accept what the programs of the generated book print."""
    book = books.read(Project.find(source))
    assert not book.problems, book.problems
    list(check.accept(book, book.programs.values(), results))


def timed(work: Callable[[], object]) -> float:
    """Measure the wall time of some work in seconds."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def mkdocs(root: Path) -> str:
    """Build a site strictly; return what MkDocs said."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(
        command, cwd=root, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return done.stderr


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
        write_book(book, count)
        write_static(static, book)
        mkdocs(book)  # installs KaTeX, whose download is not the machinery's cost
        results = book / ".cache" / "galley" / "results"
        shutil.rmtree(results)
        one_process, work = single(book)
        plain = timed(lambda: mkdocs(static))
        cold = timed(lambda: mkdocs(book))
        unchanged = min(timed(lambda: mkdocs(book)) for _ in range(3))
        plain = min(plain, *(timed(lambda: mkdocs(static)) for _ in range(2)))
        program = book / "snippets" / "bench" / "p1.py"
        program.write_text(program.read_text().replace("0.1", "0.10"))
        said: list[str] = []
        edited = timed(lambda: said.append(mkdocs(book)))
        reran = said[0].count("ran bench/")

        shutil.rmtree(results)
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
