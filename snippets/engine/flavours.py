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

from galley.child.result import Output, Result
from galley.project import Project
from galley.source import parser, program
from galley.source.book import Book

read = parser.parse(source, "walk.md", "docs/walk.md")
walk = program.parse(script, "walk/walk.py", "snippets/walk/walk.py")
book = Book(Project(Path()), {read.path: read}, {walk.path: walk})

printed = Output("text", "x 1.5\n")
result = Result(outputs={"walk": (printed,)}, values={"x": 1.5}, claims=("falls",))
results = {walk.path: result}

# %% site
from galley.render import expand

print(expand.site(read, book, results).text)

# %% portable
print(expand.portable(read, book, results).text)

# %% test
from galley.accepted import check

accepted = check.render(book, walk, result, book.references()[walk.path])
print(expand.test(read, book, {walk.path: accepted}))

# %% notebook
from galley.render.notebook import notebook

for cell in notebook(read, book, results)["cells"]:
    print(f"{cell['cell_type']}: {''.join(cell['source'])}")

# %% claim: all-say-the-same
for text in (
    expand.site(read, book, results).text,
    expand.portable(read, book, results).text,
    expand.test(read, book, {walk.path: accepted}),
):
    assert walk.cells[0].source in text
    assert printed.text in text
