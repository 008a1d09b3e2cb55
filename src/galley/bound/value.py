"""A recorded value as a sentence says it. Pure."""

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
