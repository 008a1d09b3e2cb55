"""Everything that one run of a program produced: frozen data, to and from JSON."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

Scalar = int | float | bool | str
Value = Scalar | tuple[Scalar, ...]


@dataclass(frozen=True)
class Text:
    """What a cell printed."""

    text: str


@dataclass(frozen=True)
class Figure:
    """What a cell drew."""

    svg: str
    data: tuple[str, ...] = ()
    """What it plots, as lines for a diff."""


@dataclass(frozen=True)
class Raised:
    """The exception that a cell ended in, as it was to."""

    text: str
    """`Type: message`."""


Output = Text | Figure | Raised
_NAMES = {Text: "text", Figure: "figure", Raised: "raised"}


@dataclass(frozen=True)
class Failure:
    """Why a program did not come to its end."""

    fact: str
    line: int = 0
    """The line of the program, where it is known."""
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """One run of one program."""

    outputs: Mapping[str, tuple[Output, ...]] = field(default_factory=dict)
    """By name of the cell, in the order of the run; cells without output are absent."""
    values: Mapping[str, Value] = field(default_factory=dict)
    """The scalars that the program left at top level."""
    data: Mapping[str, object] = field(default_factory=dict)
    """What the data cells left for interactive figures, JSON-able."""
    claims: tuple[str, ...] = ()
    """The claims that held."""
    false: tuple[str, ...] = ()
    """The claims that did not, where the run goes on after such a one."""
    failure: Failure | None = None
    seconds: float = 0.0
    """Wall time of the program's own work."""
    processor: float = 0.0
    """Processor time of it, and of the processes that it waited for, in seconds."""
    memory: int = 0
    """Peak memory in bytes, beyond what it began with."""

    def to_json(self) -> str:
        """Write as JSON."""
        return json.dumps(self.plain())

    def plain(self) -> dict[str, Any]:
        """Write as plain data, each output tagged with its kind."""
        tagged = {
            cell: [{"kind": _NAMES[type(it)], **asdict(it)} for it in outputs]
            for cell, outputs in self.outputs.items()
        }
        return {**asdict(self), "outputs": tagged}

    @classmethod
    def from_json(cls, text: str) -> "Result":
        """Read what `to_json` wrote.

        Raises:
            ValueError, TypeError, KeyError: The text is no result.
        """
        raw = json.loads(text)
        failure = raw.pop("failure")
        return cls(
            outputs={
                cell: tuple(map(_output, outputs))
                for cell, outputs in raw.pop("outputs").items()
            },
            values={
                name: tuple(value) if isinstance(value, list) else value
                for name, value in raw.pop("values").items()
            },
            claims=tuple(raw.pop("claims")),
            false=tuple(raw.pop("false")),
            failure=failure
            and Failure(failure["fact"], failure["line"], tuple(failure["details"])),
            **raw,
        )


def _output(raw: dict[str, Any]) -> Output:
    """Read an output that was tagged with its kind."""
    match raw:
        case {"kind": "figure", "svg": str(svg), "data": list(data)}:
            return Figure(svg, tuple(data))
        case {"kind": "text" | "raised" as kind, "text": str(text)}:
            return Text(text) if kind == "text" else Raised(text)
    raise KeyError(raw["kind"])
