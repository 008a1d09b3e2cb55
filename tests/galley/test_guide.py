"""The authors' guide shows every message that the engine has."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from galley.project import Project

BOOK = Project.find(Path(__file__).parent)
ENGINE = sorted((BOOK.src_dir / "galley").rglob("*.py"))
FACT = {
    "Problem": 1,  # place, fact, …
    "problem": 1,  # line, fact, …
    "Failure": 0,
    "PermissionError": 0,
    "ValueError": 0,
    "ClickException": 0,
}
"""Which argument of a call is what the message says."""


def shown() -> str:
    """What the guide's programs print about mistakes, and the page itself."""
    outs = sorted((BOOK.snippets_dir / "errors").glob("*.out"))
    page = BOOK.docs_dir / "authors" / "errors.md"
    return "\n".join(path.read_text() for path in [*outs, page])


def facts(path: Path) -> Iterator[ast.expr]:
    """Find what the messages of a module say; `slider_data` yields what is wrong."""
    for function in ast.walk(ast.parse(path.read_text())):
        if not isinstance(function, ast.FunctionDef):
            continue
        named = {
            target.id: it.value
            for it in ast.walk(function)
            if isinstance(it, ast.Assign)
            for target in it.targets
            if isinstance(target, ast.Name)
        }
        for it in ast.walk(function):
            if path.stem == "slider_data" and isinstance(it, ast.Yield) and it.value:
                yield it.value
            if isinstance(it, ast.Call):
                name = getattr(it.func, "attr", getattr(it.func, "id", ""))
                if len(it.args) > FACT.get(name, 99):
                    fact = it.args[FACT[name]]
                    yield (
                        named.get(fact.id, fact) if isinstance(fact, ast.Name) else fact
                    )


def pattern(fact: ast.expr) -> str:
    """Turn a string or an f-string into what its values may look like."""
    if isinstance(fact, ast.Constant):
        return re.escape(str(fact.value))
    if isinstance(fact, ast.JoinedStr):
        parts = (pattern(it) for it in fact.values)
        return "".join(parts)
    return r"[^\n]+"


@pytest.mark.parametrize("path", ENGINE, ids=[it.stem for it in ENGINE])
def test_every_message_is_shown(path: Path) -> None:
    """A new message gets its example and its advice, or this test says which lacks."""
    text = shown()
    patterns = {pattern(fact) for fact in facts(path)}
    missing = [it for it in sorted(patterns) if not re.search(it, text)]

    assert missing == []
