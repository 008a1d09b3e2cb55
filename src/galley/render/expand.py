"""Page + results → Markdown, in three flavours. Pure.

- *site*: for MkDocs; figures are left as tokens, since Markdown cannot carry SVG;
- *portable*: for any reader of Markdown, with figures as files beside it;
- *test*: for pytest-codeblocks, each program whole with everything it prints.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from galley.accepted import text as accepted
from galley.child.result import Output, Result
from galley.child.script import Cell
from galley.render import markdown
from galley.source.book import Book
from galley.source.page import Block, ClaimRef, Page, Prose, Quote, Run, ValueRef
from galley.source.program import Program

_NUMBER = re.compile(r"^-\d")


@dataclass(frozen=True)
class Figure:
    """A figure of an expanded page, waiting to be put in the place of its token."""

    name: str
    """Unique on its page: `walk-picture-1`."""
    svg: str
    alt: str
    replay: object = None
    """The data of an interactive figure."""


@dataclass
class Expansion:
    """An expanded page."""

    text: str
    figures: dict[str, Figure] = field(default_factory=dict)
    """By token (site flavour) or by file name (portable flavour)."""


def site(page: Page, book: Book, results: Mapping[str, Result]) -> Expansion:
    """Expand for MkDocs."""
    expansion = Expansion("")

    def run(block: Run, program: Program, cell: Cell, result: Result) -> str:
        return _site_run(block, program, cell, result, expansion.figures)

    def value(reference: ValueRef, text: str) -> str:
        if reference.in_formula:
            return text
        text = text.replace("-", "−", 1) if _NUMBER.match(text) else text
        title = f"{reference.name} of {reference.program}"
        return f'<span class="value" title="{title}">{markdown.literal(text)}</span>'

    def claim(reference: ClaimRef) -> str:
        title = f"{reference.program} asserts it: {reference.name}"
        # The space keeps the tick on the line of its sentence.
        return (
            f'&nbsp;<span class="claim" role="img" aria-label="checked by a run" '
            f'title="{title}">✓</span>'
        )

    def code(block: Block, text: str) -> str:
        title = f' title="{block.options["title"]}"' if "title" in block.options else ""
        marked = block.options.get("hl", "")
        lines = _line_numbers(text, marked.split(" | ") if marked else [])
        return markdown.fence(text, block.language + title + lines)

    expansion.text = "".join(_expand(page, book, results, run, value, claim, code))
    return expansion


def portable(page: Page, book: Book, results: Mapping[str, Result]) -> Expansion:
    """Expand for any reader of Markdown."""
    expansion = Expansion("")

    def run(block: Run, program: Program, cell: Cell, result: Result) -> str:
        parts = (
            []
            if block.options.get("source") == "none"
            else [markdown.fence(cell.source, "python")]
        )
        for output, name, alt in _outputs(block, program, cell, result):
            if output.kind == "figure":
                expansion.figures[f"{name}.svg"] = Figure(name, output.text, alt)
                parts.append(f"![{alt}]({name}.svg)")
            else:
                parts.append(markdown.fence(markdown.printable(output.text), "text"))
        return "\n\n".join(parts)

    text = "".join(
        _expand(
            page, book, results, run,
            value=lambda it, text: text if it.in_formula else markdown.literal(text),
            claim=lambda _: "",
            code=lambda block, text: markdown.fence(text, block.language),
        )
    )  # fmt: skip
    expansion.text = markdown.without_admonitions(text).lstrip("\n")
    return expansion


def test(page: Page, book: Book, accepted_texts: Mapping[str, str]) -> str:
    """Write each program that a page shows, whole, with all it is accepted to print.

    Args:
        page: The page.
        book: Its book.
        accepted_texts: By program, what stands in its `.out`.
    """
    lines = [f"# {book.project.docs}/{page.path}", ""]
    for path in dict.fromkeys(run.program for run in page.runs):
        program = book.programs[path]
        printed = accepted.printed(accepted_texts.get(path, "")).removesuffix("\n")
        lines += [f"<!-- {book.program_place(path)} -->", ""]
        lines += [markdown.fence(program.source.rstrip("\n"), "python"), ""]
        if printed:
            lines += ["<!--pytest-codeblocks:expected-output-->", ""]
            lines += [markdown.fence(printed, "text"), ""]
    return "\n".join(lines)


def _expand(
    page: Page,
    book: Book,
    results: Mapping[str, Result],
    run: Callable[[Run, Program, Cell, Result], str],
    value: Callable[[ValueRef, str], str],
    claim: Callable[[ClaimRef], str],
    code: Callable[[Block, str], str],
) -> Iterator[str]:
    """Walk a page and replace what refers to runs; the callbacks are the flavour.

    What cannot be replaced is an error of the book. Where a page is shown all the same,
    while it is served to its author, the place says so.
    """
    for part in page.parts:
        if isinstance(part, Prose):
            for it, following in zip(part.parts, (*part.parts[1:], ""), strict=True):
                if isinstance(it, ValueRef):
                    yield _value(it, results, value)
                elif isinstance(it, ClaimRef):
                    yield claim(it)
                else:  # a mark belongs to its sentence, whatever stands between
                    yield it.rstrip(" ") if isinstance(following, ClaimRef) else it
            continue
        if isinstance(part, Run):
            program, result = book.programs.get(part.program), results.get(part.program)
            cell = program.cell(part.cell) if program else None
            if program and cell and result:
                text = run(part, program, cell, result)
            else:
                text = f"**{part.program}:{part.cell} has no result**"
        elif isinstance(part, Quote):
            quoted = book.quoted(part)
            text = code(part, quoted[0]) if quoted else f"**nothing at {part.path}**"
        else:
            text = code(part, part.body)
        # Blank lines, since authors may leave them out around a fence.
        yield f"\n{markdown.indented(text, part.indent)}\n\n"


def _value(
    reference: ValueRef,
    results: Mapping[str, Result],
    value: Callable[[ValueRef, str], str],
) -> str:
    result = results.get(reference.program)
    try:
        text = accepted.format_value(result.values if result else {}, reference)
    except (KeyError, ValueError):
        return f"**no value {markdown.literal(reference.reference)}**"
    return value(reference, text)


def _site_run(
    block: Run, program: Program, cell: Cell, result: Result, figures: dict[str, Figure]
) -> str:
    title = f' title="{block.options["title"]}"' if "title" in block.options else ""
    lines = _line_numbers(cell.source, block.highlights)
    source = markdown.fence(cell.source, f"python{title}{lines}")
    shown: list[str] = []
    for output, name, alt in _outputs(block, program, cell, result):
        if output.kind == "figure":
            token = f"galleyfigure{name.replace('-', 'x')}e"
            data = result.data.get(block.options.get("replay", ""))
            figures[token] = Figure(name, output.text, alt, data)
            shown.append(token)
        else:
            raised = " .error" if output.kind == "raised" else ""
            info = f" {{ .text .output .no-copy{raised} }}"
            shown.append(markdown.fence(markdown.printable(output.text), info))
    where = block.options.get("source", "above")
    if where == "folded":
        source = markdown.fold("code", f"Show the program: {cell.name}", source)
    outputs = "\n\n".join(shown)
    if outputs and block.options.get("output") == "folded":
        outputs = markdown.fold("output", "Show what it prints", outputs)
    parts = [part for part in ("" if where == "none" else source, outputs) if part]
    return "\n\n".join(["/// html | div.run", *parts, "///"])


def _outputs(
    block: Run, program: Program, cell: Cell, result: Result
) -> Iterator[tuple[Output, str, str]]:
    """Yield the outputs of a cell, each with its name and its alternative text."""
    count = 0
    for output in result.outputs.get(cell.name, ()):
        alt = ""
        if output.kind == "figure":
            alt = block.alts[count] if count < len(block.alts) else ""
            count += 1
        stem = program.path.replace("/", "-").removesuffix(".py").replace("_", "-")
        yield output, f"{stem}-{cell.name}-{count}", alt


def _line_numbers(text: str, marked: list[str]) -> str:
    rows = text.split("\n")
    hits = [n for n, row in enumerate(rows, start=1) if any(it in row for it in marked)]
    return f' hl_lines="{" ".join(map(str, hits))}"' if hits else ""
