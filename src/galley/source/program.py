"""A program: one percent script, cut into named cells. Pure."""

import ast
import re
import warnings
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from galley.child import script
from galley.child.script import Cell, Kind, Script
from galley.problems import Place, Problem
from galley.source import assertions, scopes

CELL_LINES = 25
CELL_COLUMNS = 88

_MARKER = re.compile(r"^# %%(?P<title>.*)$")
_TITLE = re.compile(
    r"^ (?:(?P<kind>claim|data): )?(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)"
    r"(?: raises (?P<type>[A-Za-z_][\w.]*): (?P<message>.+))?$"
)


@dataclass(frozen=True)
class Program(Script):
    """A script as pages ask for it, and what is wrong with its text."""

    summary: str = ""
    """The module docstring."""
    problems: tuple[Problem, ...] = field(default=(), compare=False)

    def cell(self, name: str) -> Cell | None:
        """Find a cell of code by its name; the empty name is an only cell."""
        code = [cell for cell in self.cells if cell.kind == "code"]
        if not name and len(code) == 1:
            return code[0]
        return next((cell for cell in code if cell.name == name), None)

    def names(self, kind: str) -> list[str]:
        """List the names of the cells of one kind."""
        return [cell.name for cell in self.cells if cell.kind == kind]

    def end(self, name: str) -> int:
        """Count the bytes up to the end of a cell."""
        cell = next(it for it in self.cells if it.name == name)
        last = cell.line + cell.source.count("\n")
        rows = script.lines(self.source, ends=True)[:last]
        return len("".join(rows).encode())

    @property
    def script(self) -> Script:
        """What of it a child process is given."""
        return Script(self.path, self.source, self.cells)


def _first_line(statement: ast.stmt) -> int:
    """The line on which a statement begins, its decorators included."""
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    return min([statement.lineno, *(it.lineno for it in decorators)])


@lru_cache(4096)  # a server reads the book again after each change
def parse(source: str, path: str, place: str) -> Program:
    """Cut a script into its cells.

    Args:
        source: The whole script.
        path: Its name among the programs, as `Program.path`.
        place: Its name in messages, `snippets/x/walk.py`.
    """
    problems: list[Problem] = []

    def problem(line: int, fact: str, *details: str) -> None:
        problems.append(Problem(Place(place, line), fact, details))

    lines = source.split("\n")  # as Python's tokenizer counts them
    try:
        tree = ast.parse(source)
        with warnings.catch_warnings(action="ignore"):
            compile(tree, place, "exec", dont_inherit=True)  # finds what no tree shows
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        text = lines[line - 1].strip() if line <= len(lines) else ""
        problem(line, f"syntax error: {getattr(error, 'msg', error)}", text)
        return Program(path, source, (), "", tuple(problems))

    marked = [n for n, text in enumerate(lines, start=1) if _MARKER.match(text)]
    first = marked[0] if marked else len(lines) + 1
    summary = ast.get_docstring(tree) or ""
    body = tree.body[1:] if summary else tree.body
    if any(_first_line(statement) < first for statement in body):
        problem(
            body[0].lineno,
            "code before the first cell",
            "only a docstring may stand before the first marker `# %% name`",
        )
    for statement in body:
        for line in marked:
            if _first_line(statement) < line <= (statement.end_lineno or 0):
                problem(line, "a cell marker inside a statement")
    whole = not problems
    cells: list[Cell] = []
    for start, end in pairwise([*marked, len(lines) + 1]):
        title = _TITLE.match(lines[start - 1][len("# %%") :])
        if not title:
            problem(
                start,
                f"malformed cell marker `{lines[start - 1]}`",
                "write `# %% name`, `# %% claim: name`, `# %% data: name`",
                "or `# %% name raises ErrorType: stable part of its message`",
            )
            continue
        rows = lines[start : end - 1]
        skipped = next((i for i, row in enumerate(rows) if row.strip()), 0)
        kind: Kind = title["kind"] or "code"  # type: ignore[assignment]  # the pattern's
        cell = Cell(
            name=title["name"],
            kind=kind,
            source="\n".join(rows).strip("\n").rstrip(),
            line=start + 1 + skipped,
            raises=(title["type"], title["message"]) if title["type"] else None,
        )
        if kind != "code" and cell.raises:
            fact = f"the {kind} `{cell.name}` raises"
            problem(start, fact, "only a shown cell may end in an exception")
        if any(cell.name == other.name for other in cells):
            problem(start, f"a second cell `{cell.name}`")
        if not cell.source:
            problem(start, f"the cell `{cell.name}` is empty")
        cells.append(cell)
        shown = cell.source.split("\n") if kind == "code" else []
        if len(shown) > CELL_LINES:
            fact = f"the cell `{cell.name}` has {len(shown)} lines"
            problem(start, fact, f"a cell has at most {CELL_LINES}: cut it in two")
        for offset, row in enumerate(shown):
            if len(row) > CELL_COLUMNS:
                problem(
                    cell.line + offset, f"a line of {len(row)} columns", "at most 88"
                )
    if not cells and not problems:
        problem(1, "no cell", "name a first cell with a line `# %% name`")
    for cell, later in pairwise(cells):
        if cell.raises:
            fact = f"the cell `{later.name}` stands after a cell that raises"
            problem(later.line, fact, "a program ends where it raises: start another")
    if whole:
        for claim in (it for it in cells if it.kind == "claim"):
            for line, fact, details in assertions.vacuous(claim):
                problem(line, fact, *details)
        for line, fact, details in scopes.hidden(cells):
            problem(line, fact, *details)
    return Program(path, source, tuple(cells), summary, tuple(problems))
