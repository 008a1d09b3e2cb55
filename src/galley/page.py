"""A page: Markdown source, cut into prose and blocks of code. Pure."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

import yaml

from galley.errors import Problem, suggest


@dataclass(frozen=True)
class ValueRef:
    """A recorded value in a sentence: `{python} walk.x_last:.6f`."""

    program: str
    """`x/walk.py`."""
    name: str
    index: int | None
    spec: str
    """Python format specification; may be empty."""
    line: int
    in_formula: bool

    @property
    def reference(self) -> str:
        """How the value and its format are written: `x_last:.6f`."""
        index = "" if self.index is None else f"[{self.index}]"
        return f"{self.name}{index}" + (f":{self.spec}" if self.spec else "")


@dataclass(frozen=True)
class ClaimRef:
    """A mark that the sentence before it is asserted: `{claim} walk.falls`."""

    program: str
    name: str
    line: int


@dataclass(frozen=True)
class Prose:
    """Text between blocks, with the references inside it."""

    parts: tuple[str | ValueRef | ClaimRef, ...]
    line: int


@dataclass(frozen=True)
class Block:
    """A fenced block; what it does is its class."""

    line: int
    indent: str
    language: str
    options: dict[str, str] = field(hash=False)
    body: str
    """The lines between the fences, without the indent."""


@dataclass(frozen=True)
class Run(Block):
    """Embeds a cell of a program, and what it produced."""

    program: str
    cell: str

    @property
    def alts(self) -> list[str]:
        """The alternative texts of the cell's figures."""
        text = self.options.get("alt", "")
        return [alt.strip() for alt in text.split(" | ")] if text else []

    @property
    def highlights(self) -> list[str]:
        """The texts whose lines are to be highlighted."""
        text = self.options.get("hl", "")
        return text.split(" | ") if text else []


@dataclass(frozen=True)
class Quote(Block):
    """Quotes a symbol of a package, or a part of a file, that is not executed here."""

    path: str
    symbol: str


@dataclass(frozen=True)
class Shown(Block):
    """Shows code that nothing executes, for a stated reason."""

    reason: str


@dataclass(frozen=True)
class Page:
    """One source file of the book."""

    path: str
    """Relative to the folder of the pages."""
    meta: dict[str, Any] = field(hash=False)
    """The front matter."""
    parts: tuple[Prose | Block, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def stem(self) -> str:
        """The name that a chapter shares with the folder of its programs."""
        return PurePosixPath(self.path).stem

    @property
    def runs(self) -> list[Run]:
        """The embedded cells, in order."""
        return [part for part in self.parts if isinstance(part, Run)]

    @property
    def values(self) -> list[ValueRef]:
        """The values in the page's sentences, in order."""
        return [it for it in self._parts() if isinstance(it, ValueRef)]

    @property
    def claims(self) -> list[ClaimRef]:
        """The claims of the page's sentences, in order."""
        return [it for it in self._parts() if isinstance(it, ClaimRef)]

    @property
    def references(self) -> list[ValueRef | ClaimRef]:
        """The values and claims of the page's sentences."""
        return [it for it in self._parts() if not isinstance(it, str)]

    def _parts(self) -> list[str | ValueRef | ClaimRef]:
        prose = [part for part in self.parts if isinstance(part, Prose)]
        return [it for part in prose for it in part.parts]


OPTIONS = {
    "run": ("exec", "alt", "source", "output", "hl", "title", "again", "replay"),
    "quote": ("title", "hl"),
    "shown": ("shown", "title"),
}
CHOICES = {
    "exec": ("on",),
    "source": ("above", "folded", "none"),
    "output": ("shown", "folded"),
    "again": ("on",),
}

_FENCE = re.compile(r"^(?P<indent> *)(?P<fence>`{3,}|~{3,})(?P<info>.*)$")
_INFO = re.compile(r'^ ?(?P<language>[\w+-]+)(?P<options>(?: +[\w-]+="[^"]*")*) *$')
_OPTION = re.compile(r'([\w-]+)="([^"]*)"')
_SNIPPET = re.compile(r'^--8<-- "(?P<path>[^":]+)(?::(?P<name>[^"]*))?"$')
_FRONT = re.compile(r"\A---\n(?P<yaml>.*?\n)---\n", re.DOTALL)
_SPAN = re.compile(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_ROLE = re.compile(r"^\{(?P<role>\w+)\}\s+(?P<reference>.*)$", re.DOTALL)
_VALUE = re.compile(
    r"^(?:(?P<chapter>[\w-]+)/)?(?P<program>\w+)\.(?P<name>[A-Za-z]\w*)"
    r"(?:\[(?P<index>-?\d+)\])?(?::(?P<spec>[^`]*))?$"
)
_CLAIM = re.compile(
    r"^(?:(?P<chapter>[\w-]+)/)?(?P<program>\w+)\.(?P<name>[a-z0-9-]+)$"
)


@lru_cache(4096)  # a server reads the book again after each change
def parse(source: str, path: str, place: str) -> Page:
    """Cut a page into prose and blocks.

    Args:
        source: The whole file.
        path: Relative to the folder of the pages, as `Page.path`.
        place: Its name in messages, `docs/x.md`.
    """
    return _Parser(path, place).parse(source)


class _Parser:
    def __init__(self, path: str, place: str) -> None:
        self.path = path
        self.place = place
        self.problems: list[Problem] = []
        self.parts: list[Prose | Block] = []

    def problem(self, line: int, fact: str, *details: str) -> None:
        self.problems.append(Problem(f"{self.place}:{line}", fact, details))

    def parse(self, source: str) -> Page:
        meta, first = self._front(source)
        lines = source.splitlines()
        n, start = first - 1, first - 1
        comment = False
        while n < len(lines):
            fence = None if comment else _FENCE.match(lines[n])
            if fence and not (fence["fence"][0] == "`" and "`" in fence["info"]):
                self._prose(lines[start:n], start + 1)
                start = n = self._block(lines, n, fence)
                continue
            opened, closed = lines[n].rfind("<!--"), lines[n].rfind("-->")
            comment = opened > closed or (comment and closed < 0)
            n += 1
        self._prose(lines[start:], start + 1)
        return Page(self.path, meta, tuple(self.parts), tuple(self.problems))

    def _front(self, source: str) -> tuple[dict[str, Any], int]:
        """Read the front matter; return it and the number of the line after it."""
        match = _FRONT.match(source)
        if not match:
            return {}, 1
        try:
            meta = yaml.safe_load(match["yaml"]) or {}
            if not isinstance(meta, dict):
                raise yaml.YAMLError("not a mapping")
        except yaml.YAMLError as error:
            self.problem(1, "malformed front matter", *str(error).splitlines())
            meta = {}
        return meta, match[0].count("\n") + 1

    def _block(self, lines: list[str], n: int, fence: "re.Match[str]") -> int:
        """Read the block that opens on line index `n`; return the index after it."""
        indent, mark = fence["indent"], fence["fence"]
        end = n + 1
        while end < len(lines):
            text = lines[end].strip()
            if text.startswith(mark) and not text.strip(mark[0]):
                break
            end += 1
        else:
            self.problem(n + 1, "a block of code that is never closed")
        body = "\n".join(line.removeprefix(indent) for line in lines[n + 1 : end])
        if block := self._classify(n + 1, indent, fence["info"], body):
            self.parts.append(block)
        return end + 1

    def _classify(self, line: int, indent: str, info: str, body: str) -> Block | None:
        match = _INFO.match(info)
        if not match:
            self.problem(
                line,
                f"malformed directive: cannot read `{info.strip()}`",
                'write a language, then options as `name="value"`',
            )
            return None
        options = dict(_OPTION.findall(match["options"]))
        base = (line, indent, match["language"], options, body)
        snippet = _SNIPPET.match(body.strip())
        kind = "run" if "exec" in options else "quote" if snippet else "shown"
        self._check_options(line, kind, options)
        if kind == "shown":
            if "--8<--" in body and "shown" not in options:
                fact = "malformed directive: the body is not one snippet line"
                self.problem(line, fact, 'write `--8<-- "folder/file.py:name"` alone')
            elif not options.get("shown"):
                self.problem(
                    line,
                    f"a `{match['language']}` block of no class",
                    'execute a cell (`exec="on"` and a snippet line), quote a symbol '
                    "(a snippet line),",
                    'or say why nothing executes it: `shown="the reason"`',
                )
            return Shown(*base, options.get("shown", ""))
        if not snippet:
            fact = "malformed directive: the body is not one snippet line"
            self.problem(line, fact, 'write `--8<-- "folder/program.py:cell"` alone')
            return None
        path, name = snippet["path"], snippet["name"] or ""
        if PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
            self.problem(line, f"`{path}` reaches outside the book's folders")
            return None
        return Run(*base, path, name) if kind == "run" else Quote(*base, path, name)

    def _check_options(self, line: int, kind: str, options: dict[str, str]) -> None:
        known = OPTIONS[kind]
        for name, value in options.items():
            if name not in known:
                fact = f"malformed directive: no option `{name}` here"
                self.problem(line, fact, *suggest(name, known, "options"))
            elif name in CHOICES and value not in CHOICES[name]:
                fact = f'malformed directive: {name}="{value}"'
                self.problem(line, fact, f"values: {', '.join(CHOICES[name])}")

    def _prose(self, lines: list[str], line: int) -> None:
        if not lines:
            return
        text = "\n".join(lines) + "\n"
        parts: list[str | ValueRef | ClaimRef] = []
        done = 0
        for span in _SPAN.finditer(text):
            role = _ROLE.match(span[2]) if len(span[1]) == 1 else None
            if not role:
                continue
            here = line + text.count("\n", 0, span.start())
            before = text[: span.start()]
            reference = self._reference(here, role, before)
            if reference:
                parts += [text[done : span.start()], reference]
                done = span.end()
        parts.append(text[done:])
        self._dollars(text, line)
        self.parts.append(Prose(tuple(part for part in parts if part), line))

    def _dollars(self, text: str, line: int) -> None:
        """Find dollars without a partner: their formulas would be printed as TeX."""
        for paragraph in re.finditer(r"(?:.*\S.*\n)+", text):
            if _in_formula(paragraph[0]):
                where = line + text.count("\n", 0, paragraph.start())
                self.problem(
                    where,
                    "a dollar without its partner in this paragraph",
                    r"a formula has one at each end; for the sign itself write `\$`",
                )

    def _reference(
        self, line: int, role: "re.Match[str]", before: str
    ) -> ValueRef | ClaimRef | None:
        name, text = role["role"], role["reference"].strip()
        if name not in ("python", "claim"):
            fact = f"malformed inline reference `{{{name}}} {text}`"
            self.problem(line, fact, *suggest(name, ("python", "claim"), "roles"))
            return None
        match = (_VALUE if name == "python" else _CLAIM).match(text)
        if not match:
            example = "walk.x_last:.6f" if name == "python" else "walk.falls-every-step"
            fact = f"malformed inline reference `{{{name}}} {text}`"
            self.problem(line, fact, f"write it like `{{{name}}} {example}`")
            return None
        chapter = match["chapter"] or PurePosixPath(self.path).stem
        program = f"{chapter}/{match['program']}.py"
        if name == "claim":
            return ClaimRef(program, match["name"], line)
        index = None if match["index"] is None else int(match["index"])
        return ValueRef(
            program,
            match["name"],
            index,
            match["spec"] or "",
            line,
            _in_formula(before),
        )


def _in_formula(before: str) -> bool:
    """Tell whether an odd number of dollar delimiters stands before this place."""
    paragraph = _SPAN.sub("", before.rsplit("\n\n", 1)[-1]).replace(r"\$", "")
    displays = paragraph.count("$$")
    inline = paragraph.replace("$$", "").count("$")
    return displays % 2 == 1 or inline % 2 == 1
