"""A page for a site: Markdown, with tokens where its figures will stand. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from galley.bound.page import BoundPage, Claim, Code, Drawn, Embed, Gap, Value, Words
from galley.child.result import Raised, Text
from galley.render import markdown
from galley.render.words import words

_NEGATIVE = re.compile(r"^-\d")
_WARNING = re.compile(r"^\w*Warning: ", re.MULTILINE)  # as `Capture` writes it


@dataclass
class Expansion:
    """An expanded page."""

    text: str
    figures: dict[str, Drawn] = field(default_factory=dict)
    """By token; in the portable flavour by name of the file."""


def site(page: BoundPage, listings: Mapping[str, str] | None = None) -> Expansion:
    """Expand a page for a generator of sites.

    What has no result is an error of the book. Where a page is shown all the same,
    while it is served to its author, the place says so.

    Args:
        page: The page.
        listings: What stands in the place of a marker that has a line of its own.
    """
    figures: dict[str, Drawn] = {}
    text: list[str] = []
    for part in page.parts:
        match part:
            case Words():
                text.append(_listed("".join(words(part, _value, _claim)), listings))
            case Embed():
                text.append(markdown.block(_run(part, figures), part.block.indent))
            case Code(block, shown):
                info = block.language + _options(block.title, shown, block.highlights)
                text.append(markdown.block(markdown.fence(shown, info), block.indent))
            case Gap(fact, indent):
                text.append(markdown.block(f"**{fact}**", indent))
    return Expansion("".join(text), figures)


def _listed(text: str, listings: Mapping[str, str] | None) -> str:
    for marker, listing in (listings or {}).items():
        alone = re.compile(rf"^{re.escape(marker)}$", re.MULTILINE)
        text = listing.join(alone.split(text))
    return text


def _value(value: Value) -> str:
    if value.mark.in_formula:
        return value.tex
    text = value.text
    text = text.replace("-", "−", 1) if _NEGATIVE.match(text) else text
    title = f"{value.mark.name} of {value.mark.program}"
    return f'<span class="value" title="{title}">{markdown.literal(text)}</span>'


def _claim(claim: Claim) -> str:
    title = f"{claim.mark.program} asserts it: {claim.mark.name}"
    # The space keeps the tick on the line of its sentence.
    return (
        f'&nbsp;<span class="claim" role="img" aria-label="checked by a run" '
        f'title="{title}">✓</span>'
    )


def _run(embed: Embed, figures: dict[str, Drawn]) -> str:
    block, cell = embed.block, embed.cell
    info = "python" + _options(block.title, cell.source, block.highlights)
    source = markdown.fence(cell.source, info)
    shown: list[str] = []
    for it in embed.shown:
        if isinstance(it, Drawn):
            token = f"galleyfigure{len(figures)}e"
            figures[token] = it
            shown.append(token)
        else:
            info = f" {{ .text .output .no-copy{_message(it)} }}"
            shown.append(markdown.fence(markdown.output(it.text), info))
    if block.source == "folded":
        source = markdown.fold("code", f"Show the program: {cell.name}", source)
    outputs = "\n\n".join(shown)
    if outputs and block.output == "folded":
        outputs = markdown.fold("output", "Show what it prints", outputs)
    parts = ["" if block.source == "none" else source, outputs]
    return "\n\n".join(["/// html | div.run", *filter(None, parts), "///"])


def _message(output: Text | Raised) -> str:
    """Name the class of what is a sentence to read, and no rows of numbers."""
    if isinstance(output, Raised):
        return " .error"
    return " .warning" if _WARNING.search(output.text) else ""


def _options(title: str, text: str, marked: tuple[str, ...]) -> str:
    """Write the title of a block, and the numbers of the lines to highlight."""
    rows = enumerate(text.split("\n"), start=1)
    hits = [str(n) for n, row in rows if any(it in row for it in marked)]
    lines = f' hl_lines="{" ".join(hits)}"' if hits else ""
    return (f' title="{title}"' if title else "") + lines
