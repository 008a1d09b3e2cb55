"""Mistakes that show when a page is read."""

# %% blocks
import tempfile
from pathlib import Path

from galley import BookError, Project, read


def complain(source):
    """Read a page and print what is wrong with it."""
    with tempfile.TemporaryDirectory(dir=".") as folder:
        Path(folder, "docs").mkdir()
        Path(folder, "docs/walk.md").write_text(source)
        print(BookError(read(Project(Path(folder))).pages["walk.md"].problems))


complain("""
```python exec=on
--8<-- "walk/walk.py:walk"
```
```python exec="on" atl="A line."
--8<-- "walk/walk.py:walk"
```
```python exec="on" source="below"
--8<-- "walk/walk.py:walk"
```
""")

# %% bodies
complain("""
```python
print(1)
```
```python exec="on"
print(1)
```
```python
--8<-- "walk/walk.py:walk"
print(1)
```
```python exec="on"
--8<-- "../secret.py:walk"
```
```python exec="on"
--8<-- "walk/walk.py:walk"
""")

# %% references
complain("""
It ends at `{pyhton} walk.x_last:.2f`, that is `{python} walk x_last`,
and it always falls.`{claim} walk.Falls`

Where $x is 3, the slope is 0.
""")

# %% front
complain("""---
title: [not closed
---
# Walk
""")

# %% hidden
complain("""---
title: It ends at `{python} walk.x_last:.2f`
---
> ```text
> loss 0
> ```

It ends at 3. <!-- not yet
""")
