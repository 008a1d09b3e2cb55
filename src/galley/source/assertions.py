"""Which asserts of a claim can never be false, as far as its text tells. Pure.

What only a run can tell (an assert that is not reached, a comparison with NaN, `all` of
nothing) is found there, by `galley.child.asserted`.
"""

import ast
import builtins
from collections.abc import Iterator

from galley.child.script import Cell

Wrong = tuple[int, str, tuple[str, ...]]
"""A line of the program, the fact, and details."""

_ADVICE = "assert what the run computed, so that some change of the program fails it"
_CATCH_IT = {"AssertionError", "Exception", "BaseException"}
_CATCHING = {"suppress", "raises", "assertRaises"}
_LITERALS = {
    ast.Tuple: "a tuple that is not empty",
    ast.List: "a list that is not empty",
    ast.Set: "a set that is not empty",
    ast.Dict: "a dict that is not empty",
    ast.GeneratorExp: "a generator, whatever it would yield",
    ast.Lambda: "a function that nobody calls",
    ast.JoinedStr: "a text",
}
_SAME = (ast.Eq, ast.LtE, ast.GtE, ast.Is)


def vacuous(cell: Cell) -> Iterator[Wrong]:
    """Find the asserts of a claim that nothing can make false."""
    tree = ast.parse(cell.source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert) and (why := never_false(node.test)):
            fact = f"an assert of the claim `{cell.name}` can never be false"
            yield cell.line + node.lineno - 1, fact, (f"its test is {why}", _ADVICE)
        elif catcher := _catcher(node):
            fact = f"an assert of the claim `{cell.name}` cannot fail"
            for it in _asserts(node.body):  # type: ignore[attr-defined]  # both have one
                yield cell.line + it.lineno - 1, fact, (catcher, _ADVICE)


def never_false(test: ast.expr) -> str:
    """Say why an expression is true whatever a program computes; empty: it is not."""
    if isinstance(test, ast.Constant) and not test.value:
        return ""  # it is never true, which says: this is not to be reached
    parts = getattr(test, "elts", getattr(test, "keys", [test]))
    certain = [it for it in parts if it and not isinstance(it, ast.Starred)]
    if type(test) in _LITERALS and certain:  # `*` and `**` may bring nothing
        return f"{_LITERALS[type(test)]}, which is always true"
    if not _free_names(test):
        return "made of constants alone"
    if isinstance(test, ast.NamedExpr):
        return never_false(test.value)
    if isinstance(test, ast.BoolOp):
        whys = [never_false(it) for it in test.values]
        wanted = any(whys) if isinstance(test.op, ast.Or) else all(whys)
        return next(filter(None, whys)) if wanted else ""
    if isinstance(test, ast.IfExp):
        whys = [never_false(test.body), never_false(test.orelse)]
        return whys[0] if all(whys) else ""
    if isinstance(test, ast.Compare):
        return _never_false_comparison(test)
    return ""


def _never_false_comparison(test: ast.Compare) -> str:
    if len(test.ops) != 1:
        return ""
    left, op, right = test.left, test.ops[0], test.comparators[0]
    calls = any(isinstance(it, ast.Call) for it in ast.walk(left))
    if isinstance(op, _SAME) and not calls and ast.dump(left) == ast.dump(right):
        return "a comparison of a thing with itself"
    size = isinstance(left, ast.Call) and getattr(left.func, "id", "") in ("len", "abs")
    zero = isinstance(right, ast.Constant) and right.value == 0
    if size and zero and isinstance(op, ast.GtE):
        return "that a size is not negative"
    return ""


def _free_names(test: ast.expr) -> set[str]:
    """The names that an expression has from elsewhere, but what Python itself has."""
    names = [it for it in ast.walk(test) if isinstance(it, ast.Name)]
    own = {it.id for it in names if isinstance(it.ctx, ast.Store)}
    own |= {it.arg for it in ast.walk(test) if isinstance(it, ast.arg)}
    return {it.id for it in names} - own - set(dir(builtins))


def _catcher(node: ast.AST) -> str:
    """Say what catches an AssertionError that is raised in the body of a statement."""
    if isinstance(node, ast.Try | ast.TryStar):
        for handler in node.handlers:
            again = any(isinstance(it, ast.Raise) for it in ast.walk(handler))
            if not again and (handler.type is None or _names(handler.type) & _CATCH_IT):
                kind = ast.unparse(handler.type) if handler.type else ""
                return f"`{f'except {kind}'.rstrip()}` catches its AssertionError"
    if isinstance(node, ast.With):
        for item in node.items:
            call = item.context_expr
            if not isinstance(call, ast.Call) or not _names(call.func) & _CATCHING:
                continue
            if any(_names(it) & _CATCH_IT for it in call.args):
                return f"`with {ast.unparse(call)}` catches its AssertionError"
    return ""


def _names(node: ast.AST) -> set[str]:
    """The last parts of the names in an expression: `AssertionError`, `suppress`."""
    found = {it.attr for it in ast.walk(node) if isinstance(it, ast.Attribute)}
    return found | {it.id for it in ast.walk(node) if isinstance(it, ast.Name)}


def _asserts(body: list[ast.stmt]) -> Iterator[ast.stmt | ast.expr]:
    """The asserts in a body, and the calls of helpers that assert."""
    for statement in body:
        for it in ast.walk(statement):
            if isinstance(it, ast.Assert):
                yield it
            elif isinstance(it, ast.Call):
                name = getattr(it.func, "attr", getattr(it.func, "id", ""))
                if name.startswith("assert"):
                    yield it
