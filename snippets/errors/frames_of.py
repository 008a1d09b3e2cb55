"""Mistakes in the data of an interactive figure."""

# %% a-book
import contextlib
import tempfile
from pathlib import Path

from galley import Executor, Project, bind, find_or_run, read, verify

EMBED = '```python exec="on"\n--8<-- "walk/{}.py:walk"\n```\n'
CELLS = "# %% walk\nprint(1)\n# %% data: runs\nruns = {!r}\n"
executor = Executor()


def complain(*data):
    """Run a program for each of some data; print what is wrong with them."""
    names = [f"walk_{n:02}" for n, _ in enumerate(data)]
    with tempfile.TemporaryDirectory(dir=".") as folder, contextlib.chdir(folder):
        Path("docs").mkdir()
        Path("docs/walk.md").write_text("".join(map(EMBED.format, names)))
        Path("snippets/walk").mkdir(parents=True)
        for name, it in zip(names, data, strict=True):
            Path(f"snippets/walk/{name}.py").write_text(CELLS.format(it))
        tiny = read(Project(Path.cwd()))
        bound = bind(tiny, find_or_run(tiny, tiny.programs.values(), executor))
        for program in tiny.programs.values():
            cut = "the data `runs` cannot be replayed: "
            found = (it.fact.partition(cut)[2] for it in verify(bound, [program]))
            print(*filter(None, found), "", sep="\n")


# %% sound
def mark(**changes):
    """Make a line of two points, with changes."""
    return {"kind": "line", "role": "model", "x": [0, 1], "y": [1, 0], **changes}


def runs(panel=None, frame=None, **changes):
    """Make data for one panel and two frames, with changes."""
    panel = {"xlim": [0, 1], "ylim": [0, 1], **(panel or {})}
    first = {"name": "0.1", "marks": [[mark()]]}
    second = {"name": "0.2", "marks": [[mark()]], **(frame or {})}
    data = {"control": "rate", "panels": [panel], "frames": [first, second]}
    return {**data, **changes}


complain(runs())  # nothing

# %% whole
complain(
    [],
    {"panels": []},
    runs(speed=3),
    runs(start=2, panels=[]),
    runs(frames=[{"name": "0.1", "marks": []}]),
    runs(frame={"name": "0.1"}),
    runs(frame={"note": "-" * 90_000}),
)

# %% panels
complain(
    runs(panels=["axes"]),
    runs(panel={"yscale": "square", "xlim": [1, 0], "ylim": [0]}),
    runs(panel={"xscale": "log"}),
    runs(panels=[{"ylim": [0, 1]}]),
    runs(panel={"colour": "red"}),
)

# %% frames
complain(
    runs(frame={"marks": [], "title": "b"}),
    runs(frame={"marks": "line"}),
    runs(frame={"marks": [[mark(), mark()]]}),
    runs(frames=["a", "b"]),
)

# %% marks
wrong = (
    mark(kind="bar"),
    mark(role="red", colour="red"),
    mark(x=[0, 1, 2]),
    mark(y=[1, "high"]),
    mark(kind="arrow", x=[0, 1, 2], y=[0, 1, 2]),
)
complain(*(runs(frame={"marks": [[it]]}) for it in wrong))

# %% cells
wrong = (1, []), ([[0, 1], [1]], []), ([[0, 2]], []), ([[0, 1]], ["to be", "or not"])
grids = [{"kind": "cells", "values": it, "rows": rows} for it, rows in wrong]
frames = [[{"name": name, "marks": [[it]]} for name in "ab"] for it in grids]
complain(*(runs(panels=[{}], frames=it) for it in frames))
executor.close()
