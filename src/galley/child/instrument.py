"""The asserts of a claim are changed so that a `Ledger` hears of them. Pure.

Lines stay as they are, so that a traceback shows the program's own text.
"""

import ast

Site = tuple[int, int]
"""Where something stands in a program: line and column."""

NAME = "__asserted__"
"""Where claims find their ledger: a name of `builtins`, so that no program has it."""
_OF_ALL = {"all", "allclose", "equal", "array_equal"}
"""What is true of nothing."""


def instrument(tree: ast.Module, reached: dict[Site, bool], claim: bool) -> ast.Module:
    """Change the asserts of a cell so that they are counted.

    Args:
        tree: Its statements.
        reached: Is told of each assert of a claim.
        claim: Whether it is a claim. In other cells the asserts of functions are
            counted: a claim may call one.
    """
    changed: ast.Module = _Instrument(reached, claim).visit(tree)
    return ast.fix_missing_locations(changed)


class _Instrument(ast.NodeTransformer):
    def __init__(self, reached: dict[Site, bool], claim: bool) -> None:
        self._reached = reached
        self._claim = claim
        self._negated = False

    def _call(self, method: str, node: ast.AST, *args: ast.expr) -> ast.Call:
        site = ast.Tuple([ast.Constant(it) for it in _site(node)], ast.Load())
        function = ast.Attribute(ast.Name(NAME, ast.Load()), method, ast.Load())
        return ast.Call(function, [site, *args], [])

    def visit_Assert(self, node: ast.Assert) -> ast.Assert:
        never = isinstance(node.test, ast.Constant) and not node.test.value
        if self._claim and not never:  # `assert False` says: not to be reached
            self._reached[_site(node)] = False
        self.generic_visit(node)
        node.test = self._call("tested", node, ast.Constant(self._claim), node.test)
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.UnaryOp:
        before = self._negated
        self._negated ^= isinstance(node.op, ast.Not)
        self.generic_visit(node)
        self._negated = before
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.Compare:
        sides: list[ast.expr] = [node.left, *node.comparators]
        kinds = (ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq)
        denied = self._negated and all(isinstance(it, kinds) for it in node.ops)
        if isinstance(node.ops[0], ast.NotEq) and len(sides) == 2:
            # `x != x` asks whether x is NaN.
            denied = not self._negated and len(set(map(ast.dump, sides))) == 2
        self.generic_visit(node)
        if self._claim and denied:
            sides = [node.left, *node.comparators]
            sides = [self._call("number", node, it) for it in sides]
            node.left, node.comparators = sides[0], sides[1:]
        return node

    def visit_Call(self, node: ast.Call) -> ast.Call:
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        self.generic_visit(node)
        if not self._claim:
            return node
        helps = name.startswith("assert")
        if helps or name in _OF_ALL or (name == "any" and self._negated):
            if node.args and not isinstance(node.args[0], ast.Starred):
                node.args[0] = self._call("elements", node, node.args[0])
            if isinstance(node.func, ast.Attribute):
                node.func.value = self._call("elements", node, node.func.value)
        if helps:
            node.func = self._call("helper", node, node.func)
        return node


def _site(node: ast.AST) -> Site:
    return node.lineno, node.col_offset  # type: ignore[attr-defined]  # all that is code
