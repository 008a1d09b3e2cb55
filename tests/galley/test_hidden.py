"""What hidden cells do, shown cells never see: claims and data look on."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from galley.child.result import Result
from galley.cli import main
from galley.project import Project
from galley.run.executor import Executor
from galley.source.program import Program, parse

SETUP = """\
import os
import random
import sys

import matplotlib.pyplot as plt
import numpy as np
import torch

torch.manual_seed(0), np.random.seed(0), random.seed(0)
generator = torch.Generator().manual_seed(0)
x, xs, table, letters = torch.ones(2), [1], {"a": 1}, iter("abc")
w = torch.tensor(2.0, requires_grad=True)
model = torch.nn.Linear(2, 1)
optimiser = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)


class Counter:
    n = 0
"""
LOOK = """\
print(x, xs, table, next(letters), w.grad, Counter.n, model.training)
print(list(model.parameters()), optimiser.state_dict())
print(torch.rand(1), np.random.rand(), random.random())
print(torch.rand(1, generator=generator))
print(torch.get_default_dtype(), torch.is_grad_enabled(), torch.relu)
print(plt.rcParams["lines.linewidth"], plt.get_fignums())
print(os.environ.get("LEFT"), os.path.basename(os.getcwd()))
print("tabnanny" in sys.modules, "random" in sys.modules, torch.get_num_threads())
print(sorted(n for n in vars() if n[0] != "_"))
"""
CHANGES = {
    "tensor": "x.add_(1)",
    "data-of-a-tensor": "x.data += 1",
    "list": "xs.append(2)",
    "dict": "table['b'] = 2",
    "iterator": "next(letters)",
    "gradient": "(w * 3).backward()",
    "class": "Counter.n += 1",
    "mode": "model.eval()",
    "training": "model(x).sum().backward()\noptimiser.step()",
    "weights": "with torch.no_grad():\n    model.weight.zero_()",
    "draw": "torch.rand(3), np.random.rand(), random.random()",
    "seed": "torch.manual_seed(7)",
    "generator": "torch.rand(1, generator=generator)",
    "dtype": "torch.set_default_dtype(torch.float64)",
    "grad-mode": "torch.set_grad_enabled(False)",
    "settings": "plt.rcParams['lines.linewidth'] = 9",
    "figure": "plt.plot([1, 2])",
    "library": "torch.relu = print",
    "environment": "os.environ['LEFT'] = 'behind'",
    "folder": "os.mkdir('new')\nos.chdir('new')",
    "import": "import tabnanny as _tool",
    "names": "extra, _more = 1, 2",
    "deleted": "del sys.modules['random']",
    "threads": "torch.set_num_threads(2)\n_y = torch.ones(99, 99) @ torch.ones(99, 99)",
}
ENDS = {
    "exits": ("import sys\nsys.exit(3)", "the program called `sys.exit(3)`"),
    "quits": ("import os\nos._exit(3)", "ended with exit code 3"),
    "killed": ("import os\nos.kill(os.getpid(), 9)", "killed by SIGKILL"),
    "segfaults": ("import ctypes\nctypes.string_at(0)", "killed by SIGSEGV"),
    "loops": ("while True:\n    pass", "ended at its time limit of 2 s"),
    "floods": ("print('x' * 100_000_000)", "wrote more than 1,000,000 bytes"),
    "raises": ("1 / 0", "ZeroDivisionError in the cell `it`"),
    "no-function": ("later()", "NameError in the cell `it`"),
}


def cut(name: str, source: str) -> Program:
    return parse(source, f"hidden/{name}.py", f"snippets/hidden/{name}.py")


def runs(project: Project, executor: Executor, programs: Sequence[Program]):
    found = {it.path: result for it, result in executor.run(project, programs)}
    return [found[it.path] for it in programs]


def text(result: Result, cell: str) -> str:
    assert result.failure is None, result.failure
    return "".join(it.text for it in result.outputs[cell])


@pytest.fixture(scope="module")
def changed(
    tmp_path_factory: pytest.TempPathFactory, executor: Executor
) -> Mapping[str, str]:
    """What a shown cell prints after each change in a claim and in a data cell."""
    project = Project(tmp_path_factory.mktemp("book"))
    hidden = {
        name: f"# %% claim: c\n{it}\nassert x is not xs\n"
        for name, it in CHANGES.items()
    }
    hidden |= {
        f"{name}-in-data": f"# %% data: frames\nframes = [1]\n{it}\n"
        for name, it in CHANGES.items()
    }
    programs = [
        cut(name, f"# %% set\n{SETUP}\n{it}# %% look\n{LOOK}")
        for name, it in {"nothing": "", **hidden}.items()
    ]
    found = runs(project, executor, programs)
    names = ("nothing", *hidden)
    return {name: text(it, "look") for name, it in zip(names, found, strict=True)}


@pytest.mark.parametrize("name", [*CHANGES, *(f"{it}-in-data" for it in CHANGES)])
def test_shown_cells_do_not_see_it(name: str, changed: Mapping[str, str]) -> None:
    """Neither new names nor what is changed in place."""
    assert changed[name] == changed["nothing"]


@pytest.mark.parametrize("name", ENDS)
def test_a_hidden_cell_ends_as_any_other(
    name: str, tmp_path: Path, executor: Executor
) -> None:
    """The message is the one that the same text has in a shown cell."""
    claim, fact = ENDS[name]
    source = (
        "# %% set\nx = 1\n# %% claim: first\ndef later():\n    pass\nassert x\n"
        f"# %% again\nx = 1\n# %% claim: it\n{claim}\nassert x\n# %% end\nprint(2)\n"
    )
    (result,) = runs(Project(tmp_path, time_limit=2), executor, [cut(name, source)])

    assert result.failure
    assert fact in result.failure.fact
    assert "end" not in result.outputs


def test_what_comes_back(tmp_path: Path, executor: Executor) -> None:
    """Values for sentences, what is printed, frames, and names for later claims."""
    source = """\
# %% set
import torch

x = torch.ones(2)
print("set")
# %% claim: first
import math

_before, largest = x.clone(), x.max()
print("first")
assert largest == 1
# %% data: runs
runs = [{"x": x}]
# %% change
x += 1
largest = 5
print("change")
# %% claim: second
print("second")
assert (x == _before + 1).all() and len(runs) == 1
assert math.isfinite(x.sum()), "a module comes back by its name"
smallest = x.min()
# %% end
print("end")
# %% claim: third
last = x.sum()
largest = 6
assert last == 4
"""
    (result,) = runs(Project(tmp_path), executor, [cut("back", source)])

    assert result.failure is None
    assert result.claims == ("first", "second", "third")
    assert result.values == {"largest": 5, "smallest": 2.0, "last": 4.0}
    assert result.data == {"runs": [{"x": [1.0, 1.0]}]}
    printed = [(name, it[0].text) for name, it in result.outputs.items()]
    assert printed == [
        (it, f"{it}\n") for it in ("set", "first", "change", "second", "end")
    ]


def test_a_fork_computes_with_threads_before_it(tmp_path: Path) -> None:
    """Threads are not copied: the fork begins with one, and waits for none."""
    source = """\
# %% set
import torch

x = torch.ones(600, 600)
y = (x @ x).sigmoid().sum()
# %% claim: c
assert torch.equal((x @ x).sigmoid().sum(), y)
# %% end
print(torch.get_num_threads())
"""
    environment = {"OMP_NUM_THREADS": "2", "MKL_NUM_THREADS": "2"}
    with Executor(0, environment) as executor:
        project = Project(tmp_path, time_limit=20)
        (result,) = runs(project, executor, [cut("threads", source)])

    assert text(result, "end") == "2\n"


# What stands in the cells, in their order, and the line and name of what is refused.
SCOPES = {
    "reads": (["x = 1", "claim y = 2", "print(y)"], (6, "y")),
    "reads-of-data": (["x = 1", "data y = 2", "print(y)"], (6, "y")),
    "rebinds": (["x = 1", "claim x = 5", "print(x + 1)"], (4, "x")),
    "augments": (["x = 1", "claim x += 5", "print(x)"], (4, "x")),
    "loop": (["i = 1", "claim for i in (1, 2): pass", "print(i)"], (4, "i")),
    "import": (["x = 1", "claim import math", "print(math.pi)"], (6, "math")),
    "walrus": (["x = 1", "claim [(y := n) for n in (1, 2)]", "print(y)"], (6, "y")),
    "with": (["x = 1", "claim with open('f') as f: pass", "f.close()"], (6, "f")),
    "function": (["x = 1", "claim y = 2", "def f(): return y"], (6, "y")),
    "earlier-function": (["def f(): return y", "claim y = 2", "f()"], None),
    "default": (["x = 1", "claim y = 2", "def f(z=y): return z"], (6, "y")),
    "decorator": (["x = 1", "claim y = print", "@y\ndef f(): pass"], (6, "y")),
    "class": (["x = 1", "claim y = object", "class C(y): pass"], (6, "y")),
    "comprehension": (["x = 1", "claim y = 2", "[y for z in (1, 2)]"], (6, "y")),
    "own-variable": (["x = 1", "claim y = 2", "[y for y in (1, 2)]"], None),
    "binds-first": (["x = 1", "claim i = 2", "for i in (1, 2): print(i)"], None),
    "value-first": (["x = 1", "claim y = 2", "y = y + 1"], (6, "y")),
    "parameter": (["x = 1", "claim y = 2", "def f(y): return y"], None),
    "local": (["x = 1", "claim y = 2", "def f():\n    y = 1\n    return y"], None),
    "made-again": (["x = 1", "claim y = 2", "y = 3", "print(y)"], None),
    "underscore": (["x = 1", "claim _x = x", "print(x)"], None),
    "value": (["x = 1", "claim y = x + 1", "print(x)"], None),
    "next-claim": (["x = 1", "claim y = 2", "claim y == 2"], None),
    "match": (
        ["x = 1", "claim match x:\n    case y: pass", "print(y)"],
        (7, "y"),
    ),
}


@pytest.mark.parametrize("name", SCOPES)
def test_shown_cells_make_what_they_read(name: str) -> None:
    """Each way of binding and of reading a name, with the line of the program."""
    cells, wrong = SCOPES[name]
    source = ""
    for n, it in enumerate(cells):
        kind, _, rest = it.partition(" ")
        hidden = kind in ("claim", "data")
        source += f"# %% {kind}: c{n}\n{rest}\n" if hidden else f"# %% c{n}\n{it}\n"
    problems = cut(name, source).problems

    if wrong is None:
        assert problems == ()
    else:
        line, word = wrong
        (problem,) = problems
        assert str(problem.place) == f"snippets/hidden/{name}.py:{line}"
        assert f"`{word}`" in problem.fact


def test_accept_refuses_a_claim_that_python_would_see(
    tmp_path: Path, executors: list[Executor], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of the two runs has all cells in one process, as Python and Jupyter have."""
    (tmp_path / "pyproject.toml").write_text("[tool.galley]\n")
    (tmp_path / "docs").mkdir()
    page = "".join(f'```python exec="on"\n--8<-- "a/b.py:{it}"\n```\n' for it in "pq")
    (tmp_path / "docs" / "a.md").write_text(f"{page}\nOne.`{{claim}} b.one`\n")
    (tmp_path / "snippets" / "a").mkdir(parents=True)
    path = tmp_path / "snippets" / "a" / "b.py"
    path.write_text(
        "# %% p\nxs = [1]\n# %% claim: one\nassert xs.pop() == 1\n# %% q\nprint(xs)\n"
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)
    done = CliRunner().invoke(main, ["accept", "docs"], obj=executors)

    assert done.exit_code == 1
    assert "not accepted: two runs of the program differ" in done.output
    assert "-[]\n" in done.output
    assert "+[1]\n" in done.output
    assert "a claim or data cell that changes what shown cells see" in done.output
    assert not path.with_suffix(".out").exists()
    assert [it.name for it in path.parent.iterdir()] == ["b.py"]
