"""What is written as Markdown: fences, folds, quotations, and text as it is. Pure."""

import html
import re

_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_COLOUR = re.compile("\x1b\\[[0-9;:]*m")
_MARKDOWN = re.compile(r"[*_`\[\]<>&$\\|~^={}\"']")

ADMONITION = re.compile(
    r"^(?P<indent> *)(?P<mark>!!!|\?\?\?\+?) +(?P<kind>[\w-]+)"
    r'[^"]*(?:"(?P<title>.*)")? *$'
)


def printable(text: str) -> str:
    """Make control characters and marks of direction visible; drop the last newline."""

    def escape(match: "re.Match[str]") -> str:
        code = ord(match[0])
        return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"

    return _CONTROL.sub(escape, text.removesuffix("\n"))


def seen(text: str) -> str:
    """Make an output what a terminal shows in the end: printable, without colours.

    After a carriage return, what follows is written over what stands in the line: of
    a progress bar, the last state is left.
    """
    rows = _COLOUR.sub("", text).split("\n")
    return printable("\n".join(map(_overwritten, rows)))


def _overwritten(row: str) -> str:
    over = ""
    for part in row.split("\r"):
        over = part + over[len(part) :]
    return over


def output(text: str) -> str:
    """Make an output what a terminal shows, and keep the blank lines around it.

    Tabs are blanks up to the next eighth column, as on a terminal. Markdown drops empty
    lines at the ends of code, so those get a blank that it keeps.
    """
    rows = seen(text).expandtabs(8).split("\n")
    inside = [n for n, row in enumerate(rows) if row] or [0]
    return "\n".join(
        row or ("" if inside[0] <= n <= inside[-1] else "\N{NO-BREAK SPACE}")
        for n, row in enumerate(rows)
    )


def literal(text: str) -> str:
    """Write a text so that Markdown and HTML show it as it is."""
    return _MARKDOWN.sub(lambda match: f"&#{ord(match[0])};", printable(text))


def fence(text: str, info: str) -> str:
    """Write a block of code, whatever backticks are in it."""
    longest = max((len(it) for it in re.findall("`{3,}", text)), default=2)
    mark = "`" * (longest + 1)
    return f"{mark}{info}\n{text}\n{mark}"


def fold(kind: str, title: str, text: str) -> str:
    """Write what is folded away under a title, as Material has it."""
    return f'??? {kind} "{title}"\n\n' + indented(text, "    ")


def block(text: str, indent: str) -> str:
    """Write a block of a page, between blank lines that authors may have left out."""
    return f"\n{indented(text, indent)}\n\n"


def indented(text: str, indent: str) -> str:
    """Indent every line that is not empty."""
    return "\n".join(indent + line if line else line for line in text.split("\n"))


def without_admonitions(text: str) -> str:
    """Turn Material's admonitions into quotations and its folds into `<details>`."""
    lines = text.split("\n")
    out: list[str] = []
    n = 0
    while n < len(lines):
        match = ADMONITION.match(lines[n])
        if not match:
            out.append(lines[n])
            n += 1
            continue
        inner = match["indent"] + "    "
        end = n + 1
        while end < len(lines) and (
            not lines[end].strip() or lines[end].startswith(inner)
        ):
            end += 1
        content = [line.removeprefix(inner) for line in lines[n + 1 : end]]
        inside = without_admonitions("\n".join(content).strip("\n"))
        title = match["title"] or match["kind"].capitalize()
        if match["mark"] == "!!!":
            block = "\n".join(
                f"> {line}".rstrip() for line in f"**{title}**\n\n{inside}".split("\n")
            )
        else:
            summary = html.escape(title, quote=False)
            block = f"<details><summary>{summary}</summary>\n\n{inside}\n\n</details>"
        out += [indented(block, match["indent"]), ""]
        n = end
    return "\n".join(out)
