"""What a program leaves: values for sentences, and data for interactive figures."""

from collections.abc import Mapping

from galley.child.result import Failure, Scalar, Value
from galley.child.script import Cell

LONGEST_VALUE = 300
"""Characters of a recorded string; longer ones are no value for a sentence."""
LONGEST_INTEGER = 1024
"""Bits of a recorded integer: as large as a float can be."""
LONGEST_TUPLE = 64
"""Elements of a recorded tuple or list."""


def scalars(names: Mapping[str, object]) -> dict[str, Value]:
    """Record the variables that a sentence may use."""
    return {
        name: value
        for name, it in names.items()
        if not name.startswith("_") and (value := _value(it)) is not None
    }


def frames(cell: Cell, names: Mapping[str, object]) -> tuple[object, Failure | None]:
    """Record what a data cell has left in the variable of its name."""
    name = cell.name.replace("-", "_")
    if name not in names:
        fact = f"the data cell `{cell.name}` defines no variable `{name}`"
        return None, Failure(fact, cell.line)
    try:
        return _jsonable(names[name]), None
    except Exception as error:  # whatever an object of the program's own raises
        fact = f"the data `{cell.name}` cannot be recorded"
        return None, Failure(fact, cell.line, (f"{type(error).__name__}: {error}",))


def _value(it: object) -> Value | None:
    """Turn what may stand in a sentence into plain Python; None for all else."""
    if isinstance(it, list | tuple):
        if len(it) > LONGEST_TUPLE:
            return None
        scalars = [_scalar(element) for element in it]
        known = [scalar for scalar in scalars if scalar is not None]
        return tuple(known) if len(known) == len(it) else None
    return _scalar(it)


def _scalar(it: object) -> Scalar | None:
    try:
        if getattr(it, "shape", None) == () and hasattr(it, "item"):
            it = it.item()
    except Exception:  # a tensor without data, or an object of the program's own
        return None
    if isinstance(it, int) and it.bit_length() > LONGEST_INTEGER:
        return None
    if isinstance(it, str):
        return it if len(it) <= LONGEST_VALUE else None
    return it if isinstance(it, bool | int | float) else None


def _jsonable(it: object) -> object:
    """Turn tensors and arrays inside nested data into lists; no infinities or NaN."""
    if hasattr(it, "tolist"):
        it = it.tolist()
    if isinstance(it, dict):
        return {str(key): _jsonable(value) for key, value in it.items()}
    if isinstance(it, list | tuple | range):
        return [_jsonable(element) for element in it]
    if isinstance(it, float):
        return it if abs(it) < float("inf") else None
    if isinstance(it, int) and it.bit_length() > LONGEST_INTEGER:
        raise ValueError(f"an integer of {it.bit_length()} bits")
    return it if isinstance(it, str | int | bool | None) else str(it)
