"""Figures: small, always the same bytes, right on light and dark, compared by data."""

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.figure import Figure

import galley
from galley.child.palette import CYCLE, PALETTE, contrast
from galley.child.theme import apply_theme, describe, render
from galley.render.svg import plain_svg, site_svg

HTML = Path(galley.__file__).parent / "html"


@pytest.fixture(autouse=True)
def theme() -> Iterator[None]:
    with matplotlib.rc_context():
        apply_theme()
        yield
        plt.close("all")


def everything() -> Figure:
    """Draw one of every kind of artist that a chapter may use."""
    figure, (top, bottom) = plt.subplots(2, 1, figsize=(5.2, 5.2))
    x = np.linspace(0, 1, 50)
    top.plot(x, x**2, "o-", color="C0", label="$x^2$ and more")
    top.plot(x, x + 0.123456789, color="C2")
    top.fill_between(x, 0, x, color="0.5", alpha=0.25)
    top.scatter(x, x**3, color="C1")
    top.bar([0, 1], [0.2, 0.4], color="C4")
    top.annotate("here", (0.5, 0.5), (0.1, 0.8), arrowprops={"arrowstyle": "->"})
    top.text(0.7, 0.2, "a < b")
    top.set(title="a title", xlabel="x", ylabel=r"$\eta$")
    top.legend()
    bottom.imshow(np.eye(3), cmap="Greys")
    bottom.contour(np.arange(9).reshape(3, 3), levels=[2, 5])
    bottom.quiver([0, 1], [0, 1], [1, 1], [0, 1])
    return figure


def ids(svg: str) -> set[str]:
    return set(re.findall(r'\bid="([^"]+)"', svg))


# --- colours ---


@pytest.mark.parametrize("ground", ["light", "dark"])
@pytest.mark.parametrize("name", CYCLE)
def test_a_series_stands_out(name: str, ground: str) -> None:
    """Every colour of the cycle has the contrast of 3 to 1 that WCAG asks for."""
    colour, behind = (getattr(PALETTE[it], ground) for it in (name, "ground"))

    assert contrast(colour, behind) >= 3


@pytest.mark.parametrize("ground", ["light", "dark"])
@pytest.mark.parametrize("name", ["ink", "muted"])
def test_writing_can_be_read(name: str, ground: str) -> None:
    """What is written in figures has a contrast of 4.5 to 1 on both grounds."""
    colour, behind = (getattr(PALETTE[it], ground) for it in (name, "ground"))

    assert contrast(colour, behind) >= 4.5


#: How colours are seen by all, and with each kind of colour blindness (Machado 2009).
SIGHT = {
    "usual": np.eye(3),
    "protanopia": np.array(
        [[0.1523, 1.0526, -0.2049], [0.1145, 0.7863, 0.0992], [-0.0039, -0.0481, 1.052]]
    ),
    "deuteranopia": np.array(
        [[0.3673, 0.8606, -0.228], [0.2801, 0.6725, 0.0474], [-0.0118, 0.0429, 0.9689]]
    ),
    "tritanopia": np.array(
        [
            [1.2555, -0.0767, -0.1788],
            [-0.0784, 0.9308, 0.1476],
            [0.0047, 0.6914, 0.3039],
        ]
    ),
}


def seen(colour: str, sight: str) -> np.ndarray:
    """Give the place of a colour in OKLab, where distances are differences seen."""
    channels = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    linear = np.where(
        channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4
    )
    cones = np.array(
        [[0.4122, 0.5363, 0.0514], [0.2119, 0.6807, 0.1074], [0.0883, 0.2817, 0.63]]
    )
    lab = np.array(
        [[0.2105, 0.7936, -0.0041], [1.978, -2.4286, 0.4506], [0.0259, 0.7828, -0.8087]]
    )
    return lab @ np.cbrt(cones @ np.clip(SIGHT[sight] @ linear, 0, 1))


@pytest.mark.parametrize("ground", ["light", "dark"])
@pytest.mark.parametrize("sight", SIGHT)
def test_series_are_told_apart(sight: str, ground: str) -> None:
    """No two colours of the cycle look alike, to whichever kind of eyes."""
    places = [seen(getattr(PALETTE[name], ground), sight) for name in CYCLE]

    assert min(np.linalg.norm(a - b) for a, b in combinations(places, 2)) > 0.075


@pytest.mark.parametrize(
    ("ground", "scheme"),
    [
        ("light", "look/galley.css :root {"),
        ("dark", 'material/assets/material.css [data-md-color-scheme="slate"] {'),
    ],
)
def test_the_site_has_the_colours_of_the_palette(ground: str, scheme: str) -> None:
    """The style sheet sets every `--fig-` variable to the colour of the palette."""
    name, _, selector = scheme.partition(" ")
    block = (HTML / name).read_text().split(selector)[1].split("}")[0]
    styled = dict(re.findall(r"--fig-(\w+): (#\w+);", block))

    assert styled == {name: getattr(it, ground) for name, it in PALETTE.items()}


# --- SVG ---


def test_the_same_bytes_each_time() -> None:
    """Drawing the same figure twice gives the same SVG."""
    assert render(everything(), "figure") == render(everything(), "figure")


def test_nothing_needless_is_left() -> None:
    """No prolog, metadata, style sheet, long number, or id that nothing refers to."""
    svg = render(everything(), "figure")
    without_pixels = re.sub(r"base64,[^\"]*", "", svg)

    assert svg.startswith("<svg ")
    assert not re.search(r"<style|<metadata|<\?xml|DOCTYPE|Date|font-family", svg)
    assert not re.search(r"\d\.\d{3}", without_pixels)
    assert ids(svg) == set(re.findall(r"(?<=#)figure-\d+", svg))


def test_a_colour_is_no_number() -> None:
    """`#8e1070` could be read as 8 with 1070 zeros, and is left alone."""
    plt.plot([0, 1], color="C2")
    svg = render(plt.gcf(), "figure")

    assert PALETTE["c2"].light == "#8e1070"
    assert "stroke:#8e1070" in svg


def test_the_site_follows_light_and_dark() -> None:
    """On the site, every colour of the theme and the grey "0.5" is a variable."""
    svg = site_svg(render(everything(), "figure"), "alt", "walk-picture-1")
    fixed = set(re.findall(r"(?:fill|stroke):(#\w+)", svg))

    assert not fixed & {"#808080", "#000000", *(it.light for it in PALETTE.values())}
    for name in ("c0", "c1", "c2", "c4", "ink", "muted", "ground"):
        assert f"var(--fig-{name})" in svg, name


def test_transparency_and_heat_maps_survive() -> None:
    """An alpha stays beside its variable; viridis and pixels are left as they are."""
    svg = site_svg(render(everything(), "figure"), "alt", "f")

    assert re.search(r"fill:var\(--fig-muted\);fill-opacity:0.25", svg)
    assert "stroke:#440154" in svg  # the first colour of viridis
    assert "data:image/png;base64," in svg


def test_what_has_no_colour_of_its_own_is_ink() -> None:
    """Matplotlib leaves out a fill that is black; it follows the text."""
    svg = site_svg(render(everything(), "figure"), "alt", "f")

    assert "fill:currentColor" in svg.partition(">")[0]


def test_a_figure_scales_and_says_what_it_shows() -> None:
    """On the site, a figure has no fixed size, and its alternative text as title."""
    svg = site_svg(render(everything(), "figure"), 'a < b & "c"', "f")
    root = ET.fromstring(svg.replace("<svg", '<svg xmlns:xlink="x"', 1))

    assert root.get("viewBox") == "0 0 374.4 374.4"
    assert root.get("width") is root.get("height") is None
    assert root.get("role") == "img"
    assert root[0].text == 'a < b & "c"'
    assert root.get("aria-labelledby") == root[0].get("id")


def test_figures_share_a_page() -> None:
    """Two figures of one page have no id in common, whatever they were rendered as."""
    svg = render(everything(), "figure")
    one, other = (ids(site_svg(svg, "alt", name)) for name in ("walk-1", "walk-10"))

    assert one
    assert not one & other
    assert all(it.startswith("walk-1-") for it in one)


def test_no_svg_element_has_a_plain_href() -> None:
    """Material's instant navigation would set it, and fail: it is `xlink:href`."""
    svg = site_svg(render(everything(), "figure"), "alt", "f")

    assert "xlink:href=" in svg
    assert not re.search(r'(?<!xlink:)href="', svg)


def test_a_file_stands_alone() -> None:
    """Elsewhere, a figure is XML with fixed colours on a white ground."""
    svg = plain_svg(render(everything(), "figure"), "a < b")
    root = ET.fromstring(svg)

    assert "var(" not in svg
    assert not re.search(f"#808080|{PALETTE['ground'].light}", svg)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root[0].text == "a < b"
    assert root[1].attrib == {"width": "100%", "height": "100%", "fill": "#ffffff"}


# --- what a figure says ---


def test_a_figure_says_what_it_plots() -> None:
    """Axes, labels, kinds, colours, counts and some of the data can be read."""
    said = "\n".join(describe(everything()))

    for part in (
        "axes 'a title', x 'x' from ",
        "line+points C0 '$x^2$ and more' 50 of (0, 0) ",
        "line C2 50 of (0, 0.1235) ",
        "grey",
        "scatter C1 50 of ",
        "Rectangle C4 2 of (-0.4, 0, 0.4, 0.2) ",
        "annotation 'here' (0.1, 0.8) → (0.5, 0.5) ->",
        "text 'a < b' (0.7, 0.2)",
        "legend ['$x^2$ and more']",
        "image (3, 3) Greys from 0 to 1 9 of ",
        "contour at 2 5",
        "#000000 2 of (0, 0, 1, 0) (1, 1, 1, 1)",
    ):
        assert part in said


def test_last_digits_do_not_count() -> None:
    """What another processor rounds differently plots the same figure."""
    figures = []
    for wobble in (0.0, 1e-9):
        figure, axes = plt.subplots()
        axes.plot([0.3 + wobble, 1.7, wobble * 1e-8], [1, 2, 3])
        axes.set(xlim=(0, 2), ylim=(0, 3))
        figures.append(describe(figure))

    assert figures[0] == figures[1]


CHANGES = {
    "a point": lambda axes: axes.lines[0].set_ydata([1.0, 2.0001, 3.0]),
    "a label": lambda axes: axes.set_xlabel("other"),
    "a title": lambda axes: axes.set_title("other"),
    "a limit": lambda axes: axes.set_xlim(0, 9),
    "a scale": lambda axes: axes.set_yscale("log"),
    "a colour": lambda axes: axes.lines[0].set_color("C1"),
    "a marker": lambda axes: axes.lines[0].set_marker("o"),
    "a text": lambda axes: axes.text(0, 0, "new"),
    "a tick": lambda axes: axes.set_xticks([0, 2], ["a", "b"]),
    "a tick's place": lambda axes: axes.set_yticks([1, 3], ["low", "high"]),
    "an arrow": lambda axes: axes.texts[0].arrowprops.update(arrowstyle="<-"),
    "the shades of an image": lambda axes: axes.images[0].set_clim(0, 2),
    "the shades of points": lambda axes: axes.collections[0].set_clim(0, 2),
    "a line": lambda axes: axes.axhline(2),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_seen(what: str) -> None:
    """Whatever a reader would see changed, the lines say."""
    figure, axes = plt.subplots()
    axes.plot([0, 1, 2], [1.0, 2.0, 3.0])
    axes.set_yticks([1, 2], ["low", "high"])
    axes.annotate("", (1, 2), (0, 1), arrowprops={"arrowstyle": "->"})
    axes.imshow(np.eye(2), extent=(0, 1, 0, 1))
    axes.scatter([0, 1], [2, 2], c=[0, 1])
    before = describe(figure)
    CHANGES[what](axes)

    assert describe(figure) != before
