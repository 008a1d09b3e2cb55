"""Which modules a text may import, as far as it names them. Pure."""

import re
from collections.abc import Iterator

_IMPORT = re.compile(
    r"(?:^|[;:])[ \t]*(?:from[ \t]+(?P<base>\.*[\w.]*)[ \t]+import[ \t]*"
    r"(?P<names>\([^)]*\)|[^\n;]+)|import[ \t]+(?P<modules>[^\n;]+))",
    re.MULTILINE,
)
_QUOTED = re.compile(r"""["']([A-Za-z_]\w*(?:\.\w+)*)["']""")
_DECLARED = re.compile(r"^# reads:[ \t]+(?P<paths>\S.*)$", re.MULTILINE)


def imported(source: str, package: str = "") -> Iterator[str]:
    """Name the modules, and perhaps the names in them, that statements import.

    Args:
        source: The text of a module.
        package: The package that it is in, for what it imports from beside it.
    """
    for it in _IMPORT.finditer(source):
        if it["modules"]:
            yield from (part.split()[0] for part in it["modules"].split(",") if part)
            continue
        base = it["base"].lstrip(".")
        if dots := len(it["base"]) - len(base):
            above = package.split(".")
            parts = [*above[: len(above) - dots + 1], *filter(None, [base])]
            base = ".".join(parts)
        yield base
        names = re.sub(r"#[^\n]*", "", it["names"]).strip("() \t")
        for name in names.split(","):
            if name.split():
                yield f"{base}.{name.split()[0]}"


def quoted(source: str) -> set[str]:
    """List the strings of a text that could be the name of a module."""
    return set(_QUOTED.findall(source))


def declared(source: str) -> list[str]:
    """List the paths in the lines `# reads: …` of a program."""
    return [path for it in _DECLARED.finditer(source) for path in it["paths"].split()]
