"""What is drawn on an axes or a figure, from back to front: a line for each artist.

Each kind of artist has a function in the table of `described`, in a module for it.
"""

from collections.abc import Iterable, Iterator
from functools import singledispatch
from itertools import groupby
from typing import Any

from matplotlib.artist import Artist
from matplotlib.transforms import Transform

from galley.child.plot_places import cut

_OWN = ("matplotlib.", "mpl_toolkits.")


class UnknownArtistError(Exception):
    """An artist that nobody can say anything about: its data would be missing."""


@singledispatch
def described(artist: Artist, home: Transform) -> Iterator[str]:
    """Say what an artist shows, as lines.

    Args:
        artist: The artist.
        home: The coordinates that need not be named.

    Raises:
        UnknownArtistError: Its kind is in no table.
    """
    raise UnknownArtistError(_name(artist))


@singledispatch
def alike(artist: Artist, home: Transform) -> Any:
    """Give what neighbours have in common that are described together."""
    return id(artist)


@singledispatch
def together(artist: Artist, others: list[Artist], home: Transform) -> Iterator[str]:
    """Describe an artist and those after it that are alike."""
    yield from described(artist, home)


def drawn(artists: Iterable[Artist], home: Transform) -> Iterator[str]:
    """Describe artists in the order in which one covers the other."""
    ordered = sorted(artists, key=lambda it: it.get_zorder())
    groups = groupby(ordered, key=lambda it: (alike(known(it), home), cut(it, home)))
    for (_, part), run in groups:
        first, *others = run
        for line in together(first, others, home):
            yield f"{line} {part}".rstrip()


def seen(artist: Artist) -> str:
    """Say so if an artist is there and cannot be seen, or only a part of it."""
    alpha = artist.get_alpha()
    if not artist.get_visible() or (alpha is not None and _none(alpha)):
        return "invisible"
    return ""


def label(artist: Artist) -> str:
    """Give the label of an artist, as it is written into a legend."""
    text = artist.get_label()
    return repr(text) if text and not str(text).startswith("_") else ""


def _none(alpha: Any) -> bool:
    try:
        return float(alpha) == 0
    except TypeError:  # one for each element, which is data
        return False


def known(artist: Artist) -> Artist:
    """Refuse what draws in a way of its own, whatever its base class holds."""
    drawer = next(kind for kind in type(artist).__mro__ if "draw" in vars(kind))
    if not drawer.__module__.startswith(_OWN):
        raise UnknownArtistError(_name(artist))
    return artist


def _name(artist: Artist) -> str:
    kind = type(artist)
    return f"{kind.__module__}.{kind.__qualname__}"
