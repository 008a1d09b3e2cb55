r"""Lines end at `\n` alone, and each statement of a program belongs to one cell."""

import ast
from pathlib import Path

import pytest

import galley
from galley.accepted import ci, text
from galley.bound.book import bind
from galley.child.cells import _statements
from galley.child.result import Result, Text
from galley.child.script import lines
from galley.project import Project
from galley.run.executor import Executor
from galley.source import parser, symbols
from galley.source.book import Book
from galley.source.page import Run
from galley.source.program import Program, parse

# Where `str.splitlines` cuts and Python's tokenizer does not.
ENDS = ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]
NAMES = [f"U+{ord(it):04X}" for it in ENDS]


def cut(source: str) -> Program:
    return parse(source, "x/y.py", "snippets/x/y.py")


@pytest.mark.parametrize("end", ENDS, ids=NAMES)
def test_no_statement_moves_to_another_cell(
    end: str, tmp_path: Path, executor: Executor
) -> None:
    """In a docstring, a comment, a string, and where the tokenizer takes it, alone."""
    alone = "\x0c\n" if end == "\x0c" else ""
    source = (
        f'"""Steps.{end}"""\n\n# %% claim: one\nx = 1  # {end}\nassert x == 1\n'
        f"# %% two\n{alone}print('two', len('{end}'))\n{alone}"
        "# %% three\nprint('three')\n"
    )
    ((program, result),) = executor.run(Project(tmp_path), [cut(source)])

    assert program.problems == ()
    assert result.claims == ("one",)
    printed = {name: it[0].text for name, it in result.outputs.items()}
    assert printed == {"two": "two 1\n", "three": "three\n"}
    assert program.cells[-1].source == "print('three')"


@pytest.mark.parametrize("end", ENDS, ids=NAMES)
def test_what_is_printed_is_one_line(end: str) -> None:
    """In the accepted text, in what is read back from it, and in a drift."""
    program = cut("# %% a\nprint(1)\n")
    old, new = (
        text.render(program, Result({"a": (Text(f"{it}{end}b\n"),)}), (), "facts")
        for it in "ac"
    )
    problem = text.compare(old, new, "x.out", "x.py")

    assert text.printed(old) == f"a{end}b\n"
    assert problem
    assert f"-a{end}b" in problem.details
    assert f"+c{end}b" in problem.details


@pytest.mark.parametrize("end", ENDS, ids=NAMES)
def test_a_page_and_a_quote_keep_their_lines(end: str) -> None:
    """Numbers of lines in messages are those of an editor."""
    page = parser.parse(
        f'One{end}two.\n\n```python exec="on"\n--8<-- "x/y.py"\n```\n', "p.md", "p.md"
    )
    (block,) = (it for it in page.parts if isinstance(it, Run))

    assert block.line == 3
    assert symbols.symbol(f"x = '{end}'\ndef f():\n    pass\n", "f") == (
        "def f():\n    pass"
    )


def test_a_patch_keeps_what_looks_like_a_line_end(tmp_path: Path) -> None:
    """`git apply` counts lines as git does."""
    (tmp_path / "snippets" / "x").mkdir(parents=True)
    path = tmp_path / "snippets" / "x" / "y.out"
    path.write_text("# accepted with …\n# %% a\nold\u2028line\n")
    program = cut("# %% a\nprint(1)\n")
    book = Book(Project(tmp_path), {}, {"x/y.py": program})
    result = Result({"a": (Text("new\u2028line\n"),)})

    patch = ci.patch(bind(book, {"x/y.py": result}), [program])

    assert "-old\u2028line\n" in patch
    assert "+new\u2028line\n" in patch


def test_lines_and_their_ends() -> None:
    """Nothing is lost: joined, they are the text."""
    for it in ("", "a", "a\n", "a\n\n", "\na\x0cb\n", "\n"):
        assert "".join(lines(it, ends=True)) == it
        assert "\n".join(lines(it)) == it.removesuffix("\n")


def test_nobody_cuts_otherwise() -> None:
    """No module of the engine calls `str.splitlines`."""
    calls = [
        path
        for path in Path(galley.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and node.attr == "splitlines"
    ]

    assert calls == []


def test_a_future_import_holds_for_all_later_cells(
    tmp_path: Path, executor: Executor
) -> None:
    """As in Jupyter, and as in the program whole."""
    source = (
        '"""A docstring."""\n\n# %% one\nfrom __future__ import annotations\n'
        "# %% claim: two\n\n\ndef g(x: Nothing): pass\n\n\n"
        "assert g.__annotations__ == {'x': 'Nothing'}\n"
        "# %% three\ndef f(x: Nothing): pass\nprint(f.__annotations__)\n"
    )
    ((program, result),) = executor.run(Project(tmp_path), [cut(source)])

    assert program.problems == ()
    assert result.failure is None
    assert result.outputs["three"][0].text == "{'x': 'Nothing'}\n"


@pytest.mark.parametrize(
    "source, fact",
    [
        ("# %% a\nx = 1\n# %% b\nfrom __future__ import annotations\n", "syntax error"),
        ("# %% a\nreturn 1\n", "syntax error: 'return' outside function"),
        ("# %% a\n@print\n# %% b\ndef f(): pass\n", "marker inside a statement"),
        ("@print\n# %% a\ndef f(): pass\n", "code before the first cell"),
        ("# %% a\nx = (1,\n# %% b\n2)\n", "marker inside a statement"),
        ("x = 1\n# %% a\ny = 2\n", "code before the first cell"),
        ("'''One.'''; x = 1\n# %% a\ny = 2\n", "code before the first cell"),
    ],
)
def test_what_no_cell_holds_is_refused(source: str, fact: str) -> None:
    """No statement is dropped, and none is cut in two."""
    assert [it for it in cut(source).problems if fact in it.fact]


@pytest.mark.parametrize(
    "source",
    [
        '"""Doc."""\n# %% a\nx = 1; y = 2\n# %% b\nif x:\n  y = 3\nelse:\n  y = 4\n',
        "# %% a\n'''A string.'''\nx = 1\n# %% b\n@print\n@print\ndef f(): pass\n",
        "# comment\n\n# %% a\n\n\nx = '''\n\n'''\n\n# %% b\n\nprint(x) ;\n",
        "# %% a\nx = 1 \\\n  + 2\n\x0c\ny = 3\n# %% b\nclass C: pass\n",
    ],
)
def test_each_statement_is_in_the_cell_that_shows_it(source: str) -> None:
    """Counted, and held against the text of the cells."""
    program = cut(source)
    found = _statements(program, "x.py")

    assert program.problems == ()
    for cell in program.cells:
        ours = [ast.dump(it) for it in ast.parse(cell.source).body]
        assert [ast.dump(it) for it in found[cell.name]] == ours
