"""A chapter from nothing to accepted, in a tiny book of its own."""

# %% a-book
import os
import tempfile
from pathlib import Path
from textwrap import dedent

from click.testing import CliRunner

from galley import Executor, main

folder = tempfile.TemporaryDirectory(dir=Path.cwd())
os.chdir(folder.name)
Path("docs").mkdir()
Path("snippets/halving").mkdir(parents=True)
Path("pyproject.toml").write_text("[tool.galley]\n")
executor = Executor()


def galley(*arguments):
    """Call the command; print what it says but times, and of diffs the changes."""
    said = CliRunner().invoke(main, arguments, obj=[executor, executor]).output
    hidden = ["[", "+# accepted", "-# accepted"]
    hidden += [" ", "@@"] if arguments[0] == "accept" else []
    print(
        *(it for it in said.splitlines() if not it.startswith(tuple(hidden))), sep="\n"
    )


# %% program
program = dedent('''\
    """One, halved again and again."""

    # %% halve
    x = 1.0
    xs = [x]
    for step in range(1, 4):
        x = x / 2
        xs.append(x)
        print(step, x)
''')
Path("snippets/halving/halve.py").write_text(program)

# %% page
page = """---
title: Halving
description: One number, halved again and again.
---

# Halving

```python exec="on"
--8<-- "halving/halve.py:halve"
```
"""
Path("docs/halving.md").write_text(page)

# %% check
galley("check")

# %% accept
galley("accept", "docs/halving.md")

# %% check-again
galley("check")

# %% sentence
page += """
After three steps `{python} halve.x:.3f` is left.
It falls with every step. `{claim} halve.falls-every-step`
"""
program += dedent("""
    # %% claim: falls-every-step
    assert xs[3] < xs[2] < xs[1] < xs[0], f"xs are {xs}"
""")
Path("docs/halving.md").write_text(page)
Path("snippets/halving/halve.py").write_text(program)
galley("accept", "docs/halving.md")

# %% figure
page += """
```python exec="on" source="folded"
--8<-- "halving/halve.py:picture"
```
"""
program += dedent("""
    # %% picture
    import matplotlib.pyplot as plt

    plt.plot(xs, "o-", color="C0")
    plt.xlabel("step")
    plt.ylabel("x")
    plt.show()
""")
Path("docs/halving.md").write_text(page)
Path("snippets/halving/halve.py").write_text(program)
galley("check")

# %% alt
seen = "Dots fall from 1 to an eighth, each half as high as the one before."
page = page.replace('"folded"', f'"folded" alt="{seen}"')
Path("docs/halving.md").write_text(page)
galley("accept", "docs/halving.md")

# %% drift
changed = program.replace("x / 2", "x / 3")
Path("snippets/halving/halve.py").write_text(changed)
galley("check")

# %% false
wrong = program.replace("x / 2", "2 - x")
Path("snippets/halving/halve.py").write_text(wrong)
galley("check")

# %% mended
Path("snippets/halving/halve.py").write_text(program)
galley("check")
executor.close()
