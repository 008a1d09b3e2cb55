"""Matplotlib for the book: one theme, and figures as small SVG in the light palette.

What `render` draws is kept with a result; `galley.render.svg` colours it for its place.
"""

import functools
import io

import matplotlib
from cycler import cycler
from matplotlib import mathtext, textpath
from matplotlib.figure import Figure

from galley.child import svg as _svg
from galley.child.palette import CYCLE, PALETTE
from galley.child.plot_data import describe

__all__ = ["apply_theme", "describe", "render"]

# A formula costs 5 ms to parse, and Matplotlib makes a parser, with a cache of its
# own, for every drawing and once more for its layout. With one parser for all, the
# powers of ten at a logarithmic axis are parsed once, before the first program runs.
_parser = functools.cache(mathtext.MathTextParser)
textpath.MathTextParser = _parser  # type: ignore[attr-defined, assignment]


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
            "figure.dpi": 72,  # SVG's own: measures of text are made once
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
    figure.savefig(drawn, format="svg")
    return _svg.clean(drawn.getvalue(), name)
