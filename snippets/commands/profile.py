"""What a budget looks like, and a profile of a tiny book."""
# reads: pyproject.toml

# %% settings
import tomllib
from pathlib import Path

import galley
from galley.project import Project

root = Project.find(Path(galley.__file__).parent).root
settings = tomllib.loads((root / "pyproject.toml").read_text())
for name in ("time_limit", "budget_book"):
    print(f"{name} = {settings['tool']['galley'][name]}")

# %% a-book
import contextlib
import tempfile

from galley.accepted import costs
from galley.child.result import Result
from galley.source import book

folder = tempfile.TemporaryDirectory(dir=Path.cwd())
with contextlib.chdir(folder.name):
    Path("docs").mkdir()
    Path("snippets/walk").mkdir(parents=True)
    for name, seconds in {"walk": 0.25, "race": 2.5}.items():
        first = f"# accepted with …: {costs.Cost(seconds, 3_000_000)}\n"
        Path(f"snippets/walk/{name}.py").write_text("# %% walk\nprint(1)\n")
        Path(f"snippets/walk/{name}.out").write_text(f"{first}# %% walk\n1\n")
    tiny = book.read(Project(Path.cwd()))
results = {
    "walk/walk.py": Result(seconds=0.31, processor=0.26, memory=3_000_000),
    "walk/race.py": Result(seconds=9.02, processor=4.74, memory=41_000_000),
}

# %% profile
print(costs.profile(tiny, tiny.programs.values(), results))
