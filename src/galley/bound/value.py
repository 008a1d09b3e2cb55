"""A recorded value as a sentence says it. Pure."""

import re
from collections.abc import Mapping

from galley.child.result import Value
from galley.source.page import ValueRef


def format_value(values: Mapping[str, Value], reference: ValueRef) -> str:
    """Format a recorded value as a page asks for it.

    Raises:
        KeyError: There is no such value.
        ValueError: The format does not fit; the message says why.
    """
    value: object = values[reference.name]
    if reference.index is not None:
        if not isinstance(value, tuple):
            raise ValueError(f"`{reference.name}` is one value and has no elements")
        if not -len(value) <= reference.index < len(value):
            raise ValueError(f"`{reference.name}` has {len(value)} elements")
        value = value[reference.index]
    if isinstance(value, float) and not reference.spec:
        raise ValueError("a float needs a format, such as `:.4f`")
    if isinstance(value, tuple) and reference.spec:
        raise ValueError(f"`{reference.name}` has elements: format one, `[0]`")
    return format(value, reference.spec)


_IN_TEX = re.compile(
    r"(?P<sign>[+-]?)(?P<digits>\d[\d,_]*(?:\.\d*)?)(?:e(?P<power>[+-]?\d+))?(?P<share>%?)"
)


def tex(text: str) -> str:
    """Write a formatted number so that a formula keeps it whole, wherever it stands.

    Raises:
        ValueError: It is no number.
    """
    match = _IN_TEX.fullmatch(text)
    if not match:
        raise ValueError(f"a value in a formula is a number, and this is {text!r}")
    digits = match["digits"].replace(",", "{,}").replace("_", r"\_")
    power = f" \\cdot 10^{{{int(match['power'])}}}" if match["power"] else ""
    whole = f"{match['sign']}{digits}{power}{match['share'] and chr(92) + '%'}"
    return whole if whole.isalnum() and len(whole) == 1 else f"{{{whole}}}"
