"""Rendered figures, coloured for where they are shown: the site, or anywhere else.

Pure functions on text, without Matplotlib: a build that runs no program need not wait
for it.
"""

import re
from html import escape

from galley.child.palette import PALETTE

_PAINT = re.compile(r"\b(fill|stroke):(#[0-9a-f]{6})\b")
_ROOT = re.compile(
    r'<svg xmlns="[^"]*" viewBox="(0 0 (\S+) \S+)" [^>]*?style="([^"]*)">'
)
_ID = re.compile(r'(\bid="|href="#|url\(#)[^")]*-(\d+)(?=["\)])')
#: CSS pixels of a figure at full size, per point of Matplotlib's.
_SCALE = 1.5


def site_svg(svg: str, alt: str, name: str) -> str:
    """Dress a rendered figure for a page: it scales, and follows light and dark.

    `name` takes the place of the one that the figure was rendered with.
    """

    def root(match: re.Match[str]) -> str:
        view, width, style = match.groups()
        widest = float(width) * _SCALE
        return (
            f'<svg viewBox="{view}" role="img" aria-labelledby="{name}-title" '
            f'style="{style};fill:currentColor;max-width:{widest:.0f}px">'
            f'<title id="{name}-title">{escape(alt)}</title>'
        )

    variables = {"#808080": "var(--fig-muted)", "#000000": "currentColor"}
    for key, colour in PALETTE.items():
        variables[colour.light] = f"var(--fig-{key})"
    svg = _ID.sub(rf"\1{name}-\2", svg)
    # Material's instant navigation sets every `href`, which fails on elements of SVG.
    svg = svg.replace(' href="', ' xlink:href="')
    return _recoloured(_ROOT.sub(root, svg, count=1), variables)


def plain_svg(svg: str, alt: str) -> str:
    """Dress a rendered figure as a file: fixed colours on a white ground."""

    def root(match: re.Match[str]) -> str:
        font = "font-family:'DejaVu Sans',Verdana,sans-serif"
        return (
            match[0][:-2]
            + f';{font}"><title>{escape(alt)}</title>'
            + '<rect width="100%" height="100%" fill="#ffffff"/>'
        )

    fixed = {
        "#808080": PALETTE["muted"].light,
        PALETTE["ground"].light: "#ffffff",
    }
    return _recoloured(_ROOT.sub(root, svg, count=1), fixed)


def _recoloured(svg: str, colours: dict[str, str]) -> str:
    """Replace colours where they paint something; a heat map's others stay."""

    def paint(match: re.Match[str]) -> str:
        return f"{match[1]}:{colours.get(match[2], match[2])}"

    return _PAINT.sub(paint, svg)
