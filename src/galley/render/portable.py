"""A page for any reader of Markdown, with figures as files beside it. Pure."""

from galley.bound.page import BoundPage, Code, Drawn, Embed, Gap, Words
from galley.render import markdown
from galley.render.site import Expansion
from galley.render.words import plain, words


def portable(page: BoundPage) -> Expansion:
    """Expand a page so that it needs neither this engine nor a site."""
    figures: dict[str, Drawn] = {}
    text: list[str] = []
    for part in page.parts:
        match part:
            case Words():
                text += words(part, plain, lambda _: "")
            case Embed():
                text.append(markdown.block(_run(part, figures), part.block.indent))
            case Code(block, shown):
                fenced = markdown.fence(shown, block.language)
                text.append(markdown.block(fenced, block.indent))
            case Gap(fact, indent):
                text.append(markdown.block(f"**{fact}**", indent))
    flat = markdown.without_admonitions("".join(text)).lstrip("\n")
    return Expansion(flat, figures)


def _run(embed: Embed, figures: dict[str, Drawn]) -> str:
    hidden = embed.block.source == "none"
    parts = [] if hidden else [markdown.fence(embed.cell.source, "python")]
    for it in embed.shown:
        if isinstance(it, Drawn):
            figures[f"{it.name}.svg"] = it
            parts.append(f"![{it.alt}]({it.name}.svg)")
        else:
            parts.append(markdown.fence(markdown.seen(it.text), "text"))
    return "\n\n".join(parts)
