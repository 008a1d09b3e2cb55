"""Another machine is named for everything that would change a result."""

from dataclasses import replace
from pathlib import Path

import pytest

from galley.project import Project
from galley.run import machine as alike

OURS = alike.Machine({"torch": "2.13.0", "platform": "Linux"}, {"a.py": "1"})


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name in (
        "pyproject.toml",
        "docs/walk.md",
        "snippets/walk/walk.py",
        "src/kit/__init__.py",
        "src/kit/__pycache__/kit.pyc",
        "src/kit.egg-info/PKG-INFO",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return Project(tmp_path)


def test_a_machine_is_what_keys_depend_on(project: Project) -> None:
    """Settings, programs and packages count; pages and what is made of them do not."""
    machine = alike.here(project)

    assert list(machine.sources) == [
        "pyproject.toml",
        "snippets/walk/walk.py",
        "src/kit/__init__.py",
    ]
    assert {"Python", "matplotlib", "platform", "instructions", "engine"} < set(
        machine.facts
    )
    assert alike.differences("it", machine, alike.here(project)) == []


@pytest.mark.parametrize(
    ("there", "said"),
    [
        ({"facts": {"torch": "2.12.1", "platform": "Linux"}}, "torch 2.12.1, and here"),
        ({"facts": {"torch": "2.13.0"}}, "platform none, and here Linux"),
        ({"sources": {"a.py": "2"}}, "  a.py\n"),
        ({"sources": {}}, "a.py is not there"),
        ({"sources": {"a.py": "1", "b.py": "1"}}, "  b.py\n"),
        ({"sources": {f"{n}.py": "1" for n in range(9)}}, "and 5 more"),
    ],
)
def test_what_differs_is_named(there: dict[str, dict[str, str]], said: str) -> None:
    """One problem for the facts, one for the files, and neither without reason."""
    (problem,) = alike.differences("it", replace(OURS, **there), OURS)

    assert said in str(problem)
    assert str(problem).startswith("it: this worker ")
    assert problem.command
