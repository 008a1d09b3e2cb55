"""Programs cannot hurt the build or each other: real programs, one each."""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from galley.child.result import Result, Text
from galley.project import Project
from galley.run.executor import Executor
from galley.source.program import parse

WITNESS = '''"""Prints what another program could have changed."""

# %% look
import os
import sys
import warnings

import matplotlib.pyplot as plt
import torch

print(torch.get_default_dtype(), torch.is_grad_enabled())
print(torch.randn(2, generator=torch.Generator().manual_seed(0)))
print(os.path.basename(os.getcwd()), os.listdir(), os.environ.get("LEFT"))
print(plt.rcParams["lines.linewidth"], "nowhere" in sys.path)
print({"a", "b", "c", "d"}, hash("text"))
'''

# What each program does, and the fact its failure states; an empty fact is success.
PROGRAMS = {
    "raises": ("1 / 0", "ZeroDivisionError in the cell `it`"),
    "exits": ("import sys\nsys.exit(0)", "the program called `sys.exit(0)`"),
    "quits": ("import os\nos._exit(0)", "ended with exit code 0 before its last cell"),
    "segfaults": ("import ctypes\nctypes.string_at(0)", "killed by SIGSEGV"),
    "aborts": ("import os\nos.abort()", "killed by SIGABRT"),
    "loops": ("while True:\n    pass", "ended at its time limit of 3 s of work"),
    "ignores": (
        "import signal\nfor n in set(signal.Signals) - {9, 19}:\n"
        "    signal.signal(n, signal.SIG_IGN)\nwhile True:\n    pass",
        "ended at its time limit of 3 s of work",
    ),
    "floods": (
        "print('x' * 100_000_000)",
        "printed or wrote more than 1,000,000 bytes",
    ),
    "floods-c": (
        "import os\nwhile True:\n    os.write(2, b'x' * 100_000)",
        "printed or wrote more than 1,000,000 bytes",
    ),
    "asks": ("input('name? ')", "EOFError in the cell `it`"),
    "threads": (
        "import threading, time\n"
        "threading.Thread(target=time.sleep, args=[60]).start()",
        "left the thread",
    ),
    "daemons": (
        "import threading, time\nthreading.Thread(target=time.sleep, args=[60],"
        " daemon=True).start()",
        "",
    ),
    "forks": ("import subprocess\nsubprocess.Popen(['sleep', '61'])", ""),
    "escapes": ("import subprocess\nsubprocess.Popen(['setsid', 'sleep', '62'])", ""),
    "dtype": ("import torch\ntorch.set_default_dtype(torch.float64)", ""),
    "grad": ("import torch\ntorch.set_grad_enabled(False)", ""),
    "seed": ("import torch\ntorch.manual_seed(7)", ""),
    "folder": ("import os\nos.chdir('/')", ""),
    "environment": ("import os\nos.environ['LEFT'] = 'behind'", ""),
    "path": ("import sys\nsys.path.insert(0, 'nowhere')", ""),
    "rc": ("import matplotlib\nmatplotlib.rcParams['lines.linewidth'] = 99", ""),
    "writes": ("open('scratch.txt', 'w').write('x')", ""),
    "writes-book": (
        "from pathlib import Path\nPath(__file__).write_text('x')",
        "PermissionError in the cell `it`",
    ),
    "deletes-book": (
        "from pathlib import Path\nPath(__file__).unlink()",
        "PermissionError in the cell `it`",
    ),
    "network": (
        "import socket\nsocket.create_connection(('127.0.0.1', 9))",
        "PermissionError in the cell `it`",
    ),
    "resolves": (
        "import urllib.request\nurllib.request.urlopen('http://localhost:9')",
        "in the cell `it`",
    ),
    "imports": ("import raises", "ModuleNotFoundError in the cell `it`"),
    "unshown": (
        "import matplotlib.pyplot as plt\nplt.plot([1])",
        "a figure was drawn and never shown",
    ),
    "warns": ("import warnings\nwarnings.warn('mind the step')", ""),
    "main": ("assert __name__ == '__main__'\nprint(__file__.rpartition('/')[2])", ""),
    "pickles": (
        "import pickle\nclass A:\n    pass\n"
        "assert type(pickle.loads(pickle.dumps(A()))) is A",
        "",
    ),
    "meta": ("import torch\nx = torch.zeros((), device='meta')\nprint('a')", ""),
    "huge": ("x = 10**5000\nprint('a')", ""),
    "shape": (
        "class A:\n    @property\n    def shape(self):\n        1 / 0\nx = A()",
        "",
    ),
    "closes-1": ("import os\nprint('a')\nos.close(1)", ""),
    "closes-both": ("import os\nprint('a')\nos.close(1)\nos.close(2)", ""),
    "no-stdout": ("import sys\nprint('a')\nsys.stdout = None", ""),
    "closed-stdout": ("import sys\nprint('a')\nsys.stdout.close()", ""),
    "deaf": (
        "import signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "try:\n    print('x' * 2_000_000)\nexcept OSError:\n    pass",
        "has printed as much as it may",
    ),
    "replaces": (
        "import os\nos.execvp('true', ['true'])",
        "ended with exit code 0 before its",
    ),
    "recurs": (
        "def f(n):\n    return f(n + 1)\nf(0)",
        "RecursionError in the cell `it`",
    ),
    "ping-pong": (
        "def f(n):\n    return g(n)\ndef g(n):\n    return f(n)\nf(0)",
        "RecursionError in the cell `it`",
    ),
    "old-stream": (
        "import sys\nprint('a')\nprint('b', file=sys.__stdout__)\nprint('c')",
        "",
    ),
    "handlers": (
        "import logging, sys\n"
        "logging.basicConfig(stream=sys.stdout, format='%(message)s')\n"
        "logging.warning('a')\nsys.stdout = open('other', 'w')"
        "\nlogging.warning('b')",
        "",
    ),
    "exits-late": (
        "import atexit, weakref\nclass A:\n    pass\na = A()\n"
        "weakref.finalize(a, print, 'b')\natexit.register(print, 'a')",
        "",
    ),
    "prints-path": (
        "import sys, torch, json, traceback\n"
        "print(__file__, torch.__file__, json.__file__)\n"
        "try:\n    1 / 0\nexcept ZeroDivisionError:\n    traceback.print_exc()",
        "",
    ),
    "thread-raises": (
        "import threading\nt = threading.Thread(target=lambda: 1 / 0)\nt.start()\n"
        "t.join()",
        "",
    ),
    "workers": (
        "import torch\nloader = torch.utils.data.DataLoader(range(4), num_workers=2)\n"
        "print([int(x) for x in loader])",
        "",
    ),
}


@pytest.fixture(scope="module")
def results(
    executor: Executor, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Result]:
    """All programs of this module, run together, a witness first and last."""
    root = tmp_path_factory.mktemp("book")
    (root / "snippets").mkdir()
    (root / "pyproject.toml").write_text("[tool.galley]\ntime_limit = 3\n")
    project = Project.find(root)
    sources = {"before": WITNESS}
    sources |= {name: f"# %% it\n{source}\n" for name, (source, _) in PROGRAMS.items()}
    sources["after"] = WITNESS
    programs = []
    for name, source in sources.items():
        (root / "snippets" / f"{name}.py").write_text(source)
        programs.append(parse(source, f"{name}.py", name))
    assert [problem for program in programs for problem in program.problems] == []
    found = {
        program.path.removesuffix(".py"): result
        for program, result in executor.run(project, programs)
    }
    for name, source in sources.items():
        assert (root / "snippets" / f"{name}.py").read_text() == source
    return found


@pytest.mark.parametrize("name", PROGRAMS)
def test_ends_in_the_documented_way(name: str, results: Mapping[str, Result]) -> None:
    """Each program ends with the failure that says what it did, or in peace."""
    failure, fact = results[name].failure, PROGRAMS[name][1]

    assert (failure is None) == (fact == "")
    assert fact in (failure.fact if failure else "")


def test_nothing_leaks(results: Mapping[str, Result]) -> None:
    """What a program sees does not depend on the programs before it."""
    before, after = results["before"], results["after"]

    assert before.failure is None
    assert before.outputs == after.outputs
    assert "work [] None" in before.outputs["look"][0].text


def test_failures_name_their_line(results: Mapping[str, Result]) -> None:
    """A failure carries the line of the program and the last words."""
    raised, flooded = results["raises"].failure, results["floods-c"].failure

    assert raised is not None
    assert raised.line == 2
    assert raised.details[-1] == "ZeroDivisionError: division by zero"
    assert flooded is not None
    assert flooded.details[0] == "it printed last:"


def test_nothing_stays_behind(results: Mapping[str, Result]) -> None:
    """Children of programs end with them, even those that left their group."""
    assert results
    commands = [
        path.read_bytes().split(b"\0")[:2]
        for path in Path("/proc").glob("[0-9]*/cmdline")
        if path.parent.exists()
    ]

    assert [b"sleep", b"61"] not in commands
    assert [b"sleep", b"62"] not in commands


@pytest.mark.parametrize("name", ["recurs", "ping-pong"])
def test_tracebacks_are_short(results: Mapping[str, Result], name: str) -> None:
    """What is said a thousand times is said once or twice."""
    failure = results[name].failure

    assert failure
    assert len(failure.details) < 20
    assert "RecursionError: maximum recursion depth exceeded" in failure.details[-1]


PRINTED = {
    "meta": "a\n",
    "huge": "a\n",
    "closes-1": "a\n",
    "closes-both": "a\n",
    "no-stdout": "a\n",
    "closed-stdout": "a\n",
    "old-stream": "a\nb\nc\n",
    "handlers": "a\nb\n",
    "exits-late": "a\nb\n",
}


@pytest.mark.parametrize("name", PRINTED)
def test_all_that_is_printed_is_output(
    results: Mapping[str, Result], name: str
) -> None:
    """Whatever is done to the streams, and until the very end."""
    outputs = [it.text for it in results[name].outputs["it"]]

    assert "".join(outputs) == PRINTED[name]


@pytest.mark.parametrize("name", ["prints-path", "thread-raises"])
def test_output_has_no_path_of_this_machine(
    results: Mapping[str, Result], name: str
) -> None:
    """The book is the root, and Python and its packages are named."""
    text = "".join(it.text for it in results[name].outputs["it"])

    assert f"snippets/{name}.py" in text
    assert sys.prefix not in text
    assert sys.base_prefix not in text
    assert "/tmp" not in text


def test_what_has_no_json_is_said(tmp_path: Path, executor: Executor) -> None:
    """A data cell that cannot be recorded fails with its reason, and its line."""
    sources = {"big": "a = [10**5000]", "in-itself": "a = []\na.append(a)"}
    programs = [
        parse(f"# %% data: a\n{text}\n", f"{name}.py", name)
        for name, text in sources.items()
    ]
    for _, result in executor.run(Project(tmp_path), programs):
        assert result.failure
        assert result.failure.fact == "the data `a` cannot be recorded"
        assert result.failure.line == 2


def test_the_engine_own_failure_is_no_exit_of_the_program(
    tmp_path: Path, executor: Executor
) -> None:
    """What the engine could not do is said as it is."""
    program = parse("# %% a\nimport os\nos.closerange(0, 99)\n", "a.py", "a.py")
    ((_, result),) = executor.run(Project(tmp_path), [program])

    assert result.failure
    assert (
        result.failure.fact == "the program ended with exit code 1 before its last cell"
    )
    assert "it called `os._exit`" not in result.failure.details


def test_warnings_are_output_without_paths(results: Mapping[str, Result]) -> None:
    """A warning is one line, the same on every machine."""
    (output,) = results["warns"].outputs["it"]

    assert output.text == "UserWarning: mind the step\n"


def test_a_listener_that_leaves_ends_what_runs(tmp_path: Path) -> None:
    """Abandoning the results ends the programs and the warm parent."""
    (tmp_path / "pyproject.toml").write_text("[tool.galley]\n")
    project = replace(Project.find(tmp_path), time_limit=60)
    quick = parse("# %% it\nprint(1)\n", "quick.py", "quick.py")
    slow = parse("# %% it\nimport time\ntime.sleep(59)\n", "slow.py", "slow.py")
    with Executor() as executor:
        running = executor.run(project, [quick, slow])
        first, _ = next(running)
        running.close()

    assert first is quick


def test_a_warm_parent_that_has_ended_is_no_broken_output(tmp_path: Path) -> None:
    """Its pipe breaks, and that is not the one that `| head` closes."""
    (tmp_path / "pyproject.toml").write_text("[tool.galley]\n")
    project = Project.find(tmp_path)
    program = parse("# %% it\nprint(1)\n", "one.py", "one.py")
    ended = subprocess.Popen(["true"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    ended.wait()
    executor = Executor()
    executor._warm, executor._start = ended, lambda project: ended

    with pytest.raises(RuntimeError, match="warm parent process ended"):
        next(executor.run(project, [program]))


def test_what_is_preloaded_is_the_books_own_affair(tmp_path: Path) -> None:
    """A library is there if the book asks for it; another setting, another parent."""
    source = "# %% a\nimport sys\nprint('wave' in sys.modules, 'torch' in sys.modules)"
    program = parse(source, "x/y.py", "snippets/x/y.py")
    printed = []
    with Executor() as plain:
        for preload in ((), ("wave",)):
            project = Project(tmp_path, preload=preload)
            ((_, result),) = plain.run(project, [program])
            printed += result.outputs["a"]

    assert printed == [Text("False False\n"), Text("True False\n")]
