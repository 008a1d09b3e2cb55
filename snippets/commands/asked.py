"""What `galley` says of itself, and of a tiny book."""

# %% galley
from click.testing import CliRunner

from galley import main


def galley(*arguments):
    """Call the command and print what it says."""
    done = CliRunner().invoke(main, arguments, prog_name="galley")
    print(done.output.rstrip())


galley("--help")

# %% check
galley("check", "--help")

# %% accept
galley("accept", "--help")

# %% run
galley("run", "--help")

# %% why
galley("why", "--help")

# %% probe
galley("probe", "--help")

# %% doubt
galley("doubt", "--help")

# %% export
galley("export", "--help")

# %% finish
galley("finish", "--help")

# %% blocks
galley("blocks", "--help")

# %% a-book
import os
import tempfile
from pathlib import Path

page = """
```python exec="on"
--8<-- "walk/walk.py:walk"
```
```sh shown="it needs a network"
pip install torch
```
"""
folder = tempfile.TemporaryDirectory(dir=Path.cwd())
os.chdir(folder.name)
Path("docs").mkdir()
Path("snippets/walk").mkdir(parents=True)
Path("pyproject.toml").write_text("[tool.galley]\n")
Path("docs/walk.md").write_text(page)
Path("snippets/walk/walk.py").write_text("# %% walk\nprint(1.5)\n")
Path("snippets/walk/walk.out").write_text("# accepted with …\n# %% walk\n1.5\n")

# %% blocks-of-it
galley("blocks", "docs/walk.md")

# %% export-it
galley("export", "--flavour", "test", "out")
print(Path("out/walk.md").read_text())
