"""One page and one result, written out in every flavour."""

# %% inputs
from textwrap import dedent

source = """Below, a ball falls. `{claim} walk.falls`

```python exec="on"
--8<-- "walk/walk.py:walk"
```

It ends at `{python} walk.x:.1f`.
"""
script = dedent("""\
    # %% walk
    x = 1.5
    print("x", x)

    # %% claim: falls
    assert x < 2
""")

# %% result
from pathlib import Path

from galley.bound.book import bind
from galley.child.result import Result, Text
from galley.project import Project
from galley.source import parser, program
from galley.source.book import Book

read = parser.parse(source, "walk.md", "docs/walk.md")
walk = program.parse(script, "walk/walk.py", "snippets/walk/walk.py")
book = Book(Project(Path()), {read.path: read}, {walk.path: walk})

printed = Text("x 1.5\n")
result = Result(outputs={"walk": (printed,)}, values={"x": 1.5}, claims=("falls",))
bound = bind(book, {walk.path: result})
page = bound.pages[read.path]

# %% site
from galley.render.site import site

print(site(page).text)

# %% portable
from galley.render.portable import portable

print(portable(page).text)

# %% test
from galley.accepted import check
from galley.render.blocks import blocks

accepted = check.render(bound, walk)
print(blocks(read, book, {walk.path: accepted}))

# %% notebook
from galley.render.notebook import notebook

for cell in notebook(page)["cells"]:
    print(f"{cell['cell_type']}: {''.join(cell['source'])}")

# %% claim: all-say-the-same
for text in (
    site(page).text,
    portable(page).text,
    blocks(read, book, {walk.path: accepted}),
):
    assert walk.cells[0].source in text
    assert printed.text in text
