"""Which names the cells of a program bind and read: shown code needs no hidden code.

Readers see the cells of code alone. What those read, they have to make: a claim, or the
data of an interactive figure, looks on and leaves nothing behind. Pure.
"""

import ast
import symtable
from collections.abc import Iterator, Sequence

from galley.child.script import Cell

Wrong = tuple[int, str, tuple[str, ...]]
"""A line of the program, the fact, and details."""

_OWN = "what shown cells read, a shown cell makes"
_ANEW = "begin the names of hidden cells with `_`, or choose others"


def hidden(cells: Sequence[Cell]) -> Iterator[Wrong]:
    """Find the names that shown cells read and have from hidden cells."""
    ends = [n for n, cell in enumerate(cells, start=1) if cell.kind == "code"]
    cells = cells[: ends[-1] if ends else 0]
    if all(cell.kind == "code" for cell in cells):
        return  # no hidden cell stands before a shown one
    scopes = [_Scope(cell.source) for cell in cells]
    shown = {
        name
        for cell, scope in zip(cells, scopes, strict=True)
        if cell.kind == "code"
        for name in scope.bound
    }
    binder: dict[str, Cell] = {}
    """The last cell that binds a name, and before a cell of code makes it, any."""
    kept: set[str] = set()
    for cell, scope in zip(cells, scopes, strict=True):
        late = {} if cell.kind != "code" else scope.called
        for name, line in {**late, **scope.read}.items():
            other = binder.get(name)
            if cell.kind != "code" or other is None or other.kind == "code":
                continue
            if name in scope.read and name in kept:
                fact = f"{_called(other)} binds `{name}`, which a shown cell reads next"
                yield other.line, fact, (f"the cell `{cell.name}` reads it", _ANEW)
            elif name in scope.read or name not in shown:
                fact = f"the cell `{cell.name}` reads `{name}` of a hidden cell"
                where = f"{_called(other)} binds it"
                yield cell.line + line - 1, fact, (where, _OWN)
        binder |= dict.fromkeys(scope.bound, cell)
        if cell.kind == "code":
            kept |= scope.bound


def _called(cell: Cell) -> str:
    return f"the {cell.kind} `{cell.name}`"


class _Scope(ast.NodeVisitor):
    """What the statements of a cell read before they bind it, and what they bind."""

    def __init__(self, source: str) -> None:
        self.read: dict[str, int] = {}
        """What the cell reads from before it, with the line of the first reading."""
        self.called: dict[str, int] = {}
        """What its functions read when they are called."""
        self.bound: set[str] = set()
        self._own: list[set[str]] = []
        tree = ast.parse(source)
        self.visit(tree)
        top = symtable.symtable(source, "cell", "exec")
        inner = set(_global_reads(top)) - self.bound
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and node.id in inner:
                self.called.setdefault(node.id, node.lineno)

    def _bind(self, name: str | None) -> None:
        if name:
            self.bound.add(name.partition(".")[0])

    def visit_Name(self, node: ast.Name) -> None:
        if any(node.id in own for own in self._own):
            return
        if isinstance(node.ctx, ast.Load) and node.id not in self.bound:
            self.read.setdefault(node.id, node.lineno)
        elif isinstance(node.ctx, ast.Store):
            self._bind(node.id)

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        for target in node.targets:
            self.visit(target)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self.visit(node.value)
            self.visit(node.target)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if isinstance(node.target, ast.Name):
            self.visit(ast.Name(node.target.id, ast.Load(), lineno=node.lineno))
        self.visit(node.value)
        self.visit(node.target)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self.visit(node.value)
        self._bind(node.target.id)

    def visit_For(self, node: ast.For) -> None:
        for part in (node.iter, node.target, *node.body, *node.orelse):
            self.visit(part)

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> None:
        for alias in node.names:
            self._bind(alias.asname or alias.name)

    visit_ImportFrom = visit_Import

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        self._bind(node.name)
        self.generic_visit(node)

    def visit_MatchAs(self, node: ast.MatchAs | ast.MatchStar) -> None:
        self._bind(node.name)
        self.generic_visit(node)

    visit_MatchStar = visit_MatchAs

    def visit_MatchMapping(self, node: ast.MatchMapping) -> None:
        self._bind(node.rest)
        self.generic_visit(node)

    def _visit_comprehension(
        self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp
    ) -> None:
        """Its own variables are nobody else's."""
        targets = [it for part in node.generators for it in ast.walk(part.target)]
        self._own.append({it.id for it in targets if isinstance(it, ast.Name)})
        for part in node.generators:
            self.visit(part)
        self.generic_visit(node)
        self._own.pop()

    visit_ListComp = _visit_comprehension
    visit_SetComp = _visit_comprehension
    visit_DictComp = _visit_comprehension
    visit_GeneratorExp = _visit_comprehension

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        """Its body reads when it is called, and binds nothing here."""
        for part in (*node.decorator_list, node.args):
            self.visit(part)
        self._bind(node.name)
        for it in ast.walk(node):
            if isinstance(it, ast.Global):
                self.bound.update(it.names)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self.visit(node.args)

    def visit_arg(self, node: ast.arg) -> None:
        """A parameter is no name of the cell, and annotations are no business of it."""

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for part in (*node.decorator_list, *node.bases, *node.keywords):
            self.visit(part)
        self._bind(node.name)


def _global_reads(table: symtable.SymbolTable) -> Iterator[str]:
    for child in table.get_children():
        for it in child.get_symbols():
            if it.is_global() and it.is_referenced():
                yield it.get_name()
        yield from _global_reads(child)
