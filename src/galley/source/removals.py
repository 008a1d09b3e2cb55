"""What can be taken away from a program, or put in the place of something. Pure."""

import ast

from galley.source.mutants import Change, Spots, found
from galley.source.program import Program

_TWINS = (
    ("min", "max"),
    ("argmin", "argmax"),
    ("sum", "mean"),
    ("zeros", "ones"),
    ("zeros_like", "ones_like"),
    ("rand", "randn"),
    ("sin", "cos"),
    ("exp", "log"),
    ("tanh", "sigmoid"),
    ("add_", "sub_"),
    ("mul_", "div_"),
    ("sqrt", "square"),
    ("all", "any"),
    ("ceil", "floor"),
    ("train", "eval"),
    ("cumsum", "cumprod"),
    ("maximum", "minimum"),
    ("triu", "tril"),
    ("var", "std"),
    ("softmax", "log_softmax"),
    ("normal_", "uniform_"),
    ("float32", "float64"),
    ("clone", "detach"),
    ("cat", "stack"),
    ("squeeze", "unsqueeze"),
    ("ReLU", "Identity"),
    ("Tanh", "Sigmoid"),
    ("view", "reshape"),
    ("sorted", "list"),
)
_OTHER = {one: two for pair in _TWINS for one, two in (pair, pair[::-1])}
_SIMPLE = (ast.Expr, ast.AugAssign, ast.Delete, ast.Break, ast.Continue, ast.Raise)


def changes(program: Program) -> list[Change]:
    """List changes of other kinds.

    Statements removed, arguments with names removed, conditions turned round, and
    functions in the place of others.
    """
    return found(program, _More(program))


class _More(Spots):
    def _replace(self, node: ast.expr | ast.stmt, new: str) -> None:
        self.spots.append((*self.span(node), new))

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Pass over it, as above."""

    def generic_visit(self, node: ast.AST) -> None:
        if isinstance(node, _SIMPLE) and not only_shows(node):
            self._replace(node, "pass")
        if isinstance(node, ast.If | ast.While | ast.IfExp):
            start, end = self.span(node.test)
            test = self.source[start:end].decode()
            self.spots.append((start, end, f"not ({test})"))
        super().generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Remove each argument that has a name: the default takes its place."""
        before = [self.span(it)[1] for it in (node.func, *node.args)][-1]
        for n, it in enumerate(node.keywords):
            start, end = self.span(it)
            if n or node.args:  # with the comma before it, or else the one after it
                start = self.source.index(b",", before, start)
            elif node.keywords[1:]:
                end = self.span(node.keywords[1])[0]
            self.spots.append((start, end, ""))
            before = self.span(it)[1]
        self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if other := _OTHER.get(node.attr):
            end = self.span(node)[1]
            self.spots.append((end - len(node.attr), end, other))
        self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> None:
        if other := _OTHER.get(node.id):
            self._replace(node, other)


def only_shows(node: ast.stmt) -> bool:
    """Tell whether a statement is a docstring, prints, or draws."""
    if not isinstance(node, ast.Expr):
        return False
    names = [it.id for it in ast.walk(node) if isinstance(it, ast.Name)]
    return isinstance(node.value, ast.Constant) or bool({"print", "plt"} & {*names})
