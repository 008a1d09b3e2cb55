"""The book as it was at another revision, to be run here and now."""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from galley.child.script import lines
from galley.problems import BookError, Place, Problem
from galley.project import Project


@contextmanager
def checkout(project: Project, revision: str) -> Iterator[Project]:
    """Check a revision out beside the book, with a cache of its own.

    Raises:
        BookError: git does not know the revision.
    """
    with tempfile.TemporaryDirectory(prefix="galley-base-") as folder:
        command = ["git", "-C", str(project.root), "worktree"]
        added = [*command, "add", "--detach", "--quiet", folder, revision]
        done = subprocess.run(added, capture_output=True, text=True, check=False)
        if done.returncode:
            details = tuple(lines(done.stderr.strip()))
            raise BookError(
                [Problem(Place(revision), "git cannot check this out", details)]
            )
        try:
            yield replace(project, root=Path(folder))
        finally:
            subprocess.run([*command, "remove", "--force", folder], check=True)


def marked(problem: Problem, revision: str, also_there: bool) -> Problem:
    """Say in a drift what caused it: the change, or where it runs."""
    if problem.code != "drift":
        return problem
    cause = (
        f"{revision} drifts here too: the environment causes it"
        if also_there
        else f"{revision} does not drift here: the change causes it"
    )
    return replace(problem, details=(*problem.details, cause))
