"""A page for a site: Markdown, with tokens where its figures will stand. Pure."""

import re
from dataclasses import dataclass, field

from galley.bound.page import BoundPage, Code, Drawn, Embed, Gap, Value, Words
from galley.child.result import Raised
from galley.render import markdown
from galley.render.words import words
from galley.source.page import ClaimRef

_NEGATIVE = re.compile(r"^-\d")


@dataclass
class Expansion:
    """An expanded page."""

    text: str
    figures: dict[str, Drawn] = field(default_factory=dict)
    """By token; in the portable flavour by name of the file."""


def site(page: BoundPage) -> Expansion:
    """Expand a page for a generator of sites.

    What has no result is an error of the book. Where a page is shown all the same,
    while it is served to its author, the place says so.
    """
    figures: dict[str, Drawn] = {}
    text: list[str] = []
    for part in page.parts:
        match part:
            case Words():
                text += words(part, _value, _claim)
            case Embed():
                text.append(markdown.block(_run(part, figures), part.block.indent))
            case Code(block, shown):
                info = block.language + _options(block.title, shown, block.highlights)
                text.append(markdown.block(markdown.fence(shown, info), block.indent))
            case Gap(fact, indent):
                text.append(markdown.block(f"**{fact}**", indent))
    return Expansion("".join(text), figures)


def _value(value: Value) -> str:
    if value.mark.in_formula:
        return value.text
    text = value.text
    text = text.replace("-", "−", 1) if _NEGATIVE.match(text) else text
    title = f"{value.mark.name} of {value.mark.program}"
    return f'<span class="value" title="{title}">{markdown.literal(text)}</span>'


def _claim(claim: ClaimRef) -> str:
    title = f"{claim.program} asserts it: {claim.name}"
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
            raised = " .error" if isinstance(it, Raised) else ""
            info = f" {{ .text .output .no-copy{raised} }}"
            shown.append(markdown.fence(markdown.printable(it.text), info))
    if block.source == "folded":
        source = markdown.fold("code", f"Show the program: {cell.name}", source)
    outputs = "\n\n".join(shown)
    if outputs and block.output == "folded":
        outputs = markdown.fold("output", "Show what it prints", outputs)
    parts = ["" if block.source == "none" else source, outputs]
    return "\n\n".join(["/// html | div.run", *filter(None, parts), "///"])


def _options(title: str, text: str, marked: tuple[str, ...]) -> str:
    """Write the title of a block, and the numbers of the lines to highlight."""
    rows = enumerate(text.split("\n"), start=1)
    hits = [str(n) for n, row in rows if any(it in row for it in marked)]
    lines = f' hl_lines="{" ".join(hits)}"' if hits else ""
    return (f' title="{title}"' if title else "") + lines
