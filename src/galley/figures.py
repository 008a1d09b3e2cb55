"""Matplotlib for the book: one theme, and figures as SVG that follows the page.

`render` draws what is kept with a result; `site_svg` and `plain_svg` dress it for
the site and for everywhere else. The module knows nothing of pages or programs.
"""

import io
import re
from html import escape

import matplotlib
from cycler import cycler
from matplotlib.figure import Figure

from galley import svg as _svg
from galley.palette import CYCLE, PALETTE
from galley.plotted import describe

__all__ = ["apply_theme", "describe", "plain_svg", "render", "site_svg"]

_PAINT = re.compile(r"\b(fill|stroke):(#[0-9a-f]{6})\b")
_ROOT = re.compile(
    r'<svg xmlns="[^"]*" viewBox="(0 0 (\S+) \S+)" [^>]*?style="([^"]*)">'
)
_ID = re.compile(r'(\bid="|href="#|url\(#)[^")]*-(\d+)(?=["\)])')
#: CSS pixels of a figure at full size, per point of Matplotlib's.
_SCALE = 1.5


def apply_theme() -> None:
    """Set Matplotlib's parameters: the book's size, type and colours, SVG only."""
    light = {name: colour.light for name, colour in PALETTE.items()}
    ink, muted, grid = light["ink"], light["muted"], light["grid"]
    matplotlib.use("svg")
    matplotlib.rcdefaults()
    matplotlib.rcParams.update(
        {
            "backend": "svg",
            "svg.fonttype": "none",
            "figure.figsize": (5.2, 3.25),
            "figure.constrained_layout.use": True,
            "figure.facecolor": "none",
            "savefig.facecolor": "none",
            "font.size": 11,
            "axes.titlesize": 11,
            "axes.labelsize": 11,
            "xtick.labelsize": 10,
            "ytick.labelsize": 10,
            "legend.fontsize": 10,
            "text.color": ink,
            "axes.prop_cycle": cycler(color=[light[name] for name in CYCLE]),
            "axes.facecolor": "none",
            "axes.edgecolor": muted,
            "axes.labelcolor": ink,
            "axes.titlecolor": ink,
            "axes.titlelocation": "left",
            "axes.axisbelow": True,
            "axes.linewidth": 0.8,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "xtick.color": muted,
            "ytick.color": muted,
            "grid.color": grid,
            "grid.linewidth": 0.6,
            "lines.linewidth": 1.8,
            "lines.markersize": 5,
            "patch.edgecolor": ink,
            "hatch.color": muted,
            "legend.facecolor": light["ground"],
            "legend.edgecolor": light["ground"],
            "legend.framealpha": 0.85,
            "image.cmap": "viridis",
        }
    )


def render(figure: Figure, name: str) -> str:
    """Draw a figure as small SVG in the light palette, the same bytes each time.

    `name` begins every id of the figure, so that figures can share a page.
    """
    drawn = io.StringIO()
    with matplotlib.rc_context({"svg.hashsalt": name}):
        figure.savefig(drawn, format="svg", metadata={"Date": None})
    return _svg.clean(drawn.getvalue(), name)


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
