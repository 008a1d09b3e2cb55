"""Settings that cannot be are refused: place, fact, next command, and no traceback."""

from pathlib import Path

import pytest

from galley.problems import BookError
from galley.project import Project

WRONG = {
    "[tool.galley\n": "pyproject.toml:1: cannot be read: Expected",
    "[tool]\ngalley = 3": "`galley` must be a table, and is 3",
    "[tool.galley]\ndocs = 3": "`docs` must be a text, and is 3",
    "[tool.galley]\ntime_limit = '60'": "`time_limit` must be a number above 0",
    "[tool.galley]\ntime_limit = 0": "`time_limit` must be a number above 0, and is 0",
    "[tool.galley]\ntime_limit = nan": "`time_limit` must be a number above 0",
    "[tool.galley]\ntime_limit = true": "`time_limit` must be a number above 0",
    "[tool.galley]\nmemory_limit = inf": "`memory_limit` must be a number above 0",
    "[tool.galley]\nworkers = 0": "must be a whole number, 1 or more, and is 0",
    "[tool.galley]\nworkers = -1": "`workers` must be a whole number, 1 or more",
    "[tool.galley]\nworkers = 1.5": "`workers` must be a whole number, 1 or more",
    "[tool.galley]\npreload = 'math'": "`preload` must be a list of texts, and is 'm",
    "[tool.galley]\npreload = [1]": "`preload` must be a list of texts, and is [1]",
    "[tool.galley]\nundo = ['x']": "`undo` must be a table of texts, and is ['x']",
    "[tool.galley]\nundo.x = 1": "`undo` must be a table of texts, and is {'x': 1}",
    "[tool.galley]\nworker = 1": "no setting `worker`",
    "[tool.galley]\nroot = '/'": "no setting `root`",
    "[tool.galley]\ndocs = 'nope'": "names the folder `nope`, which is not there",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_said(text: str, tmp_path: Path) -> None:
    """Each kind of mistake has its fact, and says what to do."""
    (tmp_path / "pyproject.toml").write_text(text)
    with pytest.raises(BookError) as caught:
        Project.find(tmp_path)
    (problem,) = caught.value.problems

    assert WRONG[text] in f"{problem.place}: {problem.fact}"
    assert problem.command


def test_what_is_no_text_is_no_settings(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 are a problem of the file."""
    (tmp_path / "pyproject.toml").write_bytes(b"\xff")
    with pytest.raises(BookError, match=r"pyproject\.toml: cannot be read"):
        Project.find(tmp_path)


def test_what_is_right_is_taken(tmp_path: Path) -> None:
    """Whole numbers stand for numbers, and another file's table is none of ours."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pyproject.toml").write_text(
        "[tool.galley]\ndocs = 'pages'\ntime_limit = 3\nworkers = 1\n"
    )
    (tmp_path / "pages/pyproject.toml").write_text("tool = 3\n")
    project = Project.find(tmp_path / "pages")

    assert (project.docs_dir, project.time_limit) == (tmp_path / "pages", 3)
