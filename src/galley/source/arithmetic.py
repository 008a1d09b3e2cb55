"""Is the arithmetic of a formula right? Pure.

What stands between two signs of a formula is computed where it holds numbers only. A
side that is one number, `2.9167`, is right if the other side rounds to it. Two sides
that are both computed must be equal, or after `\\approx` as near as their decimals are
sharp. What has letters is not arithmetic, and is passed over.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from galley.source.tex import tokens, value

_RELATION = re.compile(r"(\\(?:approx|le|ge|leq|geq|ne|neq)(?![a-zA-Z])|[=<>])")
_APART = re.compile(
    r"(?<!\\)[,;]|\\q?quad(?![a-zA-Z])|\\\\(?:\[[^\]]*\])?(?!\s*&?\s*[=<>])"
)
_MATRIX = re.compile(r"\\begin\{(\w*matrix|array|cases)\}.*?\\end\{\1\}", re.DOTALL)
_ROWS = re.compile(r"\\(?:begin|end)\{\w+\*?\}")
_ONE = re.compile(r"-?\d+(?:\\,\d{3}(?!\d))*(?:\.(?P<places>\d+))?")
_ORDERS = {"<": float.__lt__, ">": float.__gt__}
_NAMES = {"\\le": "<", "\\leq": "<", "\\ge": ">", "\\geq": ">"}
EQUAL = 1e-9
"""So far apart, of their size, may two computed sides be."""


@lru_cache(4096)  # a server asks again after each change
def wrong(formula: str) -> tuple[str, ...]:
    """Find the equations and inequalities of numbers in a formula that do not hold.

    Args:
        formula: TeX, with or without its dollars.

    Returns:
        The two sides, and what the first one is: `2 \\cdot 3 = 7, and it is 6`.
    """
    return tuple(_wrong(formula))


def _wrong(formula: str) -> Iterator[str]:
    body = _ROWS.sub("", _MATRIX.sub("M", formula.strip("$")))
    for part in _APART.split(body):
        sides = _RELATION.split(part.replace("\\\\", " "))
        for before, after in pairwise(range(0, len(sides), 2)):
            left, sign, right = sides[before], sides[before + 1], sides[after]
            try:
                values = value(tokens(left)), value(tokens(right))
            except (ArithmeticError, ValueError):
                continue
            if not _holds(left, sign, right, *values):
                said = " ".join(f"{left} {sign} {right}".replace("&", "").split())
                yield f"{said}, and it is {values[0]:.10g}"


def _holds(left: str, sign: str, right: str, a: float, b: float) -> bool:
    slack = EQUAL * max(abs(a), abs(b))
    for side in (left, right):
        one = _ONE.fullmatch("".join(tokens(side)))
        if one and (one["places"] or sign == "\\approx"):
            slack += _half(one["places"] or "")
        elif sign == "\\approx":
            slack += _blur(side)
    if sign in ("\\ne", "\\neq"):
        return a != b
    if order := _ORDERS.get(_NAMES.get(sign, sign)):
        return order(a, b) or (sign in _NAMES and abs(a - b) <= slack)
    return abs(a - b) <= slack


def _half(places: str) -> float:
    """Half a unit in the last place."""
    return 0.5 * 10.0 ** -len(places)


def _blur(tex: str) -> float:
    """So much may a side be off because its decimals are rounded."""
    parts = tokens(tex)
    blur = 0.0
    for n, it in enumerate(parts):
        if "." in it:
            up = str(float(it.replace("\\,", "")) + _half(it.partition(".")[2]))
            blur += abs(value([*parts[:n], up, *parts[n + 1 :]]) - value(parts))
    return blur
