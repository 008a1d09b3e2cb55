"""How near is each line of a program to a claim? By names alone. Pure.

It is an order in which to try changes, and never a reason to leave one out.
"""

import ast
from functools import lru_cache

from galley.source.program import Program
from galley.source.removals import only_shows

FAR = 99
"""Steps to a claim from what nothing leads to it from, as far as names tell."""


@lru_cache(4096)  # asked in every round
def steps(program: Program, claim: str) -> dict[int, int]:
    """Count the steps from the lines of a program to a claim; what is absent is far.

    A statement that binds or changes what the claim names is one step away, one that
    binds what that statement names two. What only prints or draws is far.
    """
    cells = [it.name for it in program.cells]
    before = program.cells[: cells.index(claim)]
    wanted = dict.fromkeys(names(ast.parse(program.cells[len(before)].source)), 0)
    found: dict[int, int] = {}
    for cell in reversed([it for it in before if it.kind != "claim"]):
        for it in reversed(ast.parse(cell.source).body):
            near = [wanted[name] for name in touched(it) if name in wanted]
            if only_shows(it) or not (near or isinstance(it, ast.Expr)):
                continue
            count = min(near, default=len(wanted)) + 1
            for node in ast.walk(it):
                if isinstance(node, ast.stmt):
                    assert node.end_lineno
                    rows = range(node.lineno, node.end_lineno + 1)
                    far = FAR if only_shows(node) else count
                    found |= {cell.line + row - 1: far for row in rows}
            for name in names(it):
                wanted.setdefault(name, count)
    return found


def names(node: ast.AST) -> set[str]:
    """List the names in a part of a program, attributes not among them."""
    return {it.id for it in ast.walk(node) if isinstance(it, ast.Name)}


def touched(statement: ast.stmt) -> set[str]:
    """List the names that a statement binds, or whose objects it may change."""
    found: set[str] = set()
    for it in ast.walk(statement):
        stored = isinstance(getattr(it, "ctx", None), ast.Store)
        if isinstance(it, ast.FunctionDef | ast.ClassDef):
            found.add(it.name)
        elif stored or isinstance(it, ast.Expr | ast.AugAssign | ast.With):
            found |= names(it)
    return found
