"""Every formula: a command nobody knows, a brace never closed, a dollar lost.

What a formula says is prose: no program knows it, and no change of it is tried here.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from markdown import Markdown
from mkdocs.config import load_config

from galley.bound.book import bind
from galley.html import formulas, katex
from galley.html.katex import Formula, FormulaError
from galley.render.site import site

from .trial import Mutant, Outcome, Sound, Trial

_DOLLAR = re.compile(r"(?<!\\)\$\$?")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)


def formulas_of(sound: Sound) -> Iterator[tuple[Mutant, Formula]]:
    """List every change of every formula, with what becomes of it."""
    config = load_config(str(sound.book.project.root / "mkdocs.yml"))
    bound = bind(sound.book, sound.results)
    for path in sound.book.pages:
        file = f"{sound.book.project.docs}/{path}"
        source = sound.source(path)
        markdown = Markdown(
            extensions=config.markdown_extensions, extension_configs=config.mdx_configs
        )
        html = markdown.convert(site(bound.pages[path]).text)
        for formula in dict.fromkeys(formulas.find(html)):
            at = source.find(formula.tex)
            line = source.count("\n", 0, at) + 1 if at >= 0 else 1
            for what, text in _changes(formula.tex):
                mutant = Mutant("formula", file, line, f"{formula.tex!r} {what}")
                yield mutant, Formula(text, formula.display)


def rendered(
    sound: Sound, wanted: Sequence[tuple[Mutant, Formula]]
) -> Iterator[Outcome]:
    """Render changed formulas, all in one batch."""
    found = [formula for _, formula in wanted]
    html = katex.render(found, sound.copy.project.cache_dir)
    for mutant, formula in wanted:
        yield mutant, isinstance(html[formula], FormulaError)


def _changes(tex: str) -> Iterator[tuple[str, str]]:
    yield "with an unknown command", tex + r"\nobodyknowsthis"
    yield "with a brace that is never closed", tex + "{"
    if "}" in tex:
        yield "without its last brace", "".join(tex.rsplit("}", 1))


def dollars(sound: Sound) -> Iterator[Trial]:
    """List every delimiter of every formula, to be lost."""
    for path in sound.book.pages:
        file = f"{sound.book.project.docs}/{path}"
        source = sound.source(path)
        for start, end in sound.prose(path, source):
            # Code is blotted out, so that places stay what they are.
            prose = _CODE.sub(_blank, source[start:end])
            for it in _DOLLAR.finditer(prose):
                at, after = start + it.start(), start + it.end()
                near = source[at - 12 : after + 12]
                line = source.count("\n", 0, at) + 1
                mutant = Mutant("dollar", file, line, f"`{it[0]}` lost in {near!r}")
                yield mutant, partial(sound.sees, path, source[:at] + source[after:])


def _blank(code: "re.Match[str]") -> str:
    return re.sub(r"[^\n]", " ", code[0])
