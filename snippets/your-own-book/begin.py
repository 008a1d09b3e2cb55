"""A book of one's own: begun, checked, changed, accepted."""

# %% warm
import os
import sys
from types import SimpleNamespace

import matplotlib.pyplot as plt

from galley.child import fork_server
from galley.run.executor import Executor


class Forked(Executor):
    def _start(self, project):
        if not self._warm:
            (asked, ask), (answers, answer) = os.pipe(), os.pipe()
            if os.fork() == 0:
                os.dup2(asked, 0), os.dup2(answer, 1)
                os.close(ask), os.close(answers)
                plt.show = lambda: None  # no longer that of this very run
                sys.argv = ["zygote", "2"]
                fork_server.main()
                os._exit(0)
            os.close(asked), os.close(answer)
            pipes = {"stdin": os.fdopen(ask, "wb"), "stdout": os.fdopen(answers, "rb")}
            self._warm = SimpleNamespace(**pipes, poll=lambda: None, wait=os.wait)
        return self._warm


# %% a-folder
import tempfile
from pathlib import Path

from click.testing import CliRunner

from galley.cli import main

executor = Forked()
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
