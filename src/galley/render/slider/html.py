"""Interactive figures: a slider among real runs, drawn here, moved in the browser.

Every frame is drawn once, as SVG, when the site is built. The script of the page only
puts another frame in place of the one that is shown: no mathematics is done there.
"""

from html import escape
from typing import Any

from galley.render.slider.draw import WIDTH, Place, axes, draw, place
from galley.run.slider_data import digest, validate

__all__ = ["digest", "element_html", "first_frame_svg", "table_html", "validate"]

_ICON = (
    '<svg viewBox="0 0 24 24" aria-hidden="true"><path class="go" d="M8 5v14l11-7z"/>'
    '<path class="stop" d="M7 5h4v14H7zM13 5h4v14h-4z"/></svg>'
)


def element_html(data: Any, alt: str, name: str) -> str:
    """Draw the whole figure: panels, controls, frames in waiting, and their table."""
    frames, start = data["frames"], data.get("start", 0)
    shown = frames[start]
    control = escape(str(data["control"]))
    places = _places(data)
    waiting = "".join(_waiting(frame, places) for frame in frames)
    return (
        f'<figure class="plot replay"><galley-replay>'
        f'<div class="panels" role="img" aria-label="{escape(alt)}">'
        f"{first_frame_svg(data, name)}</div>"
        f'<div class="controls"><button type="button" aria-label="Play">{_ICON}'
        f'</button><label for="{name}-range">{control}</label>'
        f'<input id="{name}-range" type="range" min="0" max="{len(frames) - 1}" '
        f'value="{start}" aria-valuetext="{escape(shown["name"])}" autocomplete="off"/>'
        f'</div><output for="{name}-range"><b>{escape(shown["name"])}</b> '
        f"<span>{escape(shown.get('note', ''))}</span></output>"
        f"<template>{waiting}</template></galley-replay>{table_html(data)}</figure>"
    )


def _waiting(frame: Any, places: list[Place]) -> str:
    """Draw what a frame changes: one group for each panel."""
    groups = (
        f"<g>{draw(marks, where)}</g>"
        for marks, where in zip(frame["marks"], places, strict=True)
    )
    name, note = escape(frame["name"]), escape(frame.get("note", ""))
    return f'<svg data-name="{name}" data-note="{note}">{"".join(groups)}</svg>'


def table_html(data: Any) -> str:
    """List all frames in a fold, for readers without the slider."""
    rows = "".join(
        f'<tr><th scope="row">{escape(frame["name"])}</th>'
        f"<td>{escape(frame.get('note', ''))}</td></tr>"
        for frame in data["frames"]
    )
    heads = (escape(str(data["control"])), "what is seen")
    head = "".join(f'<th scope="col">{it}</th>' for it in heads)
    return (
        f"<details><summary>All {len(data['frames'])} positions as a table</summary>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></details>"
    )


def first_frame_svg(data: Any, name: str) -> str:
    """Draw the panels, with the frame that is shown first."""
    first = data["frames"][data.get("start", 0)]
    panels = zip(data["panels"], first["marks"], _places(data), strict=True)
    return "".join(
        _panel(panel, moving, where, f"{name}-clip-{number}")
        for number, (panel, moving, where) in enumerate(panels)
    )


def _places(data: Any) -> list[Place]:
    return [
        place(panel, [*panel.get("marks", []), *_all_marks(data, number)])
        for number, panel in enumerate(data["panels"])
    ]


def _all_marks(data: Any, panel: int) -> list[Any]:
    return [mark for frame in data["frames"] for mark in frame["marks"][panel]]


def _panel(panel: Any, moving: list[Any], where: Place, clip: str) -> str:
    x, y = where.x, where.y
    left = 0 if "cells" in {mark["kind"] for mark in moving} else x.start - 5
    static = panel.get("marks", [])
    keys = "".join(
        f'<span class="{kind} {mark.get("role", "model")}">{escape(label)}</span>'
        for mark in [*static, *moving]
        if (kind := mark["kind"]) and (label := mark.get("label"))
    )
    title = escape(panel.get("title", ""))
    return (
        f'<div class="panel"><p class="panel-title">{title}</p>'
        f'<svg viewBox="0 0 {WIDTH} {where.height}">'
        # A little more than the axes hold, so that marks on an edge are whole; and
        # the labels of a grid belong to its marks.
        f'<clipPath id="{clip}"><rect x="{left:g}" width="{WIDTH}" '
        f'height="{max(y.start, y.end) + 5:g}"/></clipPath>'
        f"{''.join(axes(panel, where))}"
        f'<g clip-path="url(#{clip})">{draw(static, where)}'
        f'<g class="moving">{draw(moving, where)}</g></g></svg>'
        f'<p class="keys">{keys}</p></div>'
    )
