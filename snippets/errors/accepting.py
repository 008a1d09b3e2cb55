"""What is said when results and accepted outputs disagree."""

# %% drift
from galley.accepted import text as accepted
from galley.problems import Place

then = "# accepted with Python 3.11.7, torch 2.13.0, Linux x86_64\n# %% walk\n"
place, script = "snippets/walk/walk.out", "snippets/walk/walk.py"
places = Place(place), Place(script)
print(accepted.compare(f"{then}x = 0.512\n", f"{then}x = 0.640\n", *places))

# %% rounding
print(accepted.compare(f"{then}x = 0.512\n", f"{then}x = 0.513\n", *places))

# %% without
import contextlib
import tempfile
from pathlib import Path

from galley.accepted import check
from galley.bound.book import bind
from galley.child.result import Result, Text
from galley.problems import BookError
from galley.project import Project
from galley.source import book

with tempfile.TemporaryDirectory(dir=".") as folder, contextlib.chdir(folder):
    Path("docs").mkdir()
    Path("snippets/walk").mkdir(parents=True)
    Path("docs/walk.md").write_text("It ends at `{python} walk.x_last:.2f`.\n")
    Path("snippets/walk/walk.py").write_text("# %% walk\nx_last = 1.5\n")
    Path("snippets/walk/gone.out").write_text("# accepted with …\n")
    tiny = book.read(Project(Path.cwd()))
    programs = list(tiny.programs.values())
    results = {"walk/walk.py": Result(values={"x_last": 1.5})}
    print(BookError(check.verify(bind(tiny, results), programs)))

# %% two-runs
from galley.accepted import accept

runs = [
    {"walk/walk.py": Result({"walk": (Text(text),)}, {"x_last": 1.5})}
    for text in ("0.4963\n", "0.7682\n")
]
print(BookError(accept.refusals(programs, *(bind(tiny, it) for it in runs))))

# %% not-there
runs = [{"walk/walk.py": Result(values={"x": 1.5})}] * 2
print(BookError(accept.refusals(programs, *(bind(tiny, it) for it in runs))))

# %% other-processor
from galley.accepted import probe

walk = tiny.programs["walk/walk.py"]
here, there = (
    bind(tiny, {walk.path: Result({"walk": (Text(text),)}, {"x_last": 1.5})})
    for text in ("0.4962563\n", "0.4962568\n")
)
settings = {str(probe.SETTINGS[0]): there}
print(BookError(probe.judged(walk, here, settings)))

# %% budget
from galley.accepted import costs

head = "# accepted with …: {} s of one core, 30 MB\n"
with tempfile.TemporaryDirectory(dir=".") as folder, contextlib.chdir(folder):
    Path("docs").mkdir()
    Path("snippets/walk").mkdir(parents=True)
    for name, first in {
        "walk": head.format(3.25),
        "run": head.format(1.5),
        "old": "# accepted with …\n",
    }.items():
        Path(f"snippets/walk/{name}.py").write_text("# %% walk\nprint(1)\n")
        Path(f"snippets/walk/{name}.out").write_text(f"{first}# %% walk\n1\n")
    tiny = book.read(Project(Path.cwd(), budget_program=3, budget_book=4))
    print(BookError(costs.over_budget(tiny)))
