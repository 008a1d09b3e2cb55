"""What is said of claims that no change of their program makes false."""

# %% a-book
import contextlib
import tempfile
from pathlib import Path
from textwrap import dedent

from click.testing import CliRunner

from galley import Executor, main

page = """
```python exec="on"
--8<-- "walk/walk.py:walk"
```
A float is a number. `{claim} walk.a-number`
It ends below two. `{claim} walk.ends-low`
"""
# %% program
walk = dedent("""\
    # %% walk
    x = 6.0
    for step in range(2):
        x = x / 2
    # %% claim: a-number
    assert x - x == 0
    # %% claim: ends-low
    assert x < 2
""")
# %% doubting
with tempfile.TemporaryDirectory(dir=".") as folder, contextlib.chdir(folder):
    Path("docs").mkdir()
    Path("docs/walk.md").write_text(page)
    Path("snippets/walk").mkdir(parents=True)
    Path("snippets/walk/walk.py").write_text(walk)
    Path("snippets/doubts.txt").write_text("# Why.\nwalk/walk.py: ends-low\n")
    Path("pyproject.toml").write_text("[tool.galley]\n")
    one, on = Executor(), Executor(go_on=True)
    for command in ("accept snippets", "doubt docs"):
        lent = {"obj": [one, one, on], "env": {"CI": ""}}
        done = CliRunner().invoke(main, command.split(), **lent)
    said = (it for it in done.output.splitlines() if it[:1] != "[")
    print(*(it for it in said if " at most " not in it), sep="\n")
    one.close(), on.close()
