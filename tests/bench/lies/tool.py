"""What the bench has to know of a tool."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.bench.lies.document import Document
from tests.bench.lies.render import Rendered


@dataclass(frozen=True)
class Tool:
    """How a tool wants the document, how it is run, and what it then publishes."""

    name: str
    render: Callable[[Document], Rendered]
    """Writes the document in the tool's natural form."""
    command: str
    """What its documentation says for a check, or for a build that is to fail."""
    published: tuple[str, ...]
    """What a reader gets to see, as patterns of paths."""
    accept: str = ""
    """What makes files of its own that are kept in git with the true document."""
    limit: float = 0
    """Seconds that a block may take, where the tool has a limit."""
    lowered: str = ""
    """The command with ten seconds or less, where the limit is above a minute."""
    ours: bool = False
    """Whether it is this project's, and runs with this project's packages."""
    settings: str = ""
    """Where its document needs settings that are not the tool's own, which."""
    distribution: str = ""
    """The package whose version counts, where it has another name."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """By lie: the documented option that sees it, or the meaning of the choice."""

    @property
    def package(self) -> str:
        """The package whose version counts."""
        return self.distribution or self.name
