"""Interactive figures: data checked in words, drawn when built, moved in a browser."""

import copy
import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Page

import galley
from galley.render.slider.axis import Scale
from galley.render.slider.html import digest, element_html, first_frame_svg, validate

LOOK = Path(galley.__file__).parent / "html/look"

DATA: dict[str, Any] = {
    "control": "step",
    "panels": [
        {
            "title": "a < b",
            "xlabel": "x",
            "ylabel": "loss",
            "xlim": [0, 10],
            "ylim": [0.01, 100],
            "yscale": "log",
            "marks": [{"kind": "line", "role": "muted", "x": [0, 10], "y": [1, 1]}],
        },
        {"title": "who looks at whom"},
    ],
    "frames": [
        {
            "name": name,
            "note": f"after {name} steps",
            "marks": [
                [
                    {
                        "kind": "points",
                        "role": "loss",
                        "x": [at],
                        "y": [1],
                        "label": "now",
                    },
                    {
                        "kind": "line",
                        "x": [0, 5, None, 6, 10],
                        "y": [1, 10, None, 1, 1],
                    },
                    {"kind": "arrow", "role": "gradient", "x": [5, 6], "y": [1, 1]},
                    {"kind": "text", "role": "data", "x": at, "y": 10, "text": "a & b"},
                ],
                [
                    {
                        "kind": "cells",
                        "values": [[1, 0.5], [0.5, None]],
                        "rows": ["to", "be"],
                        "columns": ["to", "be"],
                    }
                ],
            ],
        }
        for at, name in enumerate(("zero", "one", "two", "three"))
    ],
    "start": 1,
}


# --- data ---


def test_good_data_have_no_problems() -> None:
    """Data as the chapters write them can be shown."""
    assert validate(DATA) == []


def mark(data: Any, number: int = 0) -> dict[str, Any]:
    """Give a mark of the third frame's first panel."""
    return data["frames"][2]["marks"][0][number]


def cells(data: Any) -> dict[str, Any]:
    return data["frames"][2]["marks"][1][0]


MISTAKES: dict[str, Callable[[Any], Any]] = {
    'the data must have "control", a str': lambda d: d.pop("control"),
    'the data has "speed"; known is control, frames, panels, start': lambda d: d.update(
        speed=1
    ),
    "0 panels; there can be 1 to 3": lambda d: d["panels"].clear(),
    "1 frames; a slider needs at least 2": lambda d: d.update(frames=d["frames"][:1]),
    '"start" is 4, and must be a frame, 0 … 3': lambda d: d.update(start=4),
    'panel 0: "xlim" must rise, and is [5, 5]': lambda d: d["panels"][0].update(
        xlim=[5, 5]
    ),
    'panel 0: "ylim" of a log scale must be positive: [0, 1]': lambda d: d["panels"][
        0
    ].update(ylim=[0, 1]),
    'panel 0 needs "xlim" and "ylim"': lambda d: d["panels"][0].update(xlim=None),
    "frame 2 has marks for 1 panels; there are 2": lambda d: d["frames"][2][
        "marks"
    ].pop(),
    "two frames have the same name": lambda d: d["frames"][2].update(name="one"),
    "frame 2 has other marks than frame 0": lambda d: mark(d).update(kind="line"),
    "frame 2, panel 0, mark 0 is of kind 'dots'; there are line, points": lambda d: (
        mark(d).update(kind="dots")
    ),
    "frame 2, panel 0, mark 0 has the role 'red'; there are model, data": lambda d: (
        mark(d).update(role="red")
    ),
    "frame 2, panel 0, mark 0 has 1 and 2 coordinates": lambda d: mark(d).update(
        y=[1, 2]
    ),
    "frame 2, panel 0, mark 0: coordinates must be finite": lambda d: mark(d).update(
        y=[math.inf]
    ),
    "frame 2, panel 0, mark 2: an arrow has two points, not 3": lambda d: mark(
        d, 2
    ).update(x=[1, 2, 3], y=[1, 2, 3]),
    "the rows of a grid must be of one length": lambda d: cells(d)["values"][0].pop(),
    "the values of cells must be in 0 … 1": lambda d: cells(d).update(
        values=[[2, 0], [0, 0]]
    ),
    "3 labels for 2 rows": lambda d: cells(d)["rows"].append("or"),
    "KB of data, at most 80": lambda d: d["frames"][2].update(note="x" * 90_000),
}


@pytest.mark.parametrize("message", MISTAKES)
def test_a_mistake_is_told_in_words(message: str) -> None:
    """Whatever could not be drawn is said, with its place in the data."""
    data = copy.deepcopy(DATA)
    MISTAKES[message](data)

    assert any(message in problem for problem in validate(data)), validate(data)


@pytest.mark.parametrize("data", [None, [], {}, {"frames": 3}, {"panels": {}}])
def test_anything_can_be_validated(data: object) -> None:
    """Whatever a program leaves behind gets an answer."""
    assert validate(data)


def test_the_data_say_what_they_are() -> None:
    """A diff shows the panels, and for every frame its name, note and marks."""
    lines = digest(DATA)

    assert lines[0] == "4 frames of 'step', shown first: 'one'"
    assert lines[1].startswith("panel title 'a < b', xlabel 'x', xlim [0, 10], ")
    assert lines[3].startswith(
        "frame 'zero' 'after zero steps' · points loss 'now' 1 of"
    )
    assert len(lines) == 3 + len(DATA["frames"])


def test_a_changed_number_is_seen() -> None:
    """A change of one number changes the line of its frame, and no other."""
    data = copy.deepcopy(DATA)
    mark(data, 1)["y"][1] = 10.001
    changed = [a != b for a, b in zip(digest(DATA), digest(data), strict=True)]

    assert changed == [False, False, False, False, False, True, False]


@pytest.mark.parametrize("what", ["rows", "columns"])
def test_a_changed_name_of_a_cell_is_seen(what: str) -> None:
    """What stands beside a grid is as much data as what is in it."""
    data = copy.deepcopy(DATA)
    data["frames"][3]["marks"][1][0][what][1] = "not"
    changed = [a != b for a, b in zip(digest(DATA), digest(data), strict=True)]

    assert changed == [False, False, False, False, False, False, True]


# --- drawing ---


@pytest.mark.parametrize(
    ("scale", "ticks"),
    [
        (Scale(0, 1, 0, 100), ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
        (Scale(-4, 10, 0, 100), ["0", "5", "10"]),
        (Scale(-1.05, 1.05, 0, 100), ["−1", "−0.5", "0", "0.5", "1"]),
        (Scale(0.01, 100, 0, 100, True), ["0.01", "0.1", "1", "10", "100"]),
        (Scale(0.4, 3, 0, 100, True), ["0.5", "1", "2"]),
        (Scale(1e-9, 1, 0, 100, True), ["10⁻⁹", "10⁻⁷", "10⁻⁵", "10⁻³", "10⁻¹"]),
    ],
)
def test_ticks_are_round_and_inside(scale: Scale, ticks: list[str]) -> None:
    """An axis has a few round numbers, all within its limits."""
    assert [text for _, text in scale.ticks()] == ticks


def test_places() -> None:
    """A scale takes its ends to the ends of the drawing, and keeps strays near it."""
    linear, log = Scale(0, 10, 100, 0), Scale(0.01, 100, 0, 100, True)

    assert [linear(0), linear(5), linear(10)] == [100, 50, 0]
    assert [log(0.01), log(1), log(100)] == [0, 50, 100]
    assert linear(1e300) == -300
    assert log(-1) == log(0) < -200


def element(data: Any) -> ET.Element:
    return ET.fromstring(element_html(data, 'the "alt"', "walk-picture-1"))


def test_the_figure_stands_without_a_script() -> None:
    """The frame shown first, its note and a table of all are there from the start."""
    root = element(DATA)
    rows = [["".join(it.itertext()) for it in row] for row in root.iter("tr")]
    output = root.find(".//output")
    panels = root.find(".//*[@class='panels']")

    assert output is not None
    assert "".join(output.itertext()) == "one after one steps"
    assert rows[1:] == [[it["name"], it["note"]] for it in DATA["frames"]]
    assert panels is not None
    assert panels.get("aria-label") == 'the "alt"'
    assert len(panels.findall(".//g[@class='moving']")) == 2


def test_the_first_frame_is_among_the_waiting() -> None:
    """What the script puts in place first is what was drawn: nothing moves."""
    root = element(DATA)
    waiting = root.findall(".//template/svg")
    shown = root.findall(".//g[@class='moving']")

    assert [it.get("data-name") for it in waiting] == ["zero", "one", "two", "three"]
    assert [list(map(ET.tostring, it)) for it in shown] == [
        list(map(ET.tostring, it)) for it in waiting[1]
    ]


def test_colours_are_roles() -> None:
    """No colour is fixed in the drawing: the style sheet gives one to every role."""
    html = element_html(DATA, "alt", "f")
    css = (LOOK / "galley.css").read_text()

    assert "#" not in html.replace("url(#", "")
    assert 'class="points loss"' in html
    for role in ("data", "loss", "gradient", "extra", "muted"):
        assert f".replay .{role} {{" in css


def test_a_missing_number_breaks_the_line() -> None:
    """Where a run has no number, the line has a gap and the points have none."""
    svg = first_frame_svg(DATA, "f")
    line = ET.fromstring(f"<x>{svg}</x>").find(".//path[@class='line model']")

    assert line is not None
    assert line.get("d", "").count("M") == 2


def test_the_labels_of_a_grid_are_seen() -> None:
    """The rows of a grid are named to its left, within what is not clipped away."""
    panel = element(DATA).findall(".//div[@class='panel']")[1]
    clip, label = panel.find(".//clipPath/rect"), panel.find(".//text[@class='tick']")

    assert clip is not None
    assert label is not None
    assert label.text == "to"
    assert float(clip.get("x", "")) == 0 < float(label.get("x", ""))


def test_a_missing_cell_is_empty() -> None:
    """A cell is as dark as its value; without one, only its frame is drawn."""
    shades = element(DATA).findall(".//div[@class='panel']//path[@class='cells model']")

    assert [it.get("fill-opacity") for it in shades] == ["1", "0.5", "0"]
    assert [it.get("d", "").count("M") for it in shades] == [1, 2, 1]


def test_figures_share_a_page() -> None:
    """Two figures of one page have no id in common."""
    names = [
        {it.get("id") for it in ET.fromstring(element_html(DATA, "a", name)).iter()}
        for name in ("one", "two")
    ]

    assert names[0] & names[1] == {None}


# --- in a browser ---


@pytest.fixture
def figure(browser: Browser) -> Iterator[Page]:
    """A page with one figure, and as on the site the script at its end."""
    page = browser.new_page()
    page.set_content(element_html(DATA, "alt", "f"))
    page.add_script_tag(path=LOOK / "replay.js")
    yield page
    page.close()


def shown(page: Page) -> str:
    return page.inner_text("output")


def test_the_keyboard_moves_it(figure: Page) -> None:
    """Arrows, Home and End go through the frames, and marks, note and value follow."""
    before = figure.inner_html(".moving")
    figure.focus("input")
    figure.keyboard.press("ArrowRight")

    assert shown(figure) == "two after two steps"
    assert figure.get_attribute("input", "aria-valuetext") == "two"
    assert figure.inner_html(".moving") != before

    figure.keyboard.press("Home")
    assert shown(figure) == "zero after zero steps"

    figure.keyboard.press("End")
    assert shown(figure) == "three after three steps"


def test_it_plays_to_the_end(figure: Page) -> None:
    """Play goes to the last frame and stops; from there it begins again."""
    figure.click("button")
    assert figure.get_attribute("button", "aria-label") == "Pause"
    assert figure.get_attribute("output", "aria-live") == "off"

    figure.wait_for_selector("button[aria-label=Play]")
    assert shown(figure) == "three after three steps"
    assert figure.get_attribute("output", "aria-live") == "polite"

    figure.click("button")
    assert shown(figure) == "zero after zero steps"


def test_moving_it_stops_the_play(figure: Page) -> None:
    """Whoever takes the slider is not taken along."""
    figure.click("button")
    figure.focus("input")
    figure.keyboard.press("End")

    assert figure.get_attribute("button", "aria-label") == "Play"


def test_leaving_the_page_stops_the_play(figure: Page) -> None:
    """Instant navigation takes the figure away, and may bring it back: it works."""
    figure.click("button")
    figure.evaluate("window.kept = document.querySelector('figure'); kept.remove()")
    assert figure.evaluate("kept.firstChild.timer") == 0

    figure.evaluate("document.body.append(kept)")
    figure.focus("input")
    figure.keyboard.press("Home")
    assert shown(figure) == "zero after zero steps"


def test_less_motion(figure: Page) -> None:
    """Who asked for less motion sees one frame at a time, for at least a second."""
    many = "(it) => { it.frames = Array(100).fill(it.frames[0]) }"
    figure.eval_on_selector("galley-replay", many)
    figure.emulate_media(reduced_motion="reduce")
    figure.evaluate("window.setInterval = (_, pause) => { window.pause = pause }")
    figure.click("button")

    assert figure.evaluate("window.pause") >= 1000
