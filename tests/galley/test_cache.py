"""Results are found by the content of everything that the run read, or not at all."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from galley.child.result import Result
from galley.project import SHARED, Project
from galley.run.cache import Cache, sweep, verified_with
from galley.run.distributions import Distributions
from galley.run.executor import Executor
from galley.run.inputs import Inputs
from galley.run.results import find_or_run
from galley.source import book as books
from galley.source.program import Program, parse

PROGRAM = '''"""A program that reads."""

# %% walk
from pathlib import Path

from kit import number

text = Path(__file__).with_name("words.txt").read_text()
print(number, text)
'''
PAGE = '# Walk\n\n```python exec="on"\n--8<-- "walk/walk.py:walk"\n```\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {
        "pyproject.toml": "[tool.galley]\n",
        "docs/walk.md": PAGE,
        "snippets/walk/walk.py": PROGRAM,
        "snippets/walk/words.txt": "words",
        "src/kit/__init__.py": "number = 1\n",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    time.sleep(0.02)  # what is written in the tick of a run is not trusted
    return tmp_path


@pytest.fixture
def build(root: Path, executor: Executor) -> Callable[[], tuple[list[str], Result]]:
    """Run the book; return the programs that really ran, and the result."""

    def run() -> tuple[list[str], Result]:
        ran: list[str] = []
        book = books.read(Project.find(root))
        results = find_or_run(
            book,
            book.programs.values(),
            executor,
            lambda program, _, kept: None if kept else ran.append(program.path),
        )
        return ran, results["walk/walk.py"]

    return run


Build = Callable[[], tuple[list[str], Result]]


def test_nothing_changed_runs_nothing(build: Build) -> None:
    """A second build takes the result of the first."""
    first, result = build()
    second, kept = build()

    assert first == ["walk/walk.py"]
    assert second == []
    assert kept.outputs == result.outputs


@pytest.mark.parametrize(
    ("name", "text", "printed"),
    [
        ("snippets/walk/walk.py", PROGRAM.replace("number, text", "text"), "words\n"),
        ("snippets/walk/words.txt", "others", "1 others\n"),
        ("src/kit/__init__.py", "number = 2\n", "2 words\n"),
    ],
)
def test_any_input_that_changes_runs_it_again(
    root: Path, build: Build, name: str, text: str, printed: str
) -> None:
    """The program, a file it read, a module it imported: each is part of the key."""
    build()
    (root / name).write_text(text)
    time.sleep(0.02)
    ran, result = build()

    assert ran == ["walk/walk.py"]
    assert result.outputs["walk"][0].text == printed


def test_an_input_that_changes_back_is_found_again(root: Path, build: Build) -> None:
    """Both results are kept, as when one changes branches to and fro."""
    build()
    (root / "snippets/walk/words.txt").write_text("others")
    time.sleep(0.02)
    build()
    (root / "snippets/walk/words.txt").write_text("words")
    ran, result = build()

    assert ran == []
    assert result.outputs["walk"][0].text == "1 words\n"


DAMAGES: dict[str, Callable[[str], str]] = {
    "empty": lambda text: "",
    "cut": lambda text: text[: len(text) // 2],
    "foreign": lambda text: '[{}, {"outputs": 3}]',
    "nul": lambda text: "\0",
    "a byte": lambda text: text.replace("1 words", "2 words"),
    "deep": lambda text: "[" * 200_000,
    "a kind": lambda text: text.replace('"1 words\\n"', "7"),
    "a number": lambda text: text.replace('"seconds": ', '"seconds": "1", "x": '),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_entry_is_a_miss(root: Path, build: Build, damage: str) -> None:
    """Entries that are not what was written are made anew."""
    build()
    (entry,) = (root / ".cache/galley/results").rglob("*.json")
    text = entry.read_text()
    assert DAMAGES[damage](text) != text
    entry.write_text(DAMAGES[damage](text))
    ran, _ = build()
    again, _ = build()

    assert ran == ["walk/walk.py"]
    assert again == []


def test_a_failure_is_not_kept(root: Path, build: Build) -> None:
    """A program that fails runs again each time."""
    (root / "snippets/walk/words.txt").unlink()
    first, result = build()
    second, _ = build()

    assert result.failure is not None
    assert first == second == ["walk/walk.py"]


@pytest.mark.parametrize("edit", ["write", "replace by an old one", "delete"])
def test_an_input_that_is_edited_meanwhile_is_seen(root: Path, edit: str) -> None:
    """Where programs see no copies, a time that was set back does not deceive."""
    words, old = root / "snippets/walk/words.txt", root / "old.txt"
    old.write_text("words")
    os.utime(old, (0, 0))
    time.sleep(0.05)
    project = Project.find(root)
    program = books.read(project).programs["walk/walk.py"]
    inputs = Inputs(project)
    before = inputs.digests(program)
    assert not inputs.changed(program)
    time.sleep(0.05)
    if edit == "write":
        words.write_text("words")
    elif edit == "delete":
        words.unlink()
    else:
        old.rename(words)

    assert inputs.changed(program)
    assert inputs.digests(program) == before


def test_says_why_a_program_will_run(root: Path, build: Build) -> None:
    """The file that changed is named."""
    build()
    (root / "src/kit/__init__.py").write_text("number = 3\n")
    project = Project.find(root)
    program = books.read(project).programs["walk/walk.py"]

    assert Cache(project).reasons(program) == ["src/kit/__init__.py has changed"]


def test_a_failure_is_remembered_while_serving(root: Path, executor: Executor) -> None:
    """An unrelated change does not run it again, and one of its inputs does."""
    words = root / "snippets/walk/words.txt"
    failed: dict[str, Result] = {}
    text = words.read_text()
    words.unlink()

    def ran() -> int:
        runs: list[bool] = []
        book = books.read(Project.find(root))
        programs = book.programs.values()
        find_or_run(
            book, programs, executor, lambda *it: runs.append(not it[2]), failed=failed
        )
        return sum(runs)

    first = ran()
    (root / "docs/walk.md").write_text(f"{PAGE}\nMore.\n")
    second = ran()
    words.write_text(text)
    third = ran()

    assert (first, second, third) == (1, 0, 1)


def test_a_timeout_is_remembered_while_serving(root: Path) -> None:
    """A program that was ended at its limit does not run again for another page."""
    (root / "pyproject.toml").write_text("[tool.galley]\ntime_limit = 1\n")
    program = root / "snippets/walk/walk.py"
    program.write_text(f"{program.read_text()}\nwhile True:\n    pass\n")
    failed: dict[str, Result] = {}
    runs: list[bool] = []
    facts = []
    with Executor() as executor:
        for text in (PAGE, f"{PAGE}\nMore.\n"):
            (root / "docs/walk.md").write_text(text)
            book = books.read(Project.find(root))
            found = find_or_run(
                book,
                book.programs.values(),
                executor,
                lambda *it: runs.append(not it[2]),
                failed=failed,
            )
            failure = found["walk/walk.py"].failure
            assert failure
            facts.append(failure.fact)

    assert runs == [True, False]
    assert facts == ["the program was ended at its time limit of 1 s of work"] * 2


def test_what_a_killed_writer_left_is_swept(tmp_path: Path) -> None:
    """Its file goes; that of a writer who still writes, and other files, stay."""
    path = tmp_path / "walk.out"
    dead = subprocess.Popen(["true"])
    dead.wait()
    left = tmp_path / f".walk.out.{dead.pid}-x.part"
    kept = [
        tmp_path / f".walk.out.{os.getpid()}-x.part",
        tmp_path / f".walks.out.{dead.pid}-x.part",
        tmp_path / ".walk.out.mine-x.part",
    ]
    for it in (left, *kept):
        it.touch()

    sweep(path)

    assert sorted(tmp_path.iterdir()) == sorted(kept)


def test_seed_environment_and_packages_are_part_of_the_key(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of them, changed alone, names another entry."""
    project = Project.find(root)
    source = "# %% a\nimport sklearn\n"
    program, other = parse(source, "a.py", "a.py"), parse("# %% a\n1\n", "a.py", "a.py")

    def entry(seed: int = 0, of: Program = program, **variables: str) -> str:
        settings = Executor(seed, variables).settings
        return Cache(project, settings=settings).entry(of)

    before, without = entry(), entry(of=other)
    assert entry() == before
    assert len({before, entry(seed=1), entry(COLUMNS="81")}) == 3
    folders = Distributions()._folders
    newer = Path("/x/scikit_learn-99.dist-info")
    monkeypatch.setattr(Distributions, "_folders", {**folders, "scikit-learn": newer})
    monkeypatch.setattr(Distributions, "_owners", {"sklearn": "scikit-learn"})
    monkeypatch.setattr(Distributions, "_required", lambda *_: [])
    assert entry() != before
    assert "scikit-learn" in Inputs(project).digests(program)
    assert "scikit-learn" not in Inputs(project).digests(other)
    assert without


def test_what_is_preloaded_is_part_of_the_key_and_named(root: Path) -> None:
    """A library that is there before a program begins may change what it does."""
    project, program = Project.find(root), parse("# %% a\n1\n", "a.py", "a.py")
    lists = ((), ("json",), ("numpy",))
    keys = {Cache(replace(project, preload=it)).key(program) for it in lists}

    assert len(keys) == 3
    assert "numpy" not in verified_with(("json",))
    assert ", numpy 2." in verified_with(("json", "numpy.linalg"))


WRITER = """
import sys, time
from pathlib import Path
from galley.source import book
from galley.run.cache import Cache, sweep
from galley.project import Project
from galley.child.result import Result, Text

project = Project.find(Path(sys.argv[1]))
program = book.read(project).programs["walk/walk.py"]
cache = Cache(project)
result = Result({"walk": (Text("x" * 5_000_000),)})
end = time.monotonic() + 1
while time.monotonic() < end:
    cache.store(program, result)
"""


@pytest.fixture
def copy(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same book at another place, as another machine has it."""
    return shutil.copytree(root, tmp_path_factory.mktemp("other") / "book")


@pytest.fixture
def shared(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A folder of results for all books."""
    folder = tmp_path_factory.mktemp("shared")
    monkeypatch.setenv(SHARED, str(folder))
    return folder


def test_processes_share_a_folder_without_locks(
    root: Path, copy: Path, shared: Path
) -> None:
    """Two write the same entry at once, and who reads meanwhile finds it whole."""
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(it)]) for it in (root, copy)
    ]
    read = 0
    while any(writer.poll() is None for writer in writers):
        for path in shared.glob("*/*.json"):
            _, result = json.loads(path.read_text().partition("\n")[2])
            read += len(result["outputs"]["walk"][0]["text"]) == 5_000_000
    project = Project.find(root)
    program = books.read(project).programs["walk/walk.py"]

    assert [writer.wait() for writer in writers] == [0, 0]
    assert read > 0
    assert len(list(shared.glob("*/*"))) == 1
    assert Cache(project).load(program) is not None


def test_another_copy_finds_the_results(
    root: Path, copy: Path, shared: Path, build: Build
) -> None:
    """What one has run, another one that shares the folder does not run."""
    first, result = build()
    project = Project.find(copy)
    found = Cache(project).load(books.read(project).programs["walk/walk.py"])
    (copy / "src/kit/__init__.py").write_text("number = 2\n")
    other = Cache(project).load(books.read(project).programs["walk/walk.py"])

    assert first == ["walk/walk.py"]
    assert found == result
    assert other is None
    assert not (root / ".cache/galley/results").exists()
