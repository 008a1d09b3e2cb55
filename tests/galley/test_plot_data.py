"""Figures are compared whole: whatever a reader sees changed, the lines say."""

import datetime
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib import (
    colors,
    lines,
    offsetbox,
    patches,
    patheffects,
    ticker,
    transforms,
)
from matplotlib.artist import Artist
from matplotlib.collections import (
    CircleCollection,
    Collection,
    EllipseCollection,
    LineCollection,
    PatchCollection,
    PolyCollection,
    RegularPolyCollection,
)
from matplotlib.image import NonUniformImage
from matplotlib.legend import Legend
from matplotlib.path import Path as Course

from galley.child.plot_artists import described
from galley.child.plot_data import UnknownArtistError, describe
from galley.child.plot_elements import elements
from galley.child.plot_patches import shape
from galley.child.theme import apply_theme, render
from galley.project import Project
from galley.run.executor import Executor
from galley.source.program import parse

#: Draws on axes one of two figures, 0 or 1.
Draw = Callable[[Any, int], object]

T = np.linspace(0, 6, 20)
FOUR = [0, 1, 2, 3]
GRID = np.arange(12.0).reshape(3, 4)
BLOCK = [GRID, GRID[::-1].copy()]
SAME_ENDS = ([1, 5, 2, 4], [1, 2, 5, 4])
CLASSES = (["C0", "C0", "C1", "C1"], ["C1", "C1", "C0", "C0"])
ENDS = {"xlim": (-1, 9), "ylim": (-1, 9)}
DAYS = [datetime.date(2024, 1, 1), datetime.date(2024, 5, 1)]
MINUTES = [datetime.datetime(2024, 1, 1, 12, n) for n in range(4)]


@pytest.fixture(autouse=True)
def theme() -> Iterator[None]:
    with matplotlib.rc_context():
        apply_theme()
        plt.rcParams["figure.constrained_layout.use"] = False  # no need, and slow
        yield
        plt.close("all")


def figure_of(draw: Draw, k: int) -> Any:
    """Draw one of two figures."""
    plt.close("all")
    figure, axes = plt.subplots()
    draw(axes, k)
    return figure


def said_and_drawn(draw: Draw, k: int) -> tuple[list[str], str]:
    figure = figure_of(draw, k)
    svg = render(figure, "figure")
    return describe(figure), svg


def two(axes: Any) -> tuple[Any, Any]:
    """Draw two lines."""
    (one,), (other,) = axes.plot(T), axes.plot(T[::-1])
    return one, other


def solid(axes: Any) -> Any:
    """Put axes in space in the place of others."""
    figure = axes.figure
    axes.remove()
    return figure.add_subplot(projection="3d")


def projected(axes: Any, name: str) -> Any:
    figure = axes.figure
    axes.remove()
    return figure.add_subplot(projection=name)


def fixed(axes: Any) -> Any:
    axes.set(**ENDS)
    return axes


def anchored(axes: Any, text: str, loc: str = "upper left") -> None:
    axes.add_artist(offsetbox.AnchoredText(text, loc=loc))


def shaped(axes: Any, *several: Any) -> None:
    fixed(axes)
    for it in several:
        axes.add_patch(it)


def gathered(axes: Any, it: Any) -> None:
    fixed(axes)
    axes.add_collection(it)


LINES: dict[str, Draw] = {
    "data": lambda ax, k: fixed(ax).plot(FOUR, SAME_ENDS[k]),
    "one point, in the fifth digit": lambda ax, k: ax.plot([1, 2 + k * 1e-4, 3]),
    "small numbers on a log axis": lambda ax, k: ax.semilogy([1e9, 2e9], [1e-6, 1e-7 * (k + 1)]),
    "numbers below any threshold on a log axis": lambda ax, k: ax.loglog([1e9, 2e9, 3e9], [1e-12, 2e-8 * (k + 1), 1]),
    "step, where": lambda ax, k: ax.step(T, T**2, where=("pre", "post")[k]),
    "step or line": lambda ax, k: ax.plot(T, drawstyle=("default", "steps-mid")[k]),
    "dashes": lambda ax, k: ax.plot(T, linestyle=("--", ":")[k]),
    "marker": lambda ax, k: ax.plot(T, "ox"[k]),
    "marker with a line": lambda ax, k: ax.plot(T, ("-o", "-s")[k]),
    "marker of letters": lambda ax, k: ax.plot(T, marker=("$a$", "$b$")[k], ls=""),
    "marker of corners": lambda ax, k: ax.plot(T, ls="", marker=[(0, 0), (1, 0), (k, 1)]),
    "marker of a path": lambda ax, k: ax.plot(T, ls="", marker=(Course.unit_rectangle(), Course.unit_regular_star(5))[k]),
    "marker of a tuple": lambda ax, k: ax.plot(T, ls="", marker=(5 + k, 0, 0)),
    "markevery": lambda ax, k: ax.plot(T, "-o", markevery=3 + k),
    "hollow points": lambda ax, k: ax.plot(T, "o", markerfacecolor=("C0", "none")[k]),
    "points of another colour": lambda ax, k: ax.plot(T, "-o", mfc=("C0", "C1")[k]),
    "edges of points": lambda ax, k: ax.plot(T, "-o", mec=("C0", "C1")[k]),
    "half filled points": lambda ax, k: ax.plot(T, "o", fillstyle=("full", "left")[k]),
    "colour of the cycle": lambda ax, k: ax.plot(T, color=("C0", "C1")[k]),
    "colour outside the cycle": lambda ax, k: ax.plot(T, color=("red", "green")[k]),
    "label": lambda ax, k: (ax.plot(T, label=("a", "b")[k]), ax.legend()),
    "visible": lambda ax, k: ax.plot(T)[0].set_visible(not k),
    "alpha 0": lambda ax, k: ax.plot(T, alpha=1 - k),
    "width 0": lambda ax, k: ax.plot(T, linewidth=1 - k),
    "coordinates": lambda ax, k: fixed(ax).plot([0, 1], transform=(ax.transData, ax.transAxes)[k]),
    "coordinates of one axis": lambda ax, k: fixed(ax).plot([0, 1], transform=(ax.transAxes, ax.get_xaxis_transform())[k]),
    "rotated": lambda ax, k: fixed(ax).plot([0, 1], transform=transforms.Affine2D().rotate(k) + ax.transData),
    "axhline or plot": lambda ax, k: (ax.axhline(1), fixed(ax)) if k else fixed(ax).plot([0, 1], [1, 1]),
    "axhline": lambda ax, k: fixed(ax).axhline(k),
    "axhline, from where": lambda ax, k: fixed(ax).axhline(1, 0, 1 - k / 2),
    "axline, slope": lambda ax, k: fixed(ax).axline((0, 0), slope=k + 1),
    "axline, second point": lambda ax, k: fixed(ax).axline((0, 0), (1, k)),
    "axline, coordinates": lambda ax, k: fixed(ax).axline((0, 0.1), slope=1, transform=(ax.transData, ax.transAxes)[k]),
    "one over the other": lambda ax, k: [ax.plot(T, lw=9, zorder=(3, 2)[i == k], color=c) for i, c in enumerate(["C0", "C1"])],
    "line or area in front": lambda ax, k: (ax.plot(T), ax.fill_between(range(20), T, zorder=1 + 2 * k)),
    "beyond the axes": lambda ax, k: (ax.plot(T, clip_on=bool(k)), ax.set_ylim(0, 3)),
    "missing number": lambda ax, k: ax.plot([1, 2, (3, np.nan)[k], 1, 3]),
    "dates": lambda ax, k: ax.plot(DAYS, [1, 2 + k]),
    "a date": lambda ax, k: ax.plot([DAYS[0], datetime.date(2024, 2, 1 + k), DAYS[1]], [1, 2, 3]),
    "a minute": lambda ax, k: ax.plot([*MINUTES, MINUTES[1 + k]], [1, 2, 3, 4, 5]),
    "categories": lambda ax, k: ax.plot(["a", "bc"[k]], [1, 2]),
    "errorbar": lambda ax, k: ax.errorbar(FOUR, FOUR, yerr=[1, 1, 1 + k, 2]),
    "stem": lambda ax, k: ax.stem(FOUR, SAME_ENDS[k]),
    "boxplot": lambda ax, k: ax.boxplot([T, T**2 * (1 + k) / 2]),
    "violins": lambda ax, k: ax.violinplot([T, T**2 * (1 + k) / 2]),
}  # fmt: skip

AREAS: dict[str, Draw] = {
    "bar": lambda ax, k: ax.bar(FOUR, SAME_ENDS[k]),
    "barh": lambda ax, k: ax.barh(FOUR, SAME_ENDS[k]),
    "colours of bars": lambda ax, k: ax.bar(FOUR, FOUR, color=CLASSES[k]),
    "bars, filled or not": lambda ax, k: ax.bar(FOUR, FOUR, edgecolor="C0", fill=bool(k)),
    "edges of bars": lambda ax, k: ax.bar(FOUR, FOUR, edgecolor=("C1", "C2")[k]),
    "hatch of bars": lambda ax, k: ax.bar(FOUR, FOUR, hatch="/x"[k]),
    "stacked bars": lambda ax, k: ax.bar(FOUR, FOUR, bottom=SAME_ENDS[k]),
    "names of bars": lambda ax, k: ax.bar(["a", "bc"[k]], [1, 2]),
    "bars in front": lambda ax, k: [ax.bar(FOUR, FOUR, color=c) for c in (["C0", "C1"], ["C1", "C0"])[k]],
    "hist": lambda ax, k: ax.hist([1, 2, 2, 3, 3 + k]),
    "hist, step": lambda ax, k: ax.hist(([1, 1, 2, 3, 4, 4], [1, 1, 2, 2, 3, 4])[k], bins=4, range=(1, 5), histtype="step"),
    "hist, stepfilled": lambda ax, k: ax.hist(([1, 1, 2, 3, 4, 4], [1, 1, 3, 4, 4, 2])[k], bins=5, histtype=("stepfilled", "bar")[k]),
    "stairs": lambda ax, k: ax.stairs(SAME_ENDS[k]),
    "stairs, edges": lambda ax, k: ax.stairs([1, 2, 3], [0, 1 + k / 2, 2, 3]),
    "stairs, baseline": lambda ax, k: ax.stairs([1, 5, 3], baseline=(0, None)[k]),
    "stairs, filled": lambda ax, k: ax.stairs([1, 5, 3], fill=bool(k)),
    "stairs, orientation": lambda ax, k: fixed(ax).stairs([1, 3, 1], orientation=("vertical", "horizontal")[k]),
    "fill": lambda ax, k: ax.fill([0, 4, 4, 0], [0, 0, (4, 3)[k], 4], closed=True),
    "fill with the same box": lambda ax, k: ax.fill([0, 4, 2 + k], [0, 0, 4]),
    "fill_between": lambda ax, k: ax.fill_between(FOUR, SAME_ENDS[k]),
    "fill_between, colour": lambda ax, k: ax.fill_between(FOUR, FOUR, color=("C0", "C3")[k]),
    "fill_between, colour of the face": lambda ax, k: ax.fill_between(FOUR, FOUR, fc=("C0", "C3")[k], ec="C1"),
    "fill_between, transform": lambda ax, k: fixed(ax).fill_between([0, 1], [0.5, 1], transform=(ax.transData, ax.get_xaxis_transform())[k]),
    "stackplot": lambda ax, k: ax.stackplot(FOUR, [FOUR, SAME_ENDS[k]]),
    "pie": lambda ax, k: ax.pie([1, 2, 3 + k]),
    "polygon": lambda ax, k: shaped(ax, patches.Polygon([(0, 0), (4, 0), (2 + k, 4)])),
    "circle or polygon": lambda ax, k: shaped(ax, (patches.Circle((2, 2), 1), patches.CirclePolygon((2, 2), 1, resolution=4))[k]),
    "circle, radius": lambda ax, k: shaped(ax, patches.Circle((2, 2), 1 + k)),
    "circle, colour": lambda ax, k: shaped(ax, patches.Circle((2, 2), 1, color=("C3", "C1")[k])),
    "ellipse, angle": lambda ax, k: shaped(ax, patches.Ellipse((2, 2), 3, 1, angle=45 + 90 * k)),
    "rectangle, angle": lambda ax, k: shaped(ax, patches.Rectangle((2, 2), 3, 1, angle=30 * k)),
    "arc": lambda ax, k: shaped(ax, patches.Arc((2, 2), 3, 3, theta1=0, theta2=90 + 90 * k)),
    "wedge": lambda ax, k: shaped(ax, patches.Wedge((2, 2), 2, 0, 90 + k)),
    "annulus": lambda ax, k: shaped(ax, patches.Annulus((2, 2), 2, 0.5 + k)),
    "regular polygon": lambda ax, k: shaped(ax, patches.RegularPolygon((2, 2), 5, radius=2, orientation=k)),
    "box, rounded": lambda ax, k: shaped(ax, patches.FancyBboxPatch((2, 2), 2, 2, boxstyle=("round", "square")[k])),
    "path": lambda ax, k: shaped(ax, patches.PathPatch(Course([(0, 0), (2, 4), (4, 0)], (None, [1, 3, 3])[k]))),
    "arrow turned round": lambda ax, k: fixed(ax).arrow(*((0, 0, 4, 0), (4, 0, -4, 0))[k], length_includes_head=True, head_width=1),
    "old arrow": lambda ax, k: shaped(ax, patches.Arrow(*((0, 0, 4, 0), (4, 0, -4, 0))[k])),
    "fancy arrow turned round": lambda ax, k: shaped(ax, patches.FancyArrowPatch(*([(0, 0), (4, 4)][:: (1, -1)[k]]), arrowstyle="simple", mutation_scale=9)),
    "heads of a fancy arrow": lambda ax, k: shaped(ax, patches.FancyArrowPatch((0, 0), (4, 4), arrowstyle=("->", "<-")[k], mutation_scale=9)),
    "colour of a fancy arrow": lambda ax, k: shaped(ax, patches.FancyArrowPatch((0, 0), (4, 4), color=("C0", "C3")[k])),
    "connection": lambda ax, k: shaped(ax, patches.ConnectionPatch((0, 0), (0.5 + k / 4, 0.5), "data", "axes fraction")),
    "connection, coordinates": lambda ax, k: shaped(ax, patches.ConnectionPatch((0, 0), (0.5, 0.5), "data", ("axes fraction", "data")[k])),
    "two patches or one": lambda ax, k: shaped(ax, *[patches.Polygon([(0, 0), (1, i), (2, 0)]) for i in range(1, 3 + k)]),
    "patch hidden": lambda ax, k: shaped(ax, patches.Circle((2, 2), 1, visible=bool(k))),
    "patch, coordinates": lambda ax, k: shaped(ax, patches.Circle((0.5, 0.5), 0.2, transform=(ax.transData, ax.transAxes)[k])),
    "dashed patch": lambda ax, k: shaped(ax, patches.Circle((2, 2), 1, fill=False, ls=("-", "--")[k])),
    "axvspan": lambda ax, k: fixed(ax).axvspan(1, 2 + k),
    "axvspan or rectangle": lambda ax, k: fixed(ax).axvspan(1, 2) if k else shaped(ax, patches.Rectangle((1, 0), 1, 1)),
    "broken_barh": lambda ax, k: fixed(ax).broken_barh([(0, 1), (3, 1 + k)], (0, 1)),
    "colours of broken_barh": lambda ax, k: fixed(ax).broken_barh([(0, 1), (3, 1)], (0, 1), facecolors=(["C0", "C1"], ["C1", "C0"])[k]),
}  # fmt: skip

COLLECTIONS: dict[str, Draw] = {
    "scatter": lambda ax, k: ax.scatter(FOUR, SAME_ENDS[k]),
    "scatter, sizes": lambda ax, k: ax.scatter(FOUR, FOUR, s=([10, 20, 30, 40], [40, 30, 20, 10])[k]),
    "scatter, colours": lambda ax, k: ax.scatter(FOUR, FOUR, c=CLASSES[k]),
    "scatter, facecolors": lambda ax, k: ax.scatter(FOUR, FOUR, facecolors=CLASSES[k]),
    "scatter, edges": lambda ax, k: ax.scatter(FOUR, FOUR, edgecolors=CLASSES[k]),
    "scatter, numbers": lambda ax, k: ax.scatter(FOUR, FOUR, c=SAME_ENDS[k]),
    "scatter, map of colours": lambda ax, k: ax.scatter(FOUR, FOUR, c=FOUR, cmap=("viridis", "Greys")[k]),
    "scatter, alpha of each": lambda ax, k: ax.scatter(FOUR, FOUR, alpha=([0.1, 0.5, 0.5, 1], [0.5, 0.1, 0.5, 1])[k]),
    "scatter, marker": lambda ax, k: ax.scatter(FOUR, FOUR, marker="o^"[k]),
    "scatter, other marker": lambda ax, k: ax.scatter(FOUR, FOUR, marker="sD"[k]),
    "scatter, hollow": lambda ax, k: ax.scatter(FOUR, FOUR, facecolors=("C0", "none")[k], edgecolors="C0"),
    "scatter, hidden": lambda ax, k: ax.scatter(FOUR, FOUR, alpha=1 - k),
    "scatter, coordinates": lambda ax, k: fixed(ax).scatter([0, 1], [0, 1], transform=(ax.transData, ax.transAxes)[k]),
    "scatter of dates": lambda ax, k: ax.scatter(DAYS, [1, 2 + k]),
    "hlines": lambda ax, k: fixed(ax).hlines([1, 2 + k], 0, 2),
    "vlines, colours": lambda ax, k: ax.vlines(FOUR, 0, 1, colors=CLASSES[k]),
    "vlines, dashes": lambda ax, k: ax.vlines(FOUR, 0, 1, linestyles=("--", ":")[k]),
    "vlines, dashes of each": lambda ax, k: ax.vlines(FOUR, 0, 1, linestyles=(["-", "--"], ["--", "-"])[k]),
    "eventplot": lambda ax, k: fixed(ax).eventplot([1, 2, 3 + k]),
    "eventplot, colours": lambda ax, k: fixed(ax).eventplot([[1, 2], [1, 3]], colors=(["C0", "C1"], ["C1", "C0"])[k]),
    "line collection": lambda ax, k: gathered(ax, LineCollection([[(0, 0), (1, k)], [(2, 2), (3, 3)]])),
    "line collection, which is joined": lambda ax, k: gathered(ax, LineCollection(([[(0, 0), (1, 1)], [(2, 0), (3, 3), (4, 0)]], [[(0, 0), (1, 1), (2, 0)], [(3, 3), (4, 0)]])[k])),
    "line collection, array": lambda ax, k: gathered(ax, LineCollection([[(0, 0), (1, 1)], [(2, 2), (3, 3)], [(4, 0), (5, 5)]], array=([1, 2, 3], [2, 1, 3])[k])),
    "line collection, widths": lambda ax, k: gathered(ax, LineCollection([[(0, 0), (1, 1)], [(2, 2), (3, 3)]], linewidths=([1, 5], [5, 1])[k])),
    "polygons": lambda ax, k: gathered(ax, PolyCollection([[(0, 0), (1, 0), (1, 1 + k)], [(3, 3), (4, 3), (4, 4)]])),
    "polygons, colours": lambda ax, k: gathered(ax, PolyCollection([[(0, 0), (1, 0), (1, 1)], [(3, 3), (4, 3), (4, 4)]], facecolors=(["C0", "C1"], ["C1", "C0"])[k])),
    "patches together": lambda ax, k: gathered(ax, PatchCollection([patches.Circle((1 + k, 1), 1), patches.Circle((5, 5), 1)])),
    "ellipses": lambda ax, k: gathered(ax, EllipseCollection([2, 1 + k], [1, 1], [0, 0], offsets=[(1, 1), (4, 4)], units="x", offset_transform=ax.transData)),
    "ellipses, angles": lambda ax, k: gathered(ax, EllipseCollection([2, 1], [1, 2], [0, 45 * k], offsets=[(1, 1), (4, 4)], units="x", offset_transform=ax.transData)),
    "circles": lambda ax, k: gathered(ax, CircleCollection([20, 40 + 90 * k], offsets=[(1, 1), (4, 4)], offset_transform=ax.transData)),
    "regular polygons": lambda ax, k: gathered(ax, RegularPolyCollection(5 + k, sizes=[50], offsets=[(1, 1), (4, 4)], offset_transform=ax.transData)),
    "quiver": lambda ax, k: ax.quiver([0, 1], [0, 1], [1, 1 + k], [1, 1]),
    "quiver, scale": lambda ax, k: ax.quiver([0, 1], [0, 1], [1, 1], [1, 1], scale=5 * (1 + k)),
    "quiver, negative scale": lambda ax, k: ax.quiver([0, 1], [0, 1], [1, 1], [1, 1], scale=(5, -5)[k]),
    "quiver, pivot": lambda ax, k: ax.quiver([0, 1], [0, 1], [1, 1], [1, 1], pivot=("tail", "tip")[k]),
    "quiver, angles": lambda ax, k: fixed(ax).quiver([0, 1], [0, 1], [1, 1], [1, 1], angles=("uv", "xy")[k]),
    "quiver, angles of each": lambda ax, k: fixed(ax).quiver([0, 1], [0, 1], [1, 1], [1, 1], angles=([0, 45], [45, 0])[k]),
    "quiver, units of scale": lambda ax, k: fixed(ax).quiver([0, 1], [0, 1], [1, 1], [1, 1], scale=1, scale_units=("xy", "inches")[k]),
    "quiver, colours": lambda ax, k: ax.quiver([0, 1], [0, 1], [1, 1], [1, 1], color=(["C0", "C1"], ["C1", "C0"])[k]),
    "quiver, numbers": lambda ax, k: ax.quiver([0, 1, 2], [0, 1, 2], [1, 1, 1], [1, 1, 1], ([1, 2, 3], [2, 1, 3])[k]),
    "quiverkey": lambda ax, k: ax.quiverkey(ax.quiver([0, 1], [0, 1], [1, 1], [1, 1]), 0.5, 0.5, 1 + k, "speed"),
    "barbs": lambda ax, k: ax.barbs([0, 1], [0, 1], [10, 10 + 40 * k], [10, 10]),
    "barbs, flipped": lambda ax, k: ax.barbs([0, 1], [0, 1], [10, 50], [10, 10], flip_barb=bool(k)),
    "streamplot": lambda ax, k: ax.streamplot(np.arange(4), np.arange(3), np.ones((3, 4)), GRID - 4 - k),
    "contour": lambda ax, k: ax.contour(BLOCK[k]),
    "contour, levels": lambda ax, k: ax.contour(GRID, levels=[2, 5 + k]),
    "contour, colours": lambda ax, k: ax.contour(GRID, levels=[2, 5], colors=(["C0", "C1"], ["C1", "C0"])[k]),
    "contour, map of colours": lambda ax, k: ax.contour(GRID, levels=[2, 5], cmap=("viridis", "Greys")[k]),
    "contour, filled": lambda ax, k: (ax.contour, ax.contourf)[k](GRID, levels=[2, 5, 9]),
    "contourf, colours": lambda ax, k: ax.contourf(GRID, levels=[2, 5, 9], colors=(["C0", "C1"], ["C1", "C0"])[k]),
    "contourf, hatches": lambda ax, k: ax.contourf(GRID, levels=[2, 5, 9], colors="none", hatches=(["/", "x"], ["x", "/"])[k]),
    "contourf, extend": lambda ax, k: ax.contourf(GRID, levels=[2, 5, 9], extend=("neither", "max")[k]),
    "clabel": lambda ax, k: ax.clabel(ax.contour(GRID, levels=[2, 5]), fmt=("%.0f", "%.1f")[k]),
    "tricontour": lambda ax, k: ax.tricontour([0, 1, 0, 1], [0, 0, 1, 1], [1, 2, 3, 4 + 3 * k]),
    "tripcolor": lambda ax, k: ax.tripcolor([0, 1, 0, 1, 2], [0, 0, 1, 1, 2], ([1, 9, 3, 1, 0], [9, 1, 3, 1, 0])[k], clim=(0, 9)),
    "tripcolor, smooth": lambda ax, k: ax.tripcolor([0, 1, 0, 1], [0, 0, 1, 1], SAME_ENDS[k], shading="gouraud"),
    "triplot": lambda ax, k: ax.triplot([0, 1, 0, 1], [0, 0, 1, 1 + k]),
    "pcolormesh": lambda ax, k: ax.pcolormesh(BLOCK[k]),
    "pcolormesh, smooth": lambda ax, k: ax.pcolormesh(BLOCK[k], shading="gouraud"),
    "pcolormesh, edges of cells": lambda ax, k: ax.pcolormesh([0, 1, 2 + k, 4], [0, 1, 2], [[1, 2, 3], [4, 5, 6]]),
    "pcolormesh, two dimensions": lambda ax, k: ax.pcolormesh((GRID, BLOCK[k]), cmap="BiOrangeBlue"),
    "pcolor": lambda ax, k: ax.pcolor(BLOCK[k]),
    "hist2d": lambda ax, k: ax.hist2d([0, 1, 2, 3, 3], [0, 1, 2, 3, 3], bins=4) if k else ax.hist2d([0, 1, 2, 3, 0], [0, 1, 2, 3, 0], bins=4),
    "hexbin": lambda ax, k: ax.hexbin(*([0, 0, 1, 2, 3], [0, 0, 1, 2, 3]) if k else ([3, 0, 1, 2, 3], [3, 0, 1, 2, 3]), gridsize=3),
    "hexbin, size": lambda ax, k: ax.hexbin(T, T, gridsize=3 + k),
    "hidden collection": lambda ax, k: ax.fill_between(FOUR, FOUR).set_visible(bool(k)),
}  # fmt: skip

IMAGES: dict[str, Draw] = {
    "imshow": lambda ax, k: ax.imshow(BLOCK[k]),
    "rgb": lambda ax, k: ax.imshow(np.eye(3)[(GRID.astype(int) + k) % 3]),
    "origin": lambda ax, k: ax.imshow(GRID, origin=("upper", "lower")[k], extent=(0, 4, 0, 3)),
    "extent": lambda ax, k: ax.imshow(GRID, extent=(0, 4, 0, 3 + k)),
    "extent within the same ends": lambda ax, k: (ax.imshow(GRID, extent=(0, 4, 0, 3 + k)), fixed(ax)),
    "LogNorm": lambda ax, k: ax.imshow(GRID + 1, norm=(colors.LogNorm, colors.Normalize)[k](1, 12)),
    "PowerNorm": lambda ax, k: ax.imshow(GRID, norm=colors.PowerNorm(2 + k, 0, 11)),
    "TwoSlopeNorm": lambda ax, k: ax.imshow(GRID, norm=colors.TwoSlopeNorm(3 + k, 0, 11)),
    "BoundaryNorm": lambda ax, k: ax.imshow(GRID, norm=colors.BoundaryNorm([0, 2 + k, 11], 256)),
    "SymLogNorm": lambda ax, k: ax.imshow(GRID, norm=colors.SymLogNorm(1 + k, vmin=0, vmax=11)),
    "map of colours": lambda ax, k: ax.imshow(GRID, cmap=("viridis", "Greys")[k]),
    "map of colours of one's own": lambda ax, k: ax.imshow(GRID, cmap=colors.ListedColormap((["C0", "C1"], ["C1", "C0"])[k])),
    "colour of missing numbers": lambda ax, k: ax.imshow(np.where(GRID == 3, np.nan, GRID), cmap=plt.get_cmap("viridis").with_extremes(bad=("red", "green")[k])),
    "masked": lambda ax, k: ax.imshow(np.ma.masked_equal(GRID, 3 + k), vmin=0, vmax=11),
    "clim": lambda ax, k: ax.imshow(GRID, vmax=(11, 30)[k]),
    "alpha 0": lambda ax, k: ax.imshow(GRID, alpha=1 - k),
    "alpha of each pixel": lambda ax, k: ax.imshow(GRID, alpha=BLOCK[k] / 11),
    "hidden": lambda ax, k: ax.imshow(GRID).set_visible(bool(k)),
    "matshow": lambda ax, k: ax.matshow(BLOCK[k]),
    "spy": lambda ax, k: ax.spy((np.eye(4), np.eye(4)[::-1])[k]),
    "spy with markers": lambda ax, k: ax.spy((np.eye(4), np.eye(4)[::-1])[k], marker="o"),
    "pcolorfast": lambda ax, k: ax.pcolorfast(BLOCK[k]),
    "pcolorfast, edges": lambda ax, k: ax.pcolorfast([0, 1, 2 + k, 4], [0, 1, 2], [[1, 2, 3], [4, 5, 6]]),
    "uneven": lambda ax, k: uneven(ax, [0, 1 + k, 4, 5]),
    "figimage": lambda ax, k: ax.figure.figimage(BLOCK[k]),
    "figimage, where": lambda ax, k: ax.figure.figimage(GRID, xo=20 * k),
    "specgram": lambda ax, k: ax.specgram(np.sin(np.arange(256) * (0.1 + k)), NFFT=64, noverlap=8),
    "in front": lambda ax, k: (ax.imshow(GRID), ax.imshow(GRID[::-1], zorder=(1, -1)[k])),
    "cut to a circle": lambda ax, k: ax.imshow(GRID).set_clip_path(patches.Circle((1, 1), 1 + k, transform=ax.transData)),
    "cut to a box": lambda ax, k: ax.imshow(GRID).set_clip_path(patches.Rectangle((1, 1), 1, 1 + k, transform=ax.transData)),
    "colour bar": lambda ax, k: ax.figure.colorbar(ax.imshow(GRID), label=("loss", "rate")[k]),
    "colour bar, ticks": lambda ax, k: ax.figure.colorbar(ax.imshow(GRID), ticks=[0, 3 + k]),
}  # fmt: skip


def uneven(axes: Any, x: list[int]) -> None:
    image = NonUniformImage(axes, interpolation="nearest", extent=(0, 5, 0, 3))
    image.set_data(x, [0, 1, 2], GRID)
    fixed(axes).add_image(image)


WRITING: dict[str, Draw] = {
    "text": lambda ax, k: ax.text(0.5, 0.5, "ab"[k]),
    "text, place": lambda ax, k: ax.text(0.5, 0.5 + k / 4, "a"),
    "text, coordinates": lambda ax, k: ax.text(0.5, 0.5, "a", transform=(fixed(ax).transData, ax.transAxes)[k]),
    "text, coordinates of the figure": lambda ax, k: ax.text(0.5, 0.5, "a", transform=(ax.figure.transFigure, ax.transAxes)[k]),
    "text, colour": lambda ax, k: ax.text(0.5, 0.5, "a", color=("red", "green")[k]),
    "text, rotation": lambda ax, k: ax.text(0.5, 0.5, "a long one", rotation=45 * k),
    "text, box": lambda ax, k: ax.text(0.5, 0.5, "a", bbox={"facecolor": ("C0", "C1")[k]}),
    "text, hidden": lambda ax, k: ax.text(0.5, 0.5, "a", visible=bool(k)),
    "text, alpha 0": lambda ax, k: ax.text(0.5, 0.5, "a", alpha=k),
    "text of dates": lambda ax, k: (ax.plot(DAYS, [1, 2]), ax.text(datetime.date(2024, 2, 1 + k), 1.5, "a")),
    "annotation": lambda ax, k: fixed(ax).annotate("a", (1, 1 + k), (2, 2), arrowprops={"arrowstyle": "->"}),
    "annotation, coordinates of its text": lambda ax, k: fixed(ax).annotate("a", (1, 1), (2, 2), textcoords=("data", "offset points")[k]),
    "annotation, coordinates of its goal": lambda ax, k: fixed(ax).annotate("a", (0.5, 0.5), (2, 2), xycoords=("data", "axes fraction")[k], textcoords="data", arrowprops={"arrowstyle": "->"}),
    "annotation of dates": lambda ax, k: (ax.plot(DAYS, [1, 2]), ax.annotate("a", (datetime.date(2024, 2, 1 + k), 0.5), xycoords=("data", "axes fraction"))),
    "annotation, two coordinates": lambda ax, k: fixed(ax).annotate("a", (0.5, 0.5), xycoords=("data", ("data", "axes fraction")[k])),
    "annotation, transform": lambda ax, k: fixed(ax).annotate("a", (0.5, 0.5), xycoords=(ax.transAxes, ax.transData)[k]),
    "annotation, colour": lambda ax, k: fixed(ax).annotate("a", (1, 1), (2, 2), color=("C0", "C3")[k]),
    "annotation, colour of its arrow": lambda ax, k: fixed(ax).annotate("a", (1, 1), (2, 2), arrowprops={"arrowstyle": "->", "color": ("C0", "C3")[k]}),
    "annotation, arrow": lambda ax, k: fixed(ax).annotate("a", (1, 1), (4, 4), arrowprops=(None, {})[k]),
    "annotation, ends of its arrow": lambda ax, k: fixed(ax).annotate("a", (1, 1), (4, 4), arrowprops={"arrowstyle": ("->", "<-")[k]}),
    "table": lambda ax, k: ax.table([["0.91", ("0.87", "0.78")[k]]], colLabels=["train", "test"]),
    "table, heads": lambda ax, k: ax.table([["1", "2"]], colLabels=(["a", "b"], ["b", "a"])[k]),
    "table, heads of rows": lambda ax, k: ax.table([["1", "2"], ["3", "4"]], rowLabels=(["a", "b"], ["b", "a"])[k]),
    "table, colours": lambda ax, k: ax.table([["1", "2"]], cellColours=([["C0", "w"]], [["w", "C0"]])[k]),
    "AnchoredText": lambda ax, k: anchored(ax, f"loss {k}"),
    "AnchoredText, corner": lambda ax, k: anchored(ax, "loss", ("upper left", "lower right")[k]),
    "drawing in a corner": lambda ax, k: ax.add_artist(offsetbox.AnchoredOffsetbox("upper left", child=drawing(k))),
    "box that points": lambda ax, k: fixed(ax).add_artist(offsetbox.AnnotationBbox(offsetbox.TextArea("ab"[k]), (2, 2))),
    "box that points elsewhere": lambda ax, k: fixed(ax).add_artist(offsetbox.AnnotationBbox(offsetbox.TextArea("a"), (2, 2 + k))),
    "image in a box": lambda ax, k: fixed(ax).add_artist(offsetbox.AnnotationBbox(offsetbox.OffsetImage(BLOCK[k], zoom=9), (2, 2))),
    "boxes side by side": lambda ax, k: fixed(ax).add_artist(offsetbox.AnchoredOffsetbox("upper left", child=offsetbox.HPacker(children=[offsetbox.TextArea(it) for it in ("ab", "ba")[k]]))),
}  # fmt: skip


def drawing(k: int) -> offsetbox.DrawingArea:
    area = offsetbox.DrawingArea(20, 20)
    area.add_artist(patches.Circle((10, 10), 4 + k))
    return area


LEGENDS: dict[str, Draw] = {
    "texts": lambda ax, k: ax.legend(two(ax), (["a", "b"], ["a", "c"])[k]),
    "handles changed round": lambda ax, k: ax.legend(two(ax)[:: (1, -1)[k]], ["a", "b"]),
    "handles of labelled lines": lambda ax, k: ax.legend([ax.plot(T, label="a")[0], ax.plot(T[::-1], label="b")[0]][:: (1, -1)[k]], ["a", "b"]),
    "handle of one's own": lambda ax, k: (two(ax), ax.legend([lines.Line2D([], [], color=("C0", "C3")[k])], ["a"])),
    "handle, dashes": lambda ax, k: (two(ax), ax.legend([lines.Line2D([], [], linestyle=("-", "--")[k])], ["a"])),
    "handle, marker": lambda ax, k: (two(ax), ax.legend([lines.Line2D([], [], marker="ox"[k])], ["a"])),
    "handle, patch": lambda ax, k: (two(ax), ax.legend([patches.Patch(color=("C0", "C3")[k])], ["a"])),
    "handles of scatter": lambda ax, k: ax.legend([ax.scatter(T, T), ax.scatter(T, -T)][:: (1, -1)[k]], ["a", "b"]),
    "handles of bars": lambda ax, k: ax.legend([ax.bar(FOUR, FOUR), ax.bar(FOUR, [1, 1, 1, 1])][:: (1, -1)[k]], ["a", "b"]),
    "handles of areas": lambda ax, k: ax.legend([ax.fill_between(FOUR, FOUR), ax.fill_between(FOUR, 1)][:: (1, -1)[k]], ["a", "b"]),
    "handles of errorbars": lambda ax, k: ax.legend([ax.errorbar(FOUR, FOUR, 1), ax.errorbar(FOUR, [1, 1, 1, 1], 1)][:: (1, -1)[k]], ["a", "b"]),
    "handles of stairs": lambda ax, k: ax.legend([ax.stairs([1, 2]), ax.stairs([2, 1])][:: (1, -1)[k]], ["a", "b"]),
    "handles in a tuple": lambda ax, k: ax.legend([two(ax)], ["ab"[k]]),
    "title": lambda ax, k: (two(ax), ax.legend(ax.lines, ["a", "b"], title=("rate", "loss")[k])),
    "hidden": lambda ax, k: ax.legend(two(ax), ["a", "b"]).set_visible(bool(k)),
    "second one": lambda ax, k: second_legend(ax, k),
    "of the figure": lambda ax, k: ax.figure.legend(two(ax), [f"model {k}", "b"]),
    "of the figure, handles": lambda ax, k: ax.figure.legend(two(ax)[:: (1, -1)[k]], ["a", "b"]),
    "colours of the texts": lambda ax, k: ax.legend(two(ax), ["a", "b"], labelcolor=(["C0", "C1"], ["C1", "C0"])[k]),
    "order": lambda ax, k: (ax.plot(T, label="a"), ax.plot(T[::-1], label="b"), ax.legend(reverse=bool(k))),
    "of axes with a twin": lambda ax, k: twin_legend(ax, k),
}  # fmt: skip


def second_legend(axes: Any, k: int) -> None:
    one, other = two(axes)
    axes.add_artist(Legend(axes, [one], ["ac"[k]], loc="upper left"))
    axes.legend([other], ["b"], loc="lower right")


def twin_legend(axes: Any, k: int) -> None:
    (one,) = axes.plot(T, label="a")
    (other,) = axes.twinx().plot(T**2, color="C1", label="b")
    axes.legend([one, other][:: (1, -1)[k]], ["a", "b"])


AXES: dict[str, Draw] = {
    "title": lambda ax, k: ax.set_title("ab"[k]),
    "colour of the title": lambda ax, k: ax.set_title("a", color=("C0", "C1")[k]),
    "label": lambda ax, k: ax.set_xlabel("ab"[k]),
    "label hidden": lambda ax, k: ax.set_xlabel("a").set_visible(bool(k)),
    "colour of a label": lambda ax, k: ax.set_ylabel("a", color=("C0", "C1")[k]),
    "ends": lambda ax, k: ax.set_xlim(0, 1 + k),
    "ends far from zero": lambda ax, k: ax.set_xlim(10000, 10001 + k),
    "ends changed round": lambda ax, k: ax.set_xlim(*((0, 1), (1, 0))[k]),
    "scale": lambda ax, k: ax.set(xlim=(1, 100), xscale=("linear", "log")[k]),
    "base of a log scale": lambda ax, k: (ax.plot([1, 64]), ax.set_yscale("log", base=(10, 2)[k])),
    "gaps of a log scale": lambda ax, k: (ax.plot([1, 0, 3]), ax.set_yscale("log", nonpositive=("clip", "mask")[k])),
    "symlog, threshold": lambda ax, k: (ax.plot([-9, 64]), ax.set_yscale("symlog", linthresh=1 + k)),
    "functions of a scale": lambda ax, k: (ax.plot([1, 64]), ax.set_yscale("function", functions=((np.sqrt, np.square), (np.cbrt, lambda y: y**3))[k])),
    "logit": lambda ax, k: (ax.plot([0.1, 0.9]), ax.set_yscale(("logit", "linear")[k])),
    "ticks": lambda ax, k: ax.set_xticks([0, 0.5 + k / 4]),
    "no ticks": lambda ax, k: k and ax.xaxis.set_major_locator(ticker.NullLocator()),
    "names of ticks": lambda ax, k: ax.set_xticks([0, 1], ["a", "bc"[k]]),
    "small ticks": lambda ax, k: ax.set_xticks([0.1 + k / 2], minor=True),
    "names of small ticks": lambda ax, k: ax.set_xticks([0.1], ["ab"[k]], minor=True),
    "formatter of small ticks": lambda ax, k: (ax.set_xticks([0.1], minor=True), k and ax.xaxis.set_minor_formatter("{x:.2f}")),
    "formatter": lambda ax, k: ax.xaxis.set_major_formatter(("{x:.1f}", "{x:.2f}")[k]),
    "function as formatter": lambda ax, k: ax.xaxis.set_major_formatter(lambda x, _: f"{x:.{k + 1}f}"),
    "EngFormatter": lambda ax, k: (ax.plot([0, 9000]), k and ax.yaxis.set_major_formatter(ticker.EngFormatter())),
    "EngFormatter, unit": lambda ax, k: (ax.plot([0, 9000]), ax.yaxis.set_major_formatter(ticker.EngFormatter(unit=("m", "g")[k]))),
    "LogFormatterExponent": lambda ax, k: (ax.semilogy([1, 1e5]), k and ax.yaxis.set_major_formatter(ticker.LogFormatterExponent())),
    "PercentFormatter": lambda ax, k: k and ax.yaxis.set_major_formatter(ticker.PercentFormatter(1)),
    "ticklabel_format, sci": lambda ax, k: (ax.plot([0, 6000]), k and ax.ticklabel_format(style="sci", scilimits=(0, 0))),
    "ticklabel_format, offset": lambda ax, k: (ax.plot([1e6, 1e6 + 1e-3]), k and ax.ticklabel_format(useOffset=False)),
    "ticks without numbers": lambda ax, k: ax.tick_params(labelleft=bool(k)),
    "colour of the numbers": lambda ax, k: ax.tick_params(axis="y", labelcolor=("C0", "C1")[k]),
    "axis off": lambda ax, k: (ax.plot(T), k and ax.axis("off")),
    "an axis off": lambda ax, k: (ax.plot(T), ax.xaxis.set_visible(bool(k))),
    "hidden": lambda ax, k: (ax.plot(T), ax.set_visible(bool(k))),
    "ground": lambda ax, k: ax.set_facecolor(("C3", "C1")[k]),
    "aspect": lambda ax, k: (ax.plot(T), ax.set_aspect(("auto", "equal")[k])),
    "twin": lambda ax, k: (ax.plot(T), ax.twinx().plot((1 + k) * T)),
    "twin or one": lambda ax, k: (ax.plot(T), (ax.twinx() if k else ax).plot(T**2, color="C1")),
    "inset": lambda ax, k: (ax.plot(T), ax.inset_axes([0.5, 0.5, 0.4, 0.4]).plot((1 + k) * T)),
    "place of an inset": lambda ax, k: (ax.plot(T), ax.inset_axes([0.5, 0.5 - k / 2, 0.4, 0.4])),
    "place of an inset in data": lambda ax, k: (ax.plot(T), ax.inset_axes([1, 1, 4, 4], transform=(ax.transData, ax.transAxes)[k])),
    "frame of an inset": lambda ax, k: (ax.plot(T), ax.indicate_inset([0, 0, 4 + k, 3])),
    "secondary axis, label": lambda ax, k: ax.secondary_xaxis("top").set_xlabel("ab"[k]),
    "secondary axis, functions": lambda ax, k: ax.secondary_xaxis("top", functions=(lambda x: (1 + k) * x, lambda x: x / (1 + k))),
    "secondary axis, functions with the same ends": lambda ax, k: (ax.set_xlim(0, 1), ax.secondary_xaxis("top", functions=((np.sqrt, np.square), (np.square, np.sqrt))[k])),
    "dates, ends": lambda ax, k: (ax.plot(DAYS, [1, 2]), ax.set_xlim(DAYS[0], datetime.date(2024, 5, 2 + k))),
}  # fmt: skip

SPACES: dict[str, Draw] = {
    "line": lambda ax, k: solid(ax).plot(T, T**2, (1 + k) * np.sin(T)),
    "surface": lambda ax, k: solid(ax).plot_surface(*np.meshgrid(FOUR, FOUR), (1 + k) * np.outer(FOUR, FOUR)),
    "surface with the same ends": lambda ax, k: solid(ax).plot_surface(*np.meshgrid([0, 1, 2], [0, 1, 2]), np.array([[0, 9, 0], [0, (3, 5)[k], 0], [0, 0, 0]])),
    "wireframe": lambda ax, k: solid(ax).plot_wireframe(*np.meshgrid(FOUR, FOUR), (1 + k) * np.outer(FOUR, FOUR)),
    "scatter": lambda ax, k: solid(ax).scatter(FOUR, FOUR, SAME_ENDS[k]),
    "scatter, colours": lambda ax, k: solid(ax).scatter(FOUR, FOUR, FOUR, c=CLASSES[k]),
    "scatter, sizes": lambda ax, k: solid(ax).scatter(FOUR, FOUR, FOUR, s=([9, 20, 30, 40], [40, 30, 20, 9])[k]),
    "scatter, marker": lambda ax, k: solid(ax).scatter(FOUR, FOUR, FOUR, marker="o^"[k]),
    "bars": lambda ax, k: solid(ax).bar3d([0, 1], [0, 1], 0, 1, 1, [1, 2 + k]),
    "flat bars": lambda ax, k: solid(ax).bar([0, 1], [1, 2], zs=k, zdir="y"),
    "trisurf": lambda ax, k: solid(ax).plot_trisurf([0, 1, 0, 1], [0, 0, 1, 1], SAME_ENDS[k]),
    "contour": lambda ax, k: solid(ax).contour(*np.meshgrid(FOUR, FOUR), np.outer(FOUR, FOUR), levels=[2, 4 + k]),
    "quiver": lambda ax, k: solid(ax).quiver(0, 0, 0, 1, 1, 1 + k),
    "voxels": lambda ax, k: solid(ax).voxels(np.arange(8).reshape(2, 2, 2) > 3 + k),
    "text": lambda ax, k: solid(ax).text(0, 0, k / 2, "a"),
    "zlabel": lambda ax, k: solid(ax).set_zlabel(("h", "w")[k]),
    "zlim": lambda ax, k: solid(ax).set_zlim(0, 1 + k),
    "view": lambda ax, k: solid(ax).view_init(30, -60 + 30 * k),
    "stem": lambda ax, k: solid(ax).stem(FOUR, FOUR, SAME_ENDS[k]),
    "polar": lambda ax, k: projected(ax, "polar").plot(T, (1 + k) * T),
    "polar, zero": lambda ax, k: projected(ax, "polar").set_theta_zero_location("NS"[k]),
    "polar, direction": lambda ax, k: projected(ax, "polar").set_theta_direction((1, -1)[k]),
    "polar, origin": lambda ax, k: projected(ax, "polar").set_rorigin(-1 * k),
    "projection": lambda ax, k: projected(ax, ("mollweide", "aitoff")[k]).plot([0, 1], [0, 1]),
}  # fmt: skip


def panels(axes: Any, *cells: int) -> None:
    figure = axes.figure
    axes.remove()
    for n, one in enumerate(cells):
        figure.add_subplot(one).plot([n, 1])


def titled_subfigures(axes: Any, k: int) -> None:
    figure = axes.figure
    axes.remove()
    for n, one in enumerate(figure.subfigures(1, 2)):
        one.suptitle(f"part {n * k}")
        one.subplots().plot(T)


def mosaic(axes: Any, layout: str) -> None:
    figure = axes.figure
    axes.remove()
    for n, one in enumerate(figure.subplot_mosaic(layout).values()):
        one.plot([n, 1])


FIGURES: dict[str, Draw] = {
    "suptitle": lambda ax, k: ax.figure.suptitle("ab"[k]),
    "suptitle or label": lambda ax, k: (ax.figure.suptitle, ax.figure.supxlabel)[k]("a"),
    "supxlabel": lambda ax, k: ax.figure.supxlabel("ab"[k]),
    "text": lambda ax, k: ax.figure.text(0.1, 0.1, "ab"[k]),
    "place of a text": lambda ax, k: ax.figure.text(0.1, 0.1 + k / 2, "a"),
    "line": lambda ax, k: ax.figure.add_artist(lines.Line2D([0, 1], [0, (k + 1) / 3])),
    "patch": lambda ax, k: ax.figure.add_artist(patches.Circle((0.5, 0.5), 0.1 + k / 5)),
    "panels changed round": lambda ax, k: panels(ax, *((211, 212), (212, 211))[k]),
    "panels side by side": lambda ax, k: panels(ax, *((211, 212), (121, 122))[k]),
    "panels with a gap": lambda ax, k: panels(ax, *((221, 222), (221, 223))[k]),
    "wide panel": lambda ax, k: mosaic(ax, ("AA;BC", "AB;CC")[k]),
    "free axes": lambda ax, k: ax.figure.add_axes((0.5, 0.5 - k / 4, 0.3, 0.3)),
    "subfigures": lambda ax, k: titled_subfigures(ax, k),
    "axes over axes": lambda ax, k: (ax.bar(FOUR, FOUR), ax.twinx().bar(FOUR, FOUR, color="C1"), ax.set_zorder(k)),
}  # fmt: skip

GROUPS = {
    "lines": LINES,
    "areas": AREAS,
    "collections": COLLECTIONS,
    "images": IMAGES,
    "writing": WRITING,
    "legends": LEGENDS,
    "axes": AXES,
    "spaces": SPACES,
    "figures": FIGURES,
}
PAIRS = {
    f"{group}: {name}": it for group, row in GROUPS.items() for name, it in row.items()
}

STYLE: dict[str, Draw] = {
    "width of a line": lambda ax, k: ax.plot(T, linewidth=1 + k),
    "lengths of dashes": lambda ax, k: ax.plot(T, linestyle=(0, (5 + k, 2))),
    "ends of a line": lambda ax, k: ax.plot(T, lw=9, solid_capstyle=("butt", "round")[k]),
    "size of points": lambda ax, k: ax.plot(T, "o", markersize=5 + k),
    "full points, large or small": lambda ax, k: ax.plot(T, "o."[k]),
    "size of all points": lambda ax, k: ax.scatter(T, T, s=20 + 9 * k),
    "alpha": lambda ax, k: ax.plot(T, alpha=0.9 - k / 2),
    "alpha of an area": lambda ax, k: ax.fill_between(FOUR, FOUR, alpha=0.9 - k / 2),
    "width of edges": lambda ax, k: ax.bar(FOUR, FOUR, edgecolor="C1", linewidth=1 + k),
    "bend of an arrow": lambda ax, k: ax.annotate("", (0, 0), (1, 1), arrowprops={"arrowstyle": "->", "connectionstyle": f"arc3,rad={k / 2}"}),
    "size of a text": lambda ax, k: ax.text(0.5, 0.5, "a", fontsize=9 + k),
    "weight of a text": lambda ax, k: ax.text(0.5, 0.5, "a", weight=("normal", "bold")[k]),
    "alignment of a text": lambda ax, k: ax.text(0.5, 0.5, "a", ha=("left", "center")[k]),
    "place of a title": lambda ax, k: ax.set_title("a", loc=("left", "center")[k]),
    "interpolation": lambda ax, k: ax.imshow(GRID, interpolation=("nearest", "bilinear")[k]),
    "grid": lambda ax, k: ax.grid(bool(k)),
    "spines": lambda ax, k: ax.spines["top"].set_visible(bool(k)),
    "length of ticks": lambda ax, k: ax.tick_params(length=4 + 4 * k),
    "place of a legend": lambda ax, k: ax.legend(two(ax), ["a", "b"], loc=("upper left", "lower right")[k]),
    "columns of a legend": lambda ax, k: ax.legend(two(ax), ["a", "b"], ncols=1 + k),
    "place of a table": lambda ax, k: ax.table([["1"]], loc=("top", "bottom")[k]),
    "size of the figure": lambda ax, k: ax.figure.set_size_inches(4 + k, 3),
    "path effects": lambda ax, k: ax.plot(T, path_effects=[patheffects.SimpleLineShadow()][:k]),
}  # fmt: skip


def test_there_are_many_pairs() -> None:
    """The table has not become short."""
    assert len(PAIRS) >= 300


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", PAIRS)
def test_another_figure_says_something_else(name: str) -> None:
    """Figures that a reader can tell apart have different lines; the same has the same."""
    (one, svg), (other, changed) = (said_and_drawn(PAIRS[name], k) for k in (0, 1))
    again = figure_of(PAIRS[name], 0)
    again.draw_without_rendering()

    assert svg != changed
    assert one != other
    assert one == describe(again)
    assert " object at 0x" not in "\n".join(one)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", STYLE)
def test_style_says_nothing(name: str) -> None:
    """What the authors' guide calls style changes the figure, and no line."""
    (one, svg), (other, changed) = (said_and_drawn(STYLE[name], k) for k in (0, 1))

    assert svg != changed
    assert one == other


def test_the_number_of_a_layer_is_not_its_order() -> None:
    """Of layers, only the order is said."""
    order = lambda ax, k: (ax.plot(T, zorder=3 + k), ax.plot(-T, zorder=2))  # noqa: E731
    one, other = (said_and_drawn(order, k)[0] for k in (0, 1))

    assert one == other


PLAIN = {
    "line": (
        lambda ax: ax.plot(FOUR, FOUR),
        "line C0 4 of (0, 0) (1, 1) (2, 2) (3, 3) #19428068",
    ),
    "points": (
        lambda ax: ax.plot(FOUR, FOUR, "o", label="data"),
        "points C0 'data' 4 of (0, 0) (1, 1) (2, 2) (3, 3) #19428068",
    ),
    "scatter": (
        lambda ax: ax.scatter(FOUR, FOUR, c="C1"),
        "scatter C1 4 of (0, 0) (1, 1) (2, 2) (3, 3) #19428068",
    ),
    "bars": (
        lambda ax: ax.bar([0, 1], [1, 2], color="C2"),
        "Rectangle C2 2 of (-0.4, 0, 0.4, 1) (0.6, 0, 1.4, 2) #43289f0e",
    ),
    "text": (lambda ax: ax.text(1, 2, "a"), "text 'a' (1, 2)"),
}


@pytest.mark.parametrize("kind", PLAIN)
def test_the_usual_needs_few_words(kind: str) -> None:
    """What is plain is said plainly, and no line is spent on what is as usual."""
    draw, words = PLAIN[kind]
    draw(fixed(plt.gca()))

    head, line = describe(plt.gcf())

    assert head == "axes, x from -1 to 9, y from -1 to 9"
    assert line == f"  {words}"


# --- every kind of artist ---

#: What describes which class: a new one in a new Matplotlib belongs in this table.
KINDS = {
    "line": "Line2D",
    "endless": "AxLine",
    "solid": "Line3D Text3D",
    "shape": "Annulus Arc Arrow Circle CirclePolygon Ellipse FancyArrow FancyBboxPatch"
    " Patch PathPatch Polygon RegularPolygon Shadow Spine Wedge _ColorbarSpine",
    "shape: box": "Cell Rectangle",
    "shape: stairs": "StepPatch",
    "shape: ends": "FancyArrowPatch",
    "shape: connection": "ConnectionPatch",
    "shape: solid": "Patch3D PathPatch3D",
    "elements": "CircleCollection Collection EventCollection FillBetweenPolyCollection"
    " LineCollection PatchCollection PolyCollection PolyQuadMesh _CollectionWithSizes",
    "elements: points": "Patch3DCollection Path3DCollection PathCollection",
    "elements: regular": "AsteriskPolygonCollection RegularPolyCollection"
    " StarPolygonCollection",
    "elements: ellipses": "EllipseCollection",
    "elements: cells": "QuadMesh",
    "elements: triangles": "TriMesh",
    "elements: levels": "ContourSet QuadContourSet TriContourSet",
    "elements: arrows": "Quiver",
    "elements: feathers": "Barbs",
    "elements: lines": "Line3DCollection",
    "elements: faces": "Poly3DCollection",
    "elements: raised": "Collection3D",
    "image": "AxesImage",
    "uneven": "NonUniformImage",
    "mesh": "PcolorImage",
    "free": "FigureImage",
    "fitted": "BboxImage",
    "text": "Text",
    "annotation": "Annotation",
    "table": "Table",
    "legend": "Legend",
    "key": "QuiverKey",
    "box": "HPacker OffsetBox PackerBase PaddedBox VPacker",
    "anchored": "AnchoredOffsetbox AnchoredText",
    "area": "TextArea",
    "drawing": "AuxTransformBox DrawingArea",
    "picture": "OffsetImage",
    "pinned": "AnnotationBbox",
    "indicator": "InsetIndicator",
    "secondary": "SecondaryAxis",
    "inner": "AitoffAxes Axes Axes3D GeoAxes HammerAxes LambertAxes MollweideAxes"
    " PolarAxes",
    # What no program adds to axes: described with its axes or figure, or a mere base.
    "unknown": "Axis ColorizingArtist Figure FigureBase RadialAxis RadialTick SubFigure"
    " ThetaAxis ThetaTick Tick XAxis XTick YAxis YTick ZAxis _AxesBase _ImageBase",
}
LIBRARY = ("matplotlib.", "mpl_toolkits.mplot3d.")


def kinds(base: type[Artist]) -> Iterator[type[Artist]]:
    for kind in base.__subclasses__():
        yield kind
        yield from kinds(kind)


def describer(kind: type[Artist]) -> str:
    """Name the function that has to do with a class."""
    if issubclass(kind, Collection):
        name = elements.dispatch(kind).__name__
        return "elements" if name == "elements" else f"elements: {name}"
    if issubclass(kind, patches.Patch):
        name = shape.dispatch(kind).__name__
        return "shape" if name == "shape" else f"shape: {name}"
    name = described.dispatch(kind).__name__
    return "unknown" if name == "described" else name


def test_every_kind_is_described_or_unknown() -> None:
    """Walk all of Matplotlib's artists: none falls to a describer by accident."""
    found: dict[str, set[str]] = {}
    for kind in kinds(Artist):
        module = sys.modules[kind.__module__]
        if kind.__module__.startswith(LIBRARY) and hasattr(module, kind.__name__):
            found.setdefault(describer(kind), set()).add(kind.__name__)

    assert found == {name: set(row.split()) for name, row in KINDS.items()}


class Own(Artist):
    def draw(self, renderer: Any) -> None:
        """Draw nothing that anybody knows of."""


class OwnLine(lines.Line2D):
    """A line with a method more."""

    def highest(self) -> float:
        return float(max(self.get_ydata()))


class OwnWay(lines.Line2D):
    def draw(self, renderer: Any) -> None:
        """Draw something else than a line."""


@pytest.mark.parametrize("kind", [Own, lambda: OwnWay([0, 1], [0, 1])])
def test_an_unknown_artist_is_named(kind: Callable[[], Artist]) -> None:
    """What nobody can describe is an error, and never left out."""
    plt.gca().add_artist(kind())

    with pytest.raises(UnknownArtistError, match=r"\.Own(Way)?$"):
        describe(plt.gcf())


def test_an_unknown_artist_in_a_box_is_named() -> None:
    """It is found wherever it hides."""
    area = offsetbox.DrawingArea(9, 9)
    area.add_artist(OwnWay([0, 1], [0, 1]))
    plt.gca().add_artist(offsetbox.AnchoredOffsetbox("center", child=area))

    with pytest.raises(UnknownArtistError, match="OwnWay"):
        describe(plt.gcf())


def test_a_subclass_is_what_its_base_is() -> None:
    """An artist of a third party that draws as its base does needs no table."""
    fixed(plt.gca()).add_line(OwnLine([0, 1], [0, 1], color="C0"))

    assert describe(plt.gcf())[1].startswith("  line C0 2 of (0, 0) (1, 1)")


def test_a_program_with_dates_and_names_runs(
    tmp_path: Path, executor: Executor
) -> None:
    """Dates and names on an axis are data like others; an unknown artist is a failure."""
    show = "import datetime\nimport matplotlib.pyplot as plt\n\nplt.plot({}, [1, 2])\n"
    own = "class Own(plt.Line2D):\n    def draw(self, renderer):\n        pass\n\n"
    texts = {
        "dates": show.format("[datetime.date(2024, 1, 1), datetime.date(2024, 5, 1)]"),
        "names": show.format("['a', 'b']"),
        "own": show.format("[0, 1]") + own + "plt.gca().add_line(Own([0], [0]))\n",
    }
    (tmp_path / "pyproject.toml").write_text("[tool.galley]\n")
    (tmp_path / "snippets").mkdir()
    sources = {
        f"{name}.py": f"# %% it\n{text}plt.show()\n" for name, text in texts.items()
    }
    for name, source in sources.items():
        (tmp_path / "snippets" / name).write_text(source)
    programs = [parse(source, name, name) for name, source in sources.items()]
    runs = executor.run(Project.find(tmp_path), programs)
    results = {program.path: result for program, result in runs}

    dates, names, unknown = (results[name] for name in sources)
    (figure,) = dates.outputs["it"]
    assert "x from 2023-12-25 22:48:00 to 2024-05-07 01:12:00 ticks [" in figure.data[0]
    (figure,) = names.outputs["it"]
    assert "ticks ['a', 'b'] at 0 1" in figure.data[0]
    assert unknown.failure
    assert "`it` draws a `__main__.Own`, which cannot" in unknown.failure.fact
    assert unknown.failure.line == 11
