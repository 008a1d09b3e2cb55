"""What a reader sees of what a tool publishes. Pure."""

import html
import json
import re
from collections.abc import Iterator

_PICTURE = re.compile(r"iVBORw0KGgo[\w+/=\\\n]+")
_UNSEEN = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def text(suffix: str, source: str) -> str:
    """Take from a file what a reader sees, without marks.

    Args:
        suffix: That of the file: it says what the file is.
        source: What is in it.
    """
    match suffix:
        case ".ipynb":
            return "\n".join(_cells(json.loads(source)))
        case ".json":
            return "".join(_strings(json.loads(source)))
        case ".html" if "__MARIMO_MOUNT_CONFIG__" in source:
            # The browser makes the page, of texts that stand here in quotes.
            return re.sub(r"\\+n", "\n", source)
        case ".html":
            return html.unescape(_TAG.sub("", _UNSEEN.sub("", source)))
    return source


def pictures(source: str) -> set[str]:
    """Find the pictures that stand in a text."""
    return set(_PICTURE.findall(source))


def _cells(book: dict[str, list[dict[str, object]]]) -> Iterator[str]:
    for cell in book["cells"]:
        yield _joined(cell["source"])
        yield from _outputs(cell.get("outputs", []))


def _outputs(node: object) -> Iterator[str]:
    """Take the texts of outputs, each of which may be a list of lines."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list) and all(isinstance(it, str) for it in node):
        yield _joined(node)
    elif isinstance(node, dict | list):
        for it in node.values() if isinstance(node, dict) else node:
            yield from _outputs(it)


def _strings(node: object) -> Iterator[str]:
    """Take from MyST's tree what it says; of an expression, what came of it."""
    if isinstance(node, list) and all(isinstance(it, str) for it in node):
        yield _joined(node)
    elif isinstance(node, list):
        for it in node:
            yield from _strings(it)
    elif isinstance(node, dict):
        for key, it in node.items():
            if "result" in node and key != "result":
                continue
            if not isinstance(it, str):
                yield from _strings(it)
            elif key in {"value", "text", "text/plain"}:
                yield it


def _joined(it: object) -> str:
    return "".join(map(str, it)) if isinstance(it, list) else str(it)
