"""What can be changed in a program so that it means something else. Pure.

Does a check see it? Does a claim become false? Whoever asks makes the change, runs the
program and looks.
"""

import ast
from dataclasses import dataclass
from itertools import pairwise

from galley.child.script import Cell, lines
from galley.source.program import Program, parse

_OPERATORS = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "/"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "*"),
    ast.Mod: ("%", "*"),
    ast.Pow: ("**", "*"),
    ast.MatMult: ("@", "*"),
    ast.BitAnd: ("&", "|"),
    ast.BitOr: ("|", "&"),
    ast.Lt: ("<", ">="),
    ast.LtE: ("<=", ">"),
    ast.Gt: (">", "<="),
    ast.GtE: (">=", "<"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
    ast.And: ("and", "or"),
    ast.Or: ("or", "and"),
    ast.USub: ("-", "+"),
    ast.Not: ("not", ""),
    ast.Invert: ("~", ""),
}
COMPARISONS = {
    new for kind, (_, new) in _OPERATORS.items() if issubclass(kind, ast.cmpop)
}
"""What a comparison is changed into: it is turned round."""


@dataclass(frozen=True)
class Change:
    """Some bytes of a program replaced by others."""

    program: Program
    start: int
    end: int
    new: str

    @property
    def line(self) -> int:
        """The line on which it stands."""
        return self.program.source.encode().count(b"\n", 0, self.start) + 1

    @property
    def cell(self) -> Cell:
        """The cell in which it stands."""
        return [it for it in self.program.cells if it.line <= self.line][-1]

    @property
    def said(self) -> str:
        """The cell, the line, and what becomes of which part of it."""
        source = self.program.source.encode()
        row = lines(self.program.source)[self.line - 1].strip()
        first = source.rfind(b"\n", 0, self.start) + 1
        before = source[first : self.start].decode().lstrip()
        which = before.count(source[self.start : self.end].decode())
        old, new = source[self.start : self.end].decode(), self.new or "nothing"
        if "\n" in old:
            old, new = (" ".join(it.split()) for it in (old, new))
        nth = f" (the {which + 1}.)" if which else ""
        return f"{self.cell.name}: `{row}` {old}{nth} → {new}"

    def made(self, until: str = "") -> Program:
        """Parse the changed text, up to the end of a cell, or all of it."""
        source = self.program.source.encode()
        stop = self.program.end(until) if until else len(source)
        text = source[: self.start] + self.new.encode() + source[self.end : stop]
        return parse(text.decode(), self.program.path, self.program.path)


def changes(program: Program) -> list[Change]:
    """List every change of a number, a truth value or an operator, but of f-strings."""
    return found(program, _Finder(program))


def found(program: Program, finder: "Spots") -> list[Change]:
    """Make a change of each spot that a visitor finds."""
    finder.visit(ast.parse(program.source))
    return [Change(program, *spot) for spot in sorted(set(finder.spots))]


class Spots(ast.NodeVisitor):
    """Where the parts of a program stand, in bytes."""

    def __init__(self, program: Program) -> None:
        """Find where the lines begin."""
        rows = lines(program.source, ends=True)
        self.source = program.source.encode()
        self._starts = [0]
        for row in rows:
            self._starts.append(self._starts[-1] + len(row.encode()))
        self.spots: list[tuple[int, int, str]] = []

    def span(self, node: ast.expr | ast.stmt | ast.keyword) -> tuple[int, int]:
        """Say where a part begins and ends."""
        assert node.end_lineno and node.end_col_offset is not None
        start = self._starts[node.lineno - 1] + node.col_offset
        return start, self._starts[node.end_lineno - 1] + node.end_col_offset


class _Finder(Spots):
    def _between(self, left: ast.expr, kind: ast.AST, right: ast.expr) -> None:
        if type(kind) in _OPERATORS:
            old, new = _OPERATORS[type(kind)]
            first, last = self.span(left)[1], self.span(right)[0]
            start = self.source.index(old.encode(), first, last)
            self.spots.append((start, start + len(old), new))

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Pass over it: Python 3.11 does not say where its parts stand."""

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self.spots.append((*self.span(node), str(not node.value)))
        elif isinstance(node.value, int):
            self.spots.append((*self.span(node), str(node.value + 1)))
        elif isinstance(node.value, float):
            self.spots.append((*self.span(node), repr(node.value * 1.25 or 0.5)))

    def visit_BinOp(self, node: ast.BinOp) -> None:
        self._between(node.left, node.op, node.right)
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self._between(node.target, node.op, node.value)
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        for left, right in pairwise(node.values):
            self._between(left, node.op, right)
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        for (left, right), kind in zip(
            pairwise([node.left, *node.comparators]), node.ops, strict=True
        ):
            self._between(left, kind, right)
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if type(node.op) in _OPERATORS:
            old, new = _OPERATORS[type(node.op)]
            start = self.span(node)[0]
            self.spots.append((start, start + len(old), new))
        self.generic_visit(node)
