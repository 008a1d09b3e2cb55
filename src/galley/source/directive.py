"""A block of code in a page: what stands after its fence, and what it does. Pure."""

import re
from pathlib import PurePosixPath

from galley.problems import Complain, suggest
from galley.source.page import Block, Quote, Run, Shown

OPTIONS = {
    "run": ("exec", "alt", "source", "output", "hl", "title", "again", "replay"),
    "quote": ("title", "hl"),
    "shown": ("shown", "title"),
}
CHOICES = {
    "exec": ("on",),
    "source": ("above", "folded", "none"),
    "output": ("shown", "folded"),
    "again": ("on",),
}

_INFO = re.compile(r'^ ?(?P<language>[\w+-]+)(?P<options>(?: +[\w-]+="[^"]*")*) *$')
_OPTION = re.compile(r'([\w-]+)="([^"]*)"')
_SNIPPET = re.compile(r'^--8<-- "(?P<path>[^":]+)(?::(?P<name>[^"]*))?"$')


def read(
    line: int, indent: str, info: str, body: str, complain: Complain
) -> Block | None:
    """Read a fenced block; None where it cannot be read.

    Args:
        line: Where it opens.
        indent: What stands before its fence.
        info: What stands after its fence.
        body: Its lines, without the indent.
        complain: Is told what is wrong.
    """
    match = _INFO.match(info)
    if not match:
        complain(
            line,
            f"malformed directive: cannot read `{info.strip()}`",
            'write a language, then options as `name="value"`',
        )
        return None
    options = dict(_OPTION.findall(match["options"]))
    highlights = tuple(_several(options.get("hl", "")))
    title = options.get("title", "")
    base = (line, indent, match["language"], body, title, highlights)
    snippet = _SNIPPET.match(body.strip())
    kind = "run" if "exec" in options else "quote" if snippet else "shown"
    _check_options(line, kind, options, complain)
    if kind == "shown":
        if "--8<--" in body and "shown" not in options:
            fact = "malformed directive: the body is not one snippet line"
            complain(line, fact, 'write `--8<-- "folder/file.py:name"` alone')
        elif not options.get("shown"):
            complain(
                line,
                f"a `{match['language']}` block of no class",
                'execute a cell (`exec="on"` and a snippet line), quote a symbol '
                "(a snippet line),",
                'or say why nothing executes it: `shown="the reason"`',
            )
        return Shown(*base, options.get("shown", ""))
    if not snippet:
        fact = "malformed directive: the body is not one snippet line"
        complain(line, fact, 'write `--8<-- "folder/program.py:cell"` alone')
        return None
    path, name = snippet["path"], snippet["name"] or ""
    if PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
        complain(line, f"`{path}` reaches outside the book's folders")
        return None
    if kind == "quote":
        return Quote(*base, path, name)
    return Run(
        *base,
        path,
        name,
        alts=tuple(it.strip() for it in _several(options.get("alt", ""))),
        source=options.get("source", "above"),
        output=options.get("output", "shown"),
        again="again" in options,
        replay=options.get("replay"),
    )


def _several(text: str) -> list[str]:
    return text.split(" | ") if text else []


def _check_options(
    line: int, kind: str, options: dict[str, str], complain: Complain
) -> None:
    known = OPTIONS[kind]
    for name, value in options.items():
        if name not in known:
            fact = f"malformed directive: no option `{name}` here"
            complain(line, fact, *suggest(name, known, "options"))
        elif name in CHOICES and value not in CHOICES[name]:
            fact = f'malformed directive: {name}="{value}"'
            complain(line, fact, f"values: {', '.join(CHOICES[name])}")
