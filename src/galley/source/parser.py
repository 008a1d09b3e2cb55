"""A page's source, cut into prose and blocks of code. Pure."""

import re
from functools import lru_cache
from typing import Any

import yaml

from galley.child.script import lines
from galley.problems import Place, Problem
from galley.source import directive, inline
from galley.source.page import Block, Page, Prose

_FENCE = re.compile(r"^(?P<indent> *)(?P<fence>`{3,}|~{3,})(?P<info>.*)$")
_UNREAD = re.compile(r"^[ >\t]*[>\t][ >\t]*(?:`{3,}|~{3,})")
_IN_QUOTATION = "it stands in a quotation or after a tab: begin with blanks"
# As MkDocs reads it.
_FRONT = re.compile(
    r"\A-{3}[ \t]*\n(?P<yaml>.*?\n)(?:\.{3}|-{3})[ \t]*(?:\n|\Z)", re.DOTALL
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
        self.problems.append(Problem(Place(self.place, line), fact, details))

    def parse(self, source: str) -> Page:
        meta, first = self._front(source)
        rows = lines(source)
        n, start = first - 1, first - 1
        comment, unread = 0, False
        while n < len(rows):
            fence = None if comment else _FENCE.match(rows[n])
            if fence and not (fence["fence"][0] == "`" and "`" in fence["info"]):
                self._prose(rows[start:n], start + 1)
                start = n = self._block(rows, n, fence)
                continue
            if not comment and _UNREAD.match(rows[n]):
                unread = not unread
                if unread:
                    fact = "a block of code that nothing reads"
                    self.problem(n + 1, fact, _IN_QUOTATION)
            bare = inline.without_code(rows[n])
            opened, closed = bare.rfind("<!--"), bare.rfind("-->")
            if opened > closed:
                comment = n + 1
            elif closed >= 0:
                comment = 0
            n += 1
        if comment:
            details = "close it with `-->`; in a sentence, write `<!--` as code"
            self.problem(comment, "a comment that is never closed", details)
        self._prose(rows[start:], start + 1)
        return Page(self.path, meta, tuple(self.parts), tuple(self.problems))

    def _front(self, source: str) -> tuple[dict[str, Any], int]:
        """Read the front matter; return it and the number of the line after it."""
        match = _FRONT.match(source)
        if not match:
            return {}, 1
        if inline.ROLE.search(match["yaml"]):
            fact = "no values and no claims in the front matter"
            self.problem(1, fact, "a title stands where no run reaches: in navigation")
        try:
            meta = yaml.safe_load(match["yaml"]) or {}
            if not isinstance(meta, dict):
                raise yaml.YAMLError("not a mapping")
        except yaml.YAMLError as error:
            self.problem(1, "malformed front matter", *lines(str(error)))
            meta = {}
        return meta, match[0].count("\n") + 1

    def _block(self, rows: list[str], n: int, fence: "re.Match[str]") -> int:
        """Read the block that opens on line index `n`; return the index after it."""
        indent, mark = fence["indent"], fence["fence"]
        end = n + 1
        while end < len(rows):
            text = rows[end].strip()
            if text.startswith(mark) and not text.strip(mark[0]):
                break
            end += 1
        else:
            self.problem(n + 1, "a block of code that is never closed")
        body = "\n".join(line.removeprefix(indent) for line in rows[n + 1 : end])
        if block := directive.read(n + 1, indent, fence["info"], body, self.problem):
            self.parts.append(block)
        return end + 1

    def _prose(self, rows: list[str], line: int) -> None:
        if rows:
            text = "\n".join(rows) + "\n"
            self.parts.append(inline.read(text, line, self.path, self.problem))
