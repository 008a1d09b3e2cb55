"""Writes books of as many programs and pages as one wants."""

import shutil
from collections.abc import Callable
from pathlib import Path

from galley.accepted import accept as acceptance
from galley.bound.book import bind
from galley.child.result import Result
from galley.project import Project
from galley.render.site import site
from galley.run.executor import Executor
from galley.run.results import find_or_run
from galley.source import book as books
from galley.source import rules
from galley.source.book import Book

PER_PAGE = 5
"""Programs on a page of a book that grows."""
MKDOCS = """\
site_name: Bench
theme: {{name: material, font: false}}
plugins: [search{plugin}]
markdown_extensions:
  - admonition
  - attr_list
  - pymdownx.details
  - pymdownx.superfences
  - pymdownx.blocks.html
  - pymdownx.arithmatex: {{generic: true}}
  - toc: {{permalink: true}}
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
INTRODUCTION = """\
## Descent {number}

The rule is $x_{{t+1}} = x_t - \\eta f'(x_t)$ with the target {number}.

"""
SECTION = """\
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


def program(number: int) -> str:
    """Write a program; each second one has a figure."""
    return PROGRAM.format(number=number) + ("" if number % 2 else FIGURE)


def page_of(number: int, pages: int) -> int:
    """Say on which page a program stands: they are dealt out in turn."""
    return number % pages


def page_name(page: int) -> str:
    """Name a page, without its suffix; the first is the site's home."""
    return f"page{page}" if page else "index"


def write_book(root: Path, count: int, pages: int) -> None:
    """Write a book of `count` programs, half of them with a figure."""
    (root / "docs").mkdir(parents=True)
    (root / "snippets" / "bench").mkdir(parents=True)
    (root / "pyproject.toml").write_text("[tool.galley]\n")
    (root / "mkdocs.yml").write_text(MKDOCS.format(plugin=", galley"))
    texts = [f"# Page {n}\n\n" for n in range(pages)]
    for number in range(count):
        text = program(number)
        (root / "snippets" / "bench" / f"p{number}.py").write_text(text)
        section = INTRODUCTION + SECTION + ("" if number % 2 else PICTURE)
        texts[page_of(number, pages)] += section.format(number=number)
    for number, text in enumerate(texts):
        (root / "docs" / f"{page_name(number)}.md").write_text(text)


def accept(root: Path) -> tuple[Book, dict[str, Result]]:
    """Run the programs of a generated book and accept what they print."""
    book = books.read(Project.find(root))
    assert not rules.problems(book)
    with Executor() as executor:
        results = find_or_run(book, book.programs.values(), executor)
    list(acceptance.accept(bind(book, results), book.programs.values()))
    return book, results


def write_static(root: Path, book: Book, results: dict[str, Result]) -> None:
    """Write the same pages with their outputs, for MkDocs alone."""
    (root / "docs").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(MKDOCS.format(plugin=""))
    for uri, page in bind(book, results).pages.items():
        (root / "docs" / uri).write_text(site(page).text)


def forget(root: Path) -> None:
    """Forget every result and formula of a book, and remove its site.

    What is installed stays, and Matplotlib's list of the machine's fonts.
    """
    cache = Project.find(root).cache_dir
    for folder in (root / "site", cache / "results", cache / "notebooks"):
        shutil.rmtree(folder, ignore_errors=True)
    (cache / "formulas.sqlite").unlink(missing_ok=True)


def same(source: str) -> str:
    """Change a program so that it prints the same."""
    return source.replace("lr=0.1", "lr=0.10")


def other(source: str) -> str:
    """Change a program so that it prints something else, and nothing is wrong."""
    return source.replace("lr=0.1", "lr=0.2")


def false(source: str) -> str:
    """Change a program so that its claim does not hold."""
    return source.replace("reverse=True", "reverse=False")


def edit(root: Path, number: int, change: Callable[[str], str] = same) -> None:
    """Change a program of a book."""
    path = root / "snippets" / "bench" / f"p{number}.py"
    path.write_text(change(path.read_text()))
