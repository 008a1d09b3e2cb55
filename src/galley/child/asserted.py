"""Did a claim assert anything? Its asserts are counted while it runs.

What an assert tests goes through a `Ledger`, which counts it and looks at it, and so
does what `all`, helpers like `assert_close` and comparisons under a `not` are given:
`galley.child.instrument` has put the calls there.
"""

import builtins
import sys
import sysconfig
import types
from collections.abc import Iterable, Iterator, Sized
from typing import Any

from galley.child.instrument import NAME, Site
from galley.child.result import Failure
from galley.child.script import Cell

_INSTALLED = tuple(sysconfig.get_path(it) for it in ("stdlib", "purelib", "platlib"))
_ALWAYS_TRUE = (
    types.FunctionType,
    types.BuiltinFunctionType,
    types.MethodType,
    types.ModuleType,
    type,
    Iterator,
)
"""What is true whatever it is about: nobody has called or asked it."""


class Ledger:
    """What the asserts of the cell that runs have tested."""

    def __init__(self, go_on: bool = False) -> None:
        """Begin with nothing.

        Args:
            go_on: Keep what is false, and go on: every claim is then heard.
        """
        self.go_on = go_on
        setattr(builtins, NAME, self)
        self.begin()

    def begin(self) -> None:
        """Forget the cell before."""
        self.false: list[Site] = []
        """The asserts that did not hold."""
        self.reached: dict[Site, bool] = {}
        """The asserts that there are, and whether they have been reached."""
        self._sizes: dict[Site, int] = {}
        self._helped = False
        self._wrong: list[tuple[Site, str]] = []

    def unheard(self, cell: Cell) -> Failure | None:
        """Say why a claim that has come to its end has asserted nothing, or not all."""
        name = f"the claim `{cell.name}`"
        if self.false and not self.go_on:
            details = ("its AssertionError was caught, and the claim went on",)
            return Failure(f"{name} is false", self.false[0][0], details)
        if not any(self.reached.values()) and not self._helped:
            why = "none of its asserts was reached" if self.reached else "it has none"
            return Failure(f"{name} asserts nothing: {why}", cell.line)
        for (line, _), why in self._wrong:
            return Failure(f"{name} asserts nothing: {why}", line)
        for (line, _), size in self._sizes.items():
            if not size:
                why = "what it says of all is said of none"
                return Failure(f"{name} asserts nothing: {why}", line)
        for (line, _), reached in self.reached.items():
            if not reached:
                return Failure(f"an assert of {name} was never reached", line)
        return None

    def tested(self, site: Site, claim: bool, value: object) -> bool:
        """Count an assert, and give the truth of what it tests."""
        if not claim:
            self._helped = True
            return bool(value)
        self.reached[site] = True
        if isinstance(value, _ALWAYS_TRUE) and not hasattr(type(value), "__bool__"):
            kind = "class" if isinstance(value, type) else type(value).__name__
            kind = str(kind).replace("_", " ")
            self._wrong.append((site, f"a {kind} is always true"))
        if not (held := bool(value)):
            self.false.append(site)
        return held or self.go_on

    def helper(self, _: Site, function: Any) -> Any:
        """Count a helper of a library that asserts, and give it back."""
        module = sys.modules.get(str(getattr(function, "__module__", "")))
        if str(getattr(module, "__file__", "")).startswith(_INSTALLED):
            self._helped = True
        return function

    def elements(self, site: Site, value: Any) -> Any:
        """Count what something is said about, and give it back."""
        if isinstance(value, Iterator):
            return self._counted(site, value)
        size = _size(value)
        if size is not None:
            self._sizes[site] = self._sizes.get(site, 0) + size
        return value

    def _counted(self, site: Site, values: Iterable[object]) -> Iterator[object]:
        self._sizes.setdefault(site, 0)
        for value in values:
            self._sizes[site] += 1
            yield value

    def number(self, site: Site, value: Any) -> Any:
        """Look for NaN in what is compared under a `not`, and give it back."""
        if _has_nan(value):
            self._wrong.append((site, "it says of NaN what NaN is not"))
        return value


def _size(value: Any) -> int | None:
    if _is_tensor(value):
        return int(value.nelement())
    size = getattr(value, "size", None)
    if isinstance(size, int) and not isinstance(value, type | types.ModuleType):
        return size
    return len(value) if isinstance(value, Sized) else None


def _is_tensor(value: object) -> bool:
    """Know a tensor by what it can do: its library may not be there."""
    return hasattr(type(value), "nelement")


def _has_nan(value: Any) -> bool:
    if _is_tensor(value):
        return bool(value.isnan().any())
    if getattr(getattr(value, "dtype", None), "kind", "") == "f":  # NumPy's
        return bool((value != value).any())  # only NaN is not itself
    return isinstance(value, float) and value != value
