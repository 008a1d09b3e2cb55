"""What the command says when it cannot do what it is asked."""

# %% a-book
import contextlib
import tempfile
from pathlib import Path

from click.testing import CliRunner

from galley import main


def galley(*arguments, settings="", ci="", head="[tool.galley]"):
    """Call the command in the folder of a tiny book of two programs."""
    with tempfile.TemporaryDirectory(dir=".") as folder, contextlib.chdir(folder):
        Path("pyproject.toml").write_text(f"{head}\n{settings}\n")
        for name in ("walk", "run"):
            path = Path(f"snippets/walk/{name}.py")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"# %% {name}\nprint('{name}')\n")
        Path("docs").mkdir()
        Path("docs/walk.md").write_text("# A walk\n")
        Path("site").mkdir()
        done = CliRunner().invoke(main, arguments, env={"CI": ci})
    said = (it for it in done.output.splitlines() if not it.startswith("["))
    print(*said, f"exit code {done.exit_code}", sep="\n")


# %% paths
galley("check", "docs/gone.md")
galley("why", "snippets/walk")

# %% settings
galley("check", settings="time_limt = 3")
galley("check", settings='time_limit = "60"\nworkers = 0\ndocs = "dcos"')
galley("check", settings="[tool.galley")
galley("check", settings="\n[tool]\ngalley = 3", head="")

# %% preload
galley("run", settings='preload = ["toch"]')

# %% no-folder
galley("check", settings='cache = "pyproject.toml"')

# %% refusals
galley("accept", "snippets", ci="true")
galley("export", "docs/all")

# %% nowhere
from galley import BookError, Project

with tempfile.TemporaryDirectory(dir=".") as folder, contextlib.chdir(folder):
    try:
        Project.find(Path())
    except BookError as error:
        print(error, end="\n\n")
galley("check", "--base", "last-year")

# %% not-built
galley("finish", "site")
