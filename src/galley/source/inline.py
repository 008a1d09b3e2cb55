"""Sentences of a page: the values and claims in them, and their formulas. Pure."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from galley.problems import Complain, suggest
from galley.source.page import ClaimRef, Prose, ValueRef

# As in Markdown, code ends with the paragraph at the latest.
_SPAN = re.compile(
    r"(?<![`\\])(`+)(?!`)((?:(?!\n[ \t]*\n).)+?)(?<!`)\1(?!`)", re.DOTALL
)
ROLE = re.compile(r"(?<!`)`\{(?:python|claim)\}\s")
"""How a value or a claim begins, wherever it stands."""
_BARE = re.compile(r"\{(?:python|claim)\}\s")
_ROLE = re.compile(r"^\{(?P<role>\w+)\}\s+(?P<reference>.*)$", re.DOTALL)
_FORMULA = re.compile(r"(?<!\\)(?:\$\$[^$]+\$\$|\$[^$]+(?<!\\)\$)")
_TAG = re.compile(r"<[^<>]*>")
_TARGET = re.compile(r"(?<=\])\([^()\n]*\)")
_VALUE = re.compile(
    r"^(?:(?P<chapter>[\w-]+)/)?(?P<program>\w+)\.(?P<name>[A-Za-z]\w*)"
    r"(?:\[(?P<index>-?\d+)\])?(?::(?P<spec>[^`]*))?$"
)
_CLAIM = re.compile(
    r"^(?:(?P<chapter>[\w-]+)/)?(?P<program>\w+)\.(?P<name>[a-z0-9-]+)$"
)


def read(text: str, line: int, path: str, complain: Complain) -> Prose:
    """Find the values and claims in a page's text between two blocks of code.

    Args:
        text: The text.
        line: Where it begins.
        path: The page's, whose name is the folder of its programs.
        complain: Is told what is wrong.
    """
    parts: list[str | ValueRef | ClaimRef] = []
    done = 0
    for span in _SPAN.finditer(text):
        role = _ROLE.match(span[2]) if len(span[1]) == 1 else None
        if not role:
            continue
        before = text[: span.start()]
        here = line + before.count("\n")
        if reference := _reference(here, role, path, before, complain):
            parts += [text[done : span.start()], reference]
            done = span.end()
    parts.append(text[done:])
    _left(parts, line, complain)
    _dollars(text, line, complain)
    _bars(text, line, complain)
    return Prose(tuple(part for part in parts if part), line)


def without_code(text: str) -> str:
    """Take the code out of a sentence."""
    return _SPAN.sub("", text)


def formulas(text: str) -> "Iterator[re.Match[str]]":
    """Find the formulas of sentences, in order."""
    return _FORMULA.finditer(_SPAN.sub(_blank, text))


def plain(text: str) -> str:
    """Blank code, formulas, tags and what links lead to; each line keeps its place."""
    for hidden in (_SPAN, _FORMULA, _TAG, _TARGET):
        text = hidden.sub(_blank, text)
    return text


def _left(
    parts: list[str | ValueRef | ClaimRef], line: int, complain: Complain
) -> None:
    """Find what looks like a value or a claim and is not in code of its own."""
    at = line
    for it in parts:
        if not isinstance(it, str):
            continue
        for match in _BARE.finditer(_SPAN.sub(_blank, it)):
            here = at + it.count("\n", 0, match.start())
            fact = "a value or a claim that cannot be read here"
            complain(
                here, fact, "is there a lone backtick before it in this paragraph?"
            )
        at += it.count("\n")


def _blank(code: "re.Match[str]") -> str:
    """Keep the lines of code, and nothing that could be taken for a mark."""
    return re.sub(r"[^\n]", " ", code[0])


def _bars(text: str, line: int, complain: Complain) -> None:
    """Find bars of formulas that would end the cell of a table."""
    for number, row in enumerate(text.split("\n")):
        if row.lstrip(" >").startswith("|"):
            for formula in _FORMULA.findall(without_code(row)):
                if re.search(r"(?<!\\)\|", formula):
                    fact = f"a bar in the formula {formula} ends the cell of its table"
                    details = r"write `\lvert … \rvert`, `\vert` or `\mid`"
                    complain(line + number, fact, details)


def _dollars(text: str, line: int, complain: Complain) -> None:
    """Find dollars without a partner: their formulas would be printed as TeX."""
    for paragraph in re.finditer(r"(?:.*\S.*\n)+", text):
        if _in_formula(paragraph[0]):
            complain(
                line + text.count("\n", 0, paragraph.start()),
                "a dollar without its partner in this paragraph",
                r"a formula has one at each end; for the sign itself write `\$`",
            )


def _reference(
    line: int, role: "re.Match[str]", path: str, before: str, complain: Complain
) -> ValueRef | ClaimRef | None:
    name, text = role["role"], role["reference"].strip()
    if name not in ("python", "claim"):
        fact = f"malformed inline reference `{{{name}}} {text}`"
        complain(line, fact, *suggest(name, ("python", "claim"), "roles"))
        return None
    match = (_VALUE if name == "python" else _CLAIM).match(text)
    if not match:
        example = "walk.x_last:.6f" if name == "python" else "walk.falls-every-step"
        fact = f"malformed inline reference `{{{name}}} {text}`"
        complain(line, fact, f"write it like `{{{name}}} {example}`")
        return None
    chapter = match["chapter"] or PurePosixPath(path).stem
    program = f"{chapter}/{match['program']}.py"
    if name == "claim":
        return ClaimRef(program, match["name"], line)
    index = None if match["index"] is None else int(match["index"])
    spec, in_formula = match["spec"] or "", _in_formula(before)
    return ValueRef(program, match["name"], index, spec, line, in_formula)


def _in_formula(before: str) -> bool:
    """Tell whether an odd number of dollar delimiters stands before this place."""
    paragraph = _SPAN.sub("", before.rsplit("\n\n", 1)[-1]).replace(r"\$", "")
    displays = paragraph.count("$$")
    inline = paragraph.replace("$$", "").count("$")
    return displays % 2 == 1 or inline % 2 == 1
