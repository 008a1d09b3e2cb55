"""Mistakes that show when pages and programs are held side by side."""

# %% a-book
import tempfile
from pathlib import Path

from galley import BookError, Project, broken, read

PROGRAM = "# %% walk\nx = 1\nprint(x)\n\n# %% claim: falls\nassert x == 1\n"


def complain(page, **programs):
    """Write a tiny book, read it, and print what is wrong with it."""
    with tempfile.TemporaryDirectory(dir=".") as folder:
        files = {"docs/walk.md": page, "src/kit.py": "class Kit:\n    size = 1\n"}
        files |= {f"snippets/walk/{name}.py": programs[name] for name in programs}
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        print(BookError(broken(read(Project(Path(folder))))))


# %% names
complain(
    """
```python exec="on"
--8<-- "walk/wlak.py:walk"
```
```python exec="on"
--8<-- "walk/walk.py:wlak"
```
```python exec="on" hl="while" replay="runs"
--8<-- "walk/walk.py:walk"
```
It falls.`{claim} walk.fall` It ends at `{python} run.x`.
""",
    walk=PROGRAM,
)

# %% quotes
complain("""
```python
--8<-- "kit.py:Kti"
```
```python hl="colour"
--8<-- "kit.py:Kit"
```
```python
--8<-- "kti.py:Kit"
```
""")

# %% not-executed
complain(
    """
```python
--8<-- "walk/walk.py:walk"
```
""",
    walk="# %% walk\nprint(1)\n",
)

# %% order
block = """
```python exec="on"
--8<-- "walk/{}"
```
"""
shown = ["walk.py:b", "walk.py:a", "walk.py:b", "run.py", "walk.py:c"]
complain(
    "".join(block.format(it) for it in shown),
    walk="# %% a\nprint(1)\n# %% b\nprint(2)\n# %% c\nprint(3)\n",
    run="# %% run\nprint(4)\n",
)

# %% left-over
complain(
    block.format("walk.py:walk"),
    walk=PROGRAM + "# %% data: runs\nruns = {}\n# %% more\nprint(2)\n",
    lonely="# %% lonely\nprint(1)\n",
)
