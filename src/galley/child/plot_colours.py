"""Colours as words: those of the palette by name, others by number, shades by map."""

from collections.abc import Iterable
from typing import Any

import matplotlib
import numpy as np
from matplotlib.cm import ColormapRegistry
from matplotlib.colorizer import ColorizingArtist
from matplotlib.colors import Colormap, Normalize, to_hex, to_rgba, to_rgba_array

from galley.child.digits import digest, hashed, point, short
from galley.child.palette import CYCLE, PALETTE
from galley.child.plot_words import numbers, said

_NAMES = {colour.light: name for name, colour in PALETTE.items()}
_NAMES |= {PALETTE[name].light: name.upper() for name in CYCLE} | {"#808080": "grey"}
_KNOWN: ColormapRegistry = matplotlib.colormaps
_SAMPLES = 5


def named(colour: Any) -> str:
    """Name a colour; how transparent it is does not count, but that it is not seen."""
    if not to_rgba(colour)[3]:
        return "none"
    code = to_hex(colour)
    return _NAMES.get(code, code)


def not_ink(colour: Any) -> str:
    """Name a colour, where it is not that of all writing."""
    name = named(colour)
    return "" if name == "ink" else name


def painted(face: Any, edge: Any) -> str:
    """Name the colour of an area, and that of its edge if it has one of its own."""
    inside, around = named(face), named(edge)
    if inside == "none":
        return "invisible" if around == "none" else f"hollow {around}"
    return inside if around in ("none", inside) else f"{inside} edged {around}"


def each(colours: Any) -> list[str]:
    """Name every one of many colours, with its transparency where that differs."""
    several = to_rgba_array(np.reshape(colours, (-1, 4)))
    kinds, which = np.unique(several, axis=0, return_inverse=True)
    seen = kinds[kinds[:, 3] > 0]
    fading = len({*seen[:, 3].tolist()}) > 1
    words = [
        f"{named(it)}/{it[3]:.2g}" if fading and it[3] else named(it) for it in kinds
    ]
    return [words[index] for index in np.ravel(which)]


def sampled(words: Iterable[str]) -> str:
    """Show a few of many words, and a hash of all."""
    every = list(words)
    chosen = np.unique(np.linspace(0, len(every) - 1, _SAMPLES).astype(int))
    some = (every[index] for index in chosen if every)
    return said(f"{len(every)} of", *some, hashed(" ".join(every)))


def shades(artist: ColorizingArtist) -> str:
    """Say which numbers are drawn in which shades."""
    low, high = map(_limit, artist.get_clim())
    return said(_map(artist.get_cmap()), _norm(artist.norm), f"from {low} to {high}")


def _limit(value: Any) -> str:
    if isinstance(value, tuple | list):  # of a norm of several dimensions
        return point(map(float, value))
    return short(float(value)) if value is not None else "nothing"


def _map(shades: Any) -> str:
    """Name a map of colours, and what it holds if it is not the one of that name."""
    if not isinstance(shades, Colormap):  # one of several dimensions
        return said(shades.name, hashed(str(numbers(shades.lut).tolist())))
    if shades.name in _KNOWN and _KNOWN[shades.name] == shades:
        return str(shades.name)
    inside = shades(np.linspace(0, 1, max(shades.N, 2)))
    beyond = [shades.get_under(), shades.get_over(), shades.get_bad()]
    return said(str(shades.name), sampled(map(str, each([*inside, *beyond]))))


def _norm(norm: Any) -> str:
    """Say how numbers are spread over the shades, if not evenly."""
    if type(norm) is Normalize or norm.vmin is None:
        return ""
    name = type(norm).__name__
    if isinstance(norm.vmin, tuple | list):  # of several dimensions
        return name
    inputs = np.linspace(norm.vmin, norm.vmax, 257)
    outputs = numbers(norm(inputs))
    some = [point(it) for it in zip(inputs[::64], outputs[::64], strict=True)]
    return said(name, *some, digest(outputs.tolist()))
