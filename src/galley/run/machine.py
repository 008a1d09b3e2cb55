"""Would another machine make the same results? All that a key depends on is compared.

A result depends on versions, platform and engine, and on what the run can see. Before
anything runs all sources are compared, and with each result what its run could see.
"""

from dataclasses import dataclass

from galley.problems import Place, Problem
from galley.project import Project
from galley.run.cache import Cache
from galley.run.inputs import digest

Digests = dict[str, str]
"""By the name of a file relative to the root; what is not there has an empty one."""

_SHOWN = 5
_NOT_SOURCES = ("__pycache__", ".ipynb_checkpoints", ".egg-info")


@dataclass(frozen=True)
class Machine:
    """What results depend on where a book stands."""

    facts: dict[str, str]
    """Versions, platform, instructions and the engine."""
    sources: Digests
    """The settings, the programs, and the packages."""


def here(project: Project) -> Machine:
    """Look at this machine."""
    paths = [project.root / "pyproject.toml"]
    for folder in (project.snippets_dir, project.src_dir):
        paths += (it for it in folder.rglob("*") if it.is_file())
    names = sorted(str(it.relative_to(project.root)) for it in paths)
    sources = [it for it in names if not any(part in it for part in _NOT_SOURCES)]
    digests = {it: digest((project.root / it).read_bytes()) for it in sources}
    return Machine(Cache(project).facts, digests)


def differences(place: str, there: Machine, ours: Machine) -> list[Problem]:
    """Say why another machine would make other results.

    Args:
        place: What the messages call the other machine.
        there: What stands there.
        ours: What it is to be.
    """
    other = {it: there.facts.get(it, "none") for it in ours.facts}
    lines = [
        f"{name} {other[name]}, and here {fact}"
        for name, fact in ours.facts.items()
        if other[name] != fact
    ]
    problems = other_files(place, there.sources, ours.sources)
    if lines:
        fact = "this worker would make other results"
        command = "install there what is installed here, and start the worker again"
        problems.append(Problem(Place(place), fact, tuple(lines), command))
    return problems


def other_files(place: str, there: Digests, ours: Digests) -> list[Problem]:
    """Name the files that another machine sees otherwise than this one."""
    names = sorted(there.keys() | ours.keys())
    other = [it for it in names if there.get(it, "") != ours.get(it, "")]
    if not other:
        return []
    shown = [it if there.get(it) else f"{it} is not there" for it in other[:_SHOWN]]
    left = [f"and {len(other) - _SHOWN} more"] if other[_SHOWN:] else []
    fact = "this worker sees other files than are here"
    command = "mount the book there at the same path, or copy it there"
    return [Problem(Place(place), fact, (*shown, *left), command)]
