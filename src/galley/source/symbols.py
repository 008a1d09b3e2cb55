"""Quote a symbol of a Python file by its name. Pure."""

import ast


def symbol(source: str, name: str) -> str | None:
    """Return the lines that define a symbol, or None.

    Args:
        source: A Python module.
        name: A function, class or top-level name; methods as `Class.method`; the empty
            name is the whole module.
    """
    if not name:
        return source.strip("\n")
    body = ast.parse(source).body
    node: ast.stmt | None = None
    for part in name.split("."):
        node = next((it for it in body if part in _names(it)), None)
        if node is None:
            return None
        body = getattr(node, "body", [])
    assert node
    decorators = getattr(node, "decorator_list", [])
    first = min([node.lineno, *(it.lineno for it in decorators)])
    rows = source.split("\n")[first - 1 : node.end_lineno]  # as Python counts them
    return "\n".join(row[node.col_offset :] for row in rows)


def symbols(source: str) -> list[str]:
    """List what can be quoted: top-level names, and methods."""
    found: list[str] = []
    for node in ast.parse(source).body:
        names = _names(node)
        found += names
        if isinstance(node, ast.ClassDef):
            found += [f"{node.name}.{m}" for it in node.body for m in _names(it)]
    return found


def _names(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.AnnAssign):
        return [node.target.id] if isinstance(node.target, ast.Name) else []
    if isinstance(node, ast.Assign):
        return [it.id for it in node.targets if isinstance(it, ast.Name)]
    return []
