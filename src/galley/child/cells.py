"""The cells of one program run in this process, and hidden ones in forks of it.

Readers see the cells of code alone. What stands in a claim, or makes the data of an
interactive figure, changes nothing that they see: it runs in a fork, and what comes
back is what it printed, whether it held, the values that sentences may use, and what
later hidden cells may read.
"""

import __future__

import ast
import linecache
import re
import sys
import types
from bisect import bisect
from collections.abc import Collection, Sequence
from pathlib import Path

from galley.child import failures
from galley.child.apart import apart, packed, unpacked
from galley.child.asserted import Ledger
from galley.child.capture import Capture
from galley.child.instrument import instrument
from galley.child.request import Request
from galley.child.result import Failure, Result, Value
from galley.child.sandbox import Guard
from galley.child.script import Cell, Script
from galley.child.values import frames, scalars


class Cells:
    """A program that runs, and what it has produced so far."""

    def __init__(
        self, request: Request, writes: Collection[Path], printed: int
    ) -> None:
        """Prepare the process; the arguments are those of `runner.run`."""
        self._captured = Capture(printed)
        self._request, script = request, request.script
        self._path = path = f"{request.snippets}/{script.path}"
        # Tracebacks and `inspect` show the text that runs, whatever the file says now.
        rows = [f"{line}\n" for line in script.source.split("\n")]
        linecache.cache[path] = (len(script.source), None, rows, path)
        self.module = types.ModuleType("__main__")
        self.module.__file__ = path
        sys.modules["__main__"] = self.module
        sys.argv = [path]
        Guard(Path(request.root), request.sees, writes)
        self._ledger = Ledger(request.go_on)
        self._statements = _statements(script, path)
        # Asserts of shown functions count where a claim is nothing but a call of one.
        self._helpers = any(
            cell.kind == "claim" and _asserts_nowhere(self._statements[cell.name])
            for cell in script.cells
        )
        self._flags = 0
        self._left: dict[str, bytes] = {}
        self._claims: list[str] = []
        self._false: list[str] = []
        self._data: dict[str, object] = {}
        self.failure: Failure | None = None

    def cells(self, cells: Sequence[Cell]) -> None:
        """Run some cells, up to the first that fails."""
        for cell in cells:
            self._ledger.begin()
            failure, broke = None, False
            try:
                exec(self._compiled(cell), vars(self.module))
                if cell.raises:
                    name = cell.raises[0]
                    fact = f"the cell `{cell.name}` was to raise {name} and did not"
                    failure = Failure(fact, cell.line)
            except BaseException as error:
                if failures.expected(error, cell):
                    self._captured.finish(cell, raised=failures.last_line(error))
                else:
                    failure = failures.failure(error, cell, self._path, self._request)
                    broke = not isinstance(error, AssertionError)
            self._captured.finish(cell)
            if self._captured.full and not failure:  # it ignores the signal for it
                fact = "the program has printed as much as it may"
                failure = Failure(fact, cell.line)
            if cell.kind == "claim":
                failure = failure or self._ledger.unheard(cell)
                if self._ledger.false or (failure and not broke):
                    self._false.append(cell.name)
                elif not failure:
                    self._claims.append(cell.name)
                if self._ledger.go_on:
                    continue
            elif cell.kind == "data" and not failure:
                self._data[cell.name], failure = frames(cell, vars(self.module))
            if failure:
                self.failure = failure
                return

    def hidden(
        self, stretch: Sequence[Cell], rest: Sequence[Cell], here: bool
    ) -> dict[str, Value]:
        """Run cells that no page shows, and return the values that sentences may use.

        Args:
            stretch: The cells.
            rest: The cells after them; hidden ones may use names of these.
            here: Run them in this process.
        """
        used = {word for it in rest if it.kind != "code" for word in _words(it)}

        def work() -> tuple[Result, dict[str, Value], dict[str, bytes]]:
            names = vars(self.module)
            for name, value in unpacked(self._left).items():
                names.setdefault(name, value)
            before = dict(names)
            self.cells(stretch)
            new = {n: it for n, it in names.items() if before.get(n, before) is not it}
            later = {name: it for name, it in new.items() if name in used}
            return self.result(), scalars(new), {} if here else packed(later)

        if here:
            return work()[1]
        result, values, left = apart(work)
        self._captured.outputs = dict(result.outputs)
        self._captured.skip()
        self._claims, self._data = list(result.claims), dict(result.data)
        self._false = list(result.false)
        self.failure = result.failure
        self._left |= left
        return values

    def finish(self) -> None:
        """Take what was printed after the last cell."""
        self._captured.finish(self._request.script.cells[-1])

    def result(self) -> Result:
        """What it has produced so far."""
        return Result(
            outputs=self._captured.outputs,
            data=self._data,
            claims=tuple(self._claims),
            false=tuple(self._false),
            failure=self.failure,
        )

    def _compiled(self, cell: Cell) -> types.CodeType:
        """Compile a cell, with the line numbers of the file."""
        tree = ast.Module(self._statements[cell.name], [])
        for it in tree.body:
            if isinstance(it, ast.ImportFrom) and it.module == "__future__":
                features = [getattr(__future__, name.name) for name in it.names]
                self._flags |= sum({feature.compiler_flag for feature in features})
        if cell.kind == "claim" or self._helpers:
            tree = instrument(tree, self._ledger.reached, cell.kind == "claim")
        # What a cell imports from `__future__` holds for all that follow it.
        code: types.CodeType = compile(
            tree, self._path, "exec", self._flags, dont_inherit=True
        )
        return code


def _statements(script: Script, path: str) -> dict[str, list[ast.stmt]]:
    """Give each statement to its cell; none is dropped, but a docstring before them."""
    tree = ast.parse(script.source, path)
    found: dict[str, list[ast.stmt]] = {cell.name: [] for cell in script.cells}
    starts = [cell.line for cell in script.cells]
    for n, statement in enumerate(tree.body):
        place = bisect(starts, statement.lineno)
        docstring = n == 0 and ast.get_docstring(tree, clean=False) is not None
        assert place or docstring, f"{path}:{statement.lineno} is in no cell"
        if place:
            cell = script.cells[place - 1]
            end = cell.line + cell.source.count("\n")
            assert statement.end_lineno is not None
            assert statement.end_lineno <= end, f"{path}:{end} is in two cells"
            found[cell.name].append(statement)
    return found


def _asserts_nowhere(statements: Sequence[ast.stmt]) -> bool:
    nodes = (node for it in statements for node in ast.walk(it))
    return not any(isinstance(node, ast.Assert) for node in nodes)


def _words(cell: Cell) -> list[str]:
    return re.findall(r"\w+", cell.source)
