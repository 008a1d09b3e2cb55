"""What is said of claims that no change of their program makes false."""

# %% doubting
import contextlib
import tempfile
from pathlib import Path

from click.testing import CliRunner

from galley import main

page = """
```python exec="on"
--8<-- "walk/walk.py:walk"
```
A float is a number. `{claim} walk.a-number`
It ends below two. `{claim} walk.ends-low`
"""
walk = """# %% walk
x = 6.0
for step in range(2):
    x = x / 2
# %% claim: a-number
assert x - x == 0
# %% claim: ends-low
assert x < 2
"""
with tempfile.TemporaryDirectory(dir=".") as folder, contextlib.chdir(folder):
    Path("docs").mkdir()
    Path("docs/walk.md").write_text(page)
    Path("snippets/walk").mkdir(parents=True)
    Path("snippets/walk/walk.py").write_text(walk)
    Path("snippets/doubts.txt").write_text("# Why.\nwalk/walk.py: ends-low\n")
    Path("pyproject.toml").write_text("[tool.galley]\n")
    for command in ("accept snippets", "doubt docs"):
        done = CliRunner().invoke(main, command.split(), env={"CI": ""})
    print(*(it for it in done.output.splitlines() if " at most " not in it), sep="\n")
