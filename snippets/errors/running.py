"""Mistakes that only a run can show."""

# %% a-book
import tempfile
from pathlib import Path

from galley import BookError, Executor, Project, bind, find_or_run, read, verify

BLOCK = '```python exec="on"\n--8<-- "walk/{}.py:walk"\n```\n'
executor = Executor()


# %% complain
def complain(page="", limits=None, **programs):
    """Run a tiny book, and print what is wrong but that nothing is accepted."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as root:
        Path(root, "docs").mkdir()
        Path(root, "snippets/walk").mkdir(parents=True)
        page = page or "".join(map(BLOCK.format, programs))
        Path(root, "docs/walk.md").write_text(page)
        for name, text in programs.items():
            Path(root, f"snippets/walk/{name}.py").write_text(text)
        tiny = read(Project(Path(root), **(limits or {})))
        results = find_or_run(tiny, tiny.programs.values(), executor)
        found = verify(bind(tiny, results), tiny.programs.values())
        print(BookError(it for it in found if "no accepted output" not in it.fact))


# %% exceptions
complain(
    name="# %% walk\nstep = 3\nprint(stpe)\n",
    neighbour="# %% walk\nimport name\n",
    question='# %% walk\nx = float(input("x? "))\n',
    leave="# %% walk\nimport sys\n\nsys.exit('enough')\n",
)

# %% claims
complain(
    walk="# %% walk\nlosses = [4.0, 1.0, 2.0]\n"
    "# %% claim: falls\nassert losses[2] < losses[1], f'losses are {losses}'\n"
)

# %% unheard
start = "# %% walk\nlosses, loss = [], float('nan')\n# %% claim: falls\n"
complain(
    none=f"{start}for loss in losses:\n    assert loss < 1\n",
    every=f"{start}assert all(loss < 1 for loss in losses)\n",
    half=f"{start}assert losses == []\nif losses:\n    assert losses[0] < 1\n",
    nan=f"{start}assert not loss > 1\n",
    uncalled=f"{start}assert losses.sort\n",
)

# %% apart
complain(
    walk="# %% walk\nx = 1\n# %% claim: first\ndef half(x):\n    return x / 2\n\n\n"
    "assert half(x) < x\n# %% data: more\nmore = [x]\n"
    "# %% end\nx = 2\n# %% claim: second\nassert half(x) < x\n"
)

# %% raises
complain(
    calm="# %% walk raises ZeroDivisionError: division\nprint(1 / 2)\n",
    other="# %% walk raises ZeroDivisionError: division\nprint(1 / zero)\n",
)

# %% limits
complain(
    endless="# %% walk\nprint('on and on', flush=True)\nwhile True:\n    pass\n",
    limits={"time_limit": 1},
)
complain(
    chatty="# %% walk\nfor _ in range(100):\n    print('on and on')\n",
    deaf="# %% walk\nimport signal\n\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    "try:\n    print('on and on' * 100)\nexcept OSError:\n    pass\n",
    limits={"output_limit": 500},
)

# %% ends
complain(
    quits="# %% walk\nimport os\n\nos._exit(3)\n",
    other="# %% walk\nimport os\n\nos.execvp('false', ['false'])\n",
    killed="# %% walk\nimport os\n\nos.kill(os.getpid(), 9)\n",
    thread="# %% walk\nimport threading, time\n\n"
    "threading.Thread(target=time.sleep, args=[9], name='sleeper').start()\n",
)

# %% harm
complain(
    writes="# %% walk\nopen(__file__, 'w')\n",
    removes="# %% walk\nimport os\n\nos.remove(__file__)\n",
    leaves="# %% walk\nopen('/etc/motd', 'w')\n",
    opens="# %% walk\nimport os\n\nos.open(os.path.dirname(__file__), os.O_RDONLY)\n",
    looks="# %% walk\nprint(open(__file__ + '/../../../docs/walk.md').read())\n",
    asks="# %% walk\nimport socket\n\nsocket.create_connection(('pytorch.org', 80))\n",
)

# %% figures
draw = "import matplotlib.pyplot as plt\n\nplt.plot([3, 2, 1])\n"
show = f"{draw}plt.show()\n"
wave = "class Wave(plt.Line2D):\n    def draw(self, renderer):\n        pass\n\n"
complain(
    page=BLOCK.format("unshown")
    + BLOCK.format("bare")
    + BLOCK.replace('on"', 'on" alt="A line."').format("two")
    + BLOCK.replace('on"', 'on" alt="A line."').format("none")
    + BLOCK.replace('on"', 'on" alt="A wave."').format("own"),
    unshown=f"# %% walk\n{draw}",
    bare=f"# %% walk\n{show}",
    two=f"# %% walk\n{show}{show}",
    none="# %% walk\nprint(1)\n",
    own=f"# %% walk\n{draw}{wave}plt.gca().add_line(Wave([0], [0]))\nplt.show()\n",
)

# %% values
complain(
    page=BLOCK.format("walk")
    + "`{python} walk.x_lsat:.2f` `{python} walk.x_last` `{python} walk.x_last:.2q`\n"
    + "`{python} walk.x_last[0]:.2f` `{python} walk.xs:.2f` `{python} walk.xs[3]:f`\n",
    walk="# %% walk\nxs = [3.0, 2.0, 1.5]\nx_last = xs[-1]\n",
)

# %% data
complain(
    page=BLOCK.replace('on"', 'on" replay="runs"').format("walk"),
    walk="# %% data: runs\nframes = []\n\n# %% walk\nprint(1)\n",
)
complain(
    page=BLOCK.replace('on"', 'on" replay="runs"').format("walk"),
    walk="# %% data: runs\nruns = [10**5000]\n\n# %% walk\nprint(1)\n",
)
complain(
    page=BLOCK.replace('on"', 'on" replay="runs"').format("walk"),
    walk="# %% data: runs\nruns = []\n\n# %% walk\nprint(1)\n",
)
executor.close()
