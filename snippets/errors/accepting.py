"""What is said when results and accepted outputs disagree."""

# %% a-book
import contextlib
import tempfile
from pathlib import Path

from click.testing import CliRunner

from galley import Executor, main

EMBED = '```python exec="on"\n--8<-- "walk/{}.py:walk"\n```\n'
AS_IT_WAS = "# accepted with Python 3.11.7, Linux x86_64: 0.01 s of one core, 0 MB\n"
executors = [Executor(), Executor(1, together=True)]


def galley(command, settings="", page="", **files):
    """Call the command in the folder of a tiny book."""
    names = {name.partition("_")[0] for name in files if name.endswith("_py")}
    page += "".join(map(EMBED.format, sorted(names)))
    given = {"pyproject.toml": f"[tool.galley]\n{settings}", "docs/walk.md": page}
    for name, text in files.items():
        given[f"snippets/walk/{name.replace('_', '.')}"] = text
    with tempfile.TemporaryDirectory(dir=".") as folder, contextlib.chdir(folder):
        for name, text in given.items():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(text)
        done = CliRunner().invoke(main, command.split(), obj=executors, env={"CI": ""})
    print(*(it for it in done.output.splitlines() if it[:1] != "["), sep="\n")


# %% drift
walk = '# %% walk\nx_last = 0.512\nprint(f"x = {x_last}")\n'
then = f"{AS_IT_WAS}# %% walk\nx = 0.512\n"
galley("check", walk_out=then, walk_py=walk.replace("0.512", "0.640"))

# %% rounding
galley("check", walk_out=then, walk_py=walk.replace("0.512", "0.513"))

# %% without
galley("check", walk_py=walk, gone_out=then)

# %% two-runs
galley("accept snippets", walk_py='# %% walk\nprint({"red", "green", "blue"})\n')

# %% not-there
galley("accept snippets", walk_py=walk, page="It ends at `{python} walk.x:.2f`.\n")

# %% other-processor
asks = '"6" if os.environ.get("ATEN_CPU_CAPABILITY") == "avx2" else "5"'
galley("probe docs", walk_py=f"# %% walk\nimport os\n\nprint('0.49' + ({asks}))\n")

# %% budget
cheap, dear = (
    AS_IT_WAS.replace("0.01 s", "1.5 s"),
    AS_IT_WAS.replace("0.01 s", "3.25 s"),
)
said = "# %% walk\nx = 0.512\n"
galley(
    "check",
    settings="budget_program = 3\nbudget_book = 4",
    walk_py=walk,
    walk_out=dear + said,
    run_py=walk,
    run_out=cheap + said,
    old_py=walk,
    old_out="# accepted with …\n" + said,
)
for it in executors:
    it.close()
