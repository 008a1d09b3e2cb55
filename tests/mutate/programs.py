"""Every number, truth value and operator of every program, but not in f-strings.

In a claim every comparison is turned round, and nothing else is changed: a claim that
cannot fail would survive, while one with another bound is only more or less strict.
"""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from galley.accepted import check
from galley.bound.book import bind
from galley.run.executor import Executor
from galley.source.book import Book
from galley.source.program import Cell, Program, parse

from .trial import Mutant, Outcome, Sound

WORKERS = 2
LIMIT = 20.0
"""Seconds: what is changed may never end."""

_BATCH = 200

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
_COMPARISONS = {
    new for kind, (_, new) in _OPERATORS.items() if issubclass(kind, ast.cmpop)
}


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
        row = self.program.source.splitlines()[self.line - 1].strip()
        first = source.rfind(b"\n", 0, self.start) + 1
        before = source[first : self.start].decode().lstrip()
        which = before.count(source[self.start : self.end].decode())
        old = source[self.start : self.end].decode()
        nth = f" (the {which + 1}.)" if which else ""
        return f"{self.cell.name}: `{row}` {old}{nth} → {self.new or 'nothing'}"

    def made(self) -> Program:
        """Parse the changed text."""
        source = self.program.source.encode()
        text = source[: self.start] + self.new.encode() + source[self.end :]
        return parse(text.decode(), self.program.path, self.program.path)


def changes(book: Book, program: Program) -> Iterator[tuple[Mutant, Change]]:
    """List every change of one program."""
    found = _Finder(program)
    found.visit(ast.parse(program.source))
    file = book.program_place(program.path)
    for spot in sorted(set(found.spots)):
        it = Change(program, *spot)
        if it.cell.kind != "claim" or it.new in _COMPARISONS:
            yield Mutant("program", file, it.line, it.said), it


class _Finder(ast.NodeVisitor):
    def __init__(self, program: Program) -> None:
        lines = program.source.encode().splitlines(keepends=True)
        self._source = program.source.encode()
        self._starts = [0]
        for line in lines:
            self._starts.append(self._starts[-1] + len(line))
        self.spots: list[tuple[int, int, str]] = []

    def _span(self, node: ast.expr) -> tuple[int, int]:
        assert node.end_lineno and node.end_col_offset is not None
        start = self._starts[node.lineno - 1] + node.col_offset
        return start, self._starts[node.end_lineno - 1] + node.end_col_offset

    def _between(self, left: ast.expr, kind: ast.AST, right: ast.expr) -> None:
        if type(kind) in _OPERATORS:
            old, new = _OPERATORS[type(kind)]
            first, last = self._span(left)[1], self._span(right)[0]
            start = self._source.index(old.encode(), first, last)
            self.spots.append((start, start + len(old), new))

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Pass over it: Python 3.11 does not say where its parts stand."""

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self.spots.append((*self._span(node), str(not node.value)))
        elif isinstance(node.value, int):
            self.spots.append((*self._span(node), str(node.value + 1)))
        elif isinstance(node.value, float):
            self.spots.append((*self._span(node), repr(node.value * 1.25 or 0.5)))

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
            start = self._span(node)[0]
            self.spots.append((start, start + len(old), new))
        self.generic_visit(node)


def run(
    sound: Sound, executor: Executor, wanted: Sequence[tuple[Mutant, Change]]
) -> Iterator[Outcome]:
    """Run changed programs and tell of each, as it ends, whether the check sees it.

    The cache is neither asked nor told.
    """
    project = replace(sound.book.project, time_limit=LIMIT, workers=WORKERS)
    for first in range(0, len(wanted), _BATCH):
        some = wanted[first : first + _BATCH]
        changed = [change.made() for _, change in some]
        mutants = {
            id(it): mutant for it, (mutant, _) in zip(changed, some, strict=True)
        }
        for program, result in executor.run(project, changed):
            programs = {**sound.book.programs, program.path: program}
            book = replace(sound.book, programs=programs)
            bound = bind(book, {program.path: result}, book.pages_of([program.path]))
            yield mutants[id(program)], bool(check.verify(bound, [program]))
