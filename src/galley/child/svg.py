"""Matplotlib's SVG made small: what is not seen goes, what stays is written briefly."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

#: Decimals, and the zeros that have a minus.
_NUMBER = re.compile(r"-?\d+\.\d+|-0(?![.\d])")
_NUMERIC = {"d", "points", "transform", "x", "y", "width", "height", "viewBox", "style"}
_NEEDLESS = {"", "font-family", "stroke-dashoffset"}
_REFERENCE = re.compile(r"url\(#([^)]+)\)|^#(.+)$")
#: What Matplotlib says for all elements in a style sheet, which would reach the page.
_ROOT_STYLE = "stroke-linejoin:round;stroke-linecap:butt"


def clean(svg: str, prefix: str) -> str:
    """Drop metadata, styles and unused ids, round numbers, prefix the ids left."""
    root = ET.fromstring(svg)
    _simplify(root)
    _rename(root, prefix)
    _, _, width, height = root.attrib["viewBox"].split()
    root.attrib = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {width} {height}",
        "width": width,
        "height": height,
        "style": _ROOT_STYLE,
    }
    return ET.tostring(root, encoding="unicode").replace(" />", "/>")


def _simplify(element: ET.Element) -> None:
    """Clean an element's attributes and its children, from the leaves up."""
    element.tag = _local(element.tag)
    element.attrib = {
        (name := _local(qualified)): _brief(name, value)
        for qualified, value in element.attrib.items()
        if not value.startswith("rotate(-0 ")
    }
    children = []
    for child in element:
        _simplify(child)
        children += _kept(child)
    element[:] = _merged(children)
    if element.tag == "defs":  # whatever uses a marker's path says its style again
        for path in element.findall("path"):
            path.attrib.pop("style", None)
    if element.tag == "text":
        _join_glyphs(element)
    if element.tag == "g":
        _hoist_style(element)
    if len(element):  # what stands between tags is indentation
        element.text = None
    element.tail = None


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _brief(name: str, value: str) -> str:
    """Write an attribute without needless digits, spaces and font families."""
    if name == "href":
        return re.sub(r"\s", "", value)
    if name not in _NUMERIC:
        return value
    value = _NUMBER.sub(lambda number: _rounded(number[0]), value)
    if name == "style":
        rules = [
            re.split(r":\s*", rule.strip(), maxsplit=1) for rule in value.split(";")
        ]
        return ";".join(":".join(rule) for rule in rules if rule[0] not in _NEEDLESS)
    if name == "d":
        return re.sub(r"\s*([A-Za-z])\s*", r"\1", value.strip())
    return value


def _rounded(number: str) -> str:
    text = f"{float(number):.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _kept(child: ET.Element) -> list[ET.Element]:
    """Keep a child, or what it holds where it is a bare group, or nothing."""
    unpainted = child.tag == "path" and child.get("style") == "fill:none"
    empty = child.tag in ("g", "defs") and not len(child)
    if unpainted or empty or child.tag in ("metadata", "style"):
        return []
    bare = child.tag == "g" and not set(child.attrib) - {"id"}
    return list(child) if bare else [child]


def _merged(children: list[ET.Element]) -> list[ET.Element]:
    """Make one of neighbouring groups with the same attributes."""
    merged: list[ET.Element] = []
    for child in children:
        last = merged[-1] if merged else child
        if (
            last is not child
            and child.tag == last.tag == "g"
            and child.attrib == last.attrib
        ):
            last.extend(child)
        else:
            merged.append(child)
    return merged


def _join_glyphs(text: ET.Element) -> None:
    """Make one run, with a list of positions, of the glyphs of one style and line."""
    runs: list[ET.Element] = []
    for glyph in text:
        last = runs[-1] if runs else glyph
        if last is not glyph and all(
            last.get(k) == glyph.get(k) for k in ("y", "style")
        ):
            last.text = f"{last.text}{glyph.text}"
            last.set("x", f"{last.get('x')} {glyph.get('x')}")
        else:
            runs.append(glyph)
    text[:] = runs


def _hoist_style(group: ET.Element) -> None:
    """Say a style once where all children of a group repeat it.

    Not with `opacity`: that of a group is not that of its children one by one.
    """
    styles = {child.get("style", "") for child in group}
    style = styles.pop() if len(styles) == 1 else ""
    if not style or "style" in group.attrib or re.search(r"(^|;)opacity", style):
        return
    group.set("style", style)
    for child in group:
        del child.attrib["style"]


def _rename(root: ET.Element, prefix: str) -> None:
    """Number the ids that something refers to, and drop the others."""
    names: dict[str, str] = {}
    for element, attribute, name in list(_references(root)):
        new = names.setdefault(name, f"{prefix}-{len(names) + 1}")
        element.set(attribute, element.attrib[attribute].replace(f"#{name}", f"#{new}"))
    for element in root.iter():
        name = element.attrib.pop("id", "")
        if name in names:
            element.set("id", names[name])


def _references(root: ET.Element) -> Iterator[tuple[ET.Element, str, str]]:
    for element in root.iter():
        for attribute in ("clip-path", "href", "style"):
            for match in _REFERENCE.finditer(element.get(attribute, "")):
                yield element, attribute, match[1] or match[2]
