"""What can stand otherwise in a program, or be left out of an expression. Pure."""

import ast
from collections.abc import Sequence
from itertools import pairwise

from galley.source.mutants import Change, Spots, found
from galley.source.program import Program
from galley.source.reach import names, touched
from galley.source.removals import only_shows

_WHOLE = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Expr)
"""Statements on lines of their own, which can change places."""
_NO_NUMBER = (
    ast.Constant,
    ast.Compare,
    ast.Lambda,
    ast.JoinedStr,
    ast.List,
    ast.Tuple,
    ast.Dict,
    ast.Set,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
)
"""What has no other sign, or is changed otherwise."""
_NEEDED = {"print", "range", "zip", "enumerate", "isinstance", "type"}
"""Functions of Python without which nothing runs."""


def changes(program: Program) -> list[Change]:
    """List changes of other kinds still.

    A call, an index, a context or a decorator left out; two arguments, elements or
    statements exchanged; a result with the other sign; the last element of a list or
    the last letter of a text left out; what is set in something left as it was.
    """
    return found(program, _Otherwise(program))


class _Otherwise(Spots):
    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._modules: set[str] = set()

    def _leave_out(self, start: int, end: int) -> None:
        self.spots.append((start, end, ""))

    def _text(self, node: ast.expr | ast.stmt) -> str:
        start, end = self.span(node)
        return self.source[start:end].decode()

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Pass over it, as above."""

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> None:
        self._modules |= {it.asname or it.name for it in node.names}

    visit_ImportFrom = visit_Import

    def visit_arg(self, node: ast.arg) -> None:
        """Annotations are no business of it."""

    def generic_visit(self, node: ast.AST) -> None:
        for name in ("body", "orelse"):
            body = getattr(node, name, None)
            if isinstance(body, list):
                self._exchanged(body)
        super().generic_visit(node)

    def _exchanged(self, body: Sequence[ast.stmt]) -> None:
        """Let two statements change places, if one changes what the other names."""
        for one, two in pairwise(body):
            pair = (one, two)
            if not all(isinstance(it, _WHOLE) and not only_shows(it) for it in pair):
                continue
            if touched(one) & names(two) or names(one) & touched(two):
                self._swapped(one, two)

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        if any(not isinstance(it, ast.Name | ast.Tuple) for it in node.targets):
            self.spots.append((*self.span(node), "pass"))
        self._other_sign(node.value)
        self.generic_visit(node)

    def visit_Return(self, node: ast.Return) -> None:
        if node.value:
            self._other_sign(node.value)
        self.generic_visit(node)

    def _other_sign(self, value: ast.expr) -> None:
        if not isinstance(value, _NO_NUMBER):
            self.spots.append((*self.span(value), f"-({self._text(value)})"))

    def visit_Call(self, node: ast.Call) -> None:
        called, end = node.func, self.span(node)[1]
        if isinstance(called, ast.Name) and called.id in _NEEDED:
            return self.generic_visit(node)
        if isinstance(called, ast.Attribute) and not self._of_module(called.value):
            self._leave_out(self.span(called.value)[1], end)
        elif node.args and not isinstance(node.args[0], ast.Starred):
            first = self._text(node.args[0])
            self.spots.append((*self.span(node), f"({first})"))
        self._first_two(node.args)
        if len(node.args) > 1:
            self._leave_out(self.span(node.args[-2])[1], self.span(node.args[-1])[1])
        return self.generic_visit(node)

    def _first_two(self, parts: Sequence[ast.expr]) -> None:
        for one, two in pairwise(parts[:2]):
            if self._text(one) != self._text(two):
                self._swapped(one, two)

    def _swapped(self, one: ast.expr | ast.stmt, two: ast.expr | ast.stmt) -> None:
        (start, first), (second, end) = self.span(one), self.span(two)
        between = self.source[first:second].decode()
        new = self._text(two) + between + self._text(one)
        self.spots.append((start, end, new))

    def _of_module(self, value: ast.expr) -> bool:
        while isinstance(value, ast.Attribute):
            value = value.value
        return isinstance(value, ast.Name) and value.id in self._modules

    def visit_Subscript(self, node: ast.Subscript) -> None:
        if isinstance(node.ctx, ast.Load):
            self._leave_out(self.span(node.value)[1], self.span(node)[1])
        self.generic_visit(node)

    def visit_List(self, node: ast.List | ast.Tuple) -> None:
        if isinstance(node.ctx, ast.Load) and len(node.elts) > 1:
            self._leave_out(self.span(node.elts[-2])[1], self.span(node.elts[-1])[1])
            self._first_two(node.elts)
        self.generic_visit(node)

    visit_Tuple = visit_List

    def visit_Dict(self, node: ast.Dict) -> None:
        if len(node.values) > 1:
            ends = [self.span(it)[1] for it in node.values[-2:]]
            self._leave_out(*ends)
        self.generic_visit(node)

    def visit_With(self, node: ast.With) -> None:
        if all(it.optional_vars is None for it in node.items):
            end = self.span(node.items[-1].context_expr)[1]
            if self.source[end : end + 1] == b":":  # and not in parentheses
                self.spots.append((self.span(node)[0], end, "if True"))
        self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for it in node.decorator_list:
            start, end = self.span(it)
            start = self.source.rindex(b"@", 0, start)
            indent = self.source[self.source.rindex(b"\n", 0, start) + 1 : start]
            self._leave_out(start, end + 1 + len(indent))
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        """Leave out the last letter of a text."""
        if not isinstance(node.value, str) or len(node.value) < 2:
            return
        start, end = self.span(node)
        text = self.source[start:end].decode()
        quotes = 3 if text.endswith(('"""', "'''")) else 1
        last = node.value[-1]
        if "\\" not in text and text[:-quotes].endswith(last):
            end -= quotes
            self._leave_out(end - len(last.encode()), end)
