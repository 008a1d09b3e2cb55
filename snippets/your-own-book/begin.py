"""A book of one's own: begun, checked, changed, accepted."""

# %% a-folder
import os
import tempfile
from pathlib import Path

from click.testing import CliRunner

from galley import Executor, main

executor = Executor()
folder = tempfile.TemporaryDirectory(dir=Path.cwd())
os.chdir(folder.name)


def galley(*arguments):
    """Call the command; print what it says but times, and of diffs the changes."""
    said = CliRunner().invoke(main, arguments, obj=[executor, executor]).output
    lines = [it for it in said.splitlines() if it[:1] != "["]
    print(*(it for it in lines if "# accepted" not in it), sep="\n")


# %% new
galley("new", "sour-dough")

# %% files
os.chdir("sour-dough")
files = sorted(str(it) for it in Path().rglob("*") if it.is_file())
print(*files, sep="\n")

# %% settings
for name in ("mkdocs.yml", "pyproject.toml"):
    print(f"{name}\n\n{Path(name).read_text()}")

# %% page
print(Path("docs/growth.md").read_text())

# %% check
galley("check")

# %% change
program = Path("snippets/growth/double.py")
program.write_text(program.read_text().replace("np.arange(9)", "np.arange(8)"))
galley("check")

# %% accept
galley("accept", "docs/growth.md")
galley("check")
executor.close()
