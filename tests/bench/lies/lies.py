"""All the lies: each is an edit of the true document that makes a page false. Pure."""

from dataclasses import dataclass, replace

from tests.bench.lies.document import (
    TRACE,
    TRUE,
    Block,
    Document,
    Edit,
    Form,
    beside,
    block,
    both,
    code,
    package,
    text,
)


@dataclass(frozen=True)
class Lie:
    """One way in which a page becomes false."""

    key: str
    title: str
    edit: Edit
    truth: str = ""
    """What readers see if the page is made anew; it does not stand in the source."""
    picture: bool = False
    """Whether the page is true again as soon as its picture is another one."""
    control: Edit | None = None
    """The same, but true: who refuses that too has not seen the lie."""
    traced: bool = False
    """Whether the false block leaves a trace when it runs."""
    sleeps: bool = False
    """Whether its block takes too long; `SECONDS` in the code says how long."""


SECONDS = "SECONDS"
_SHOWN = TRUE["halve"].shown
_LONG = 10_001
_VALUES = "values = [1, 2, 3]"
_FIRST = "x = 8.0"


def _shown(new: str) -> Edit:
    return text("halve", "shown", _SHOWN, new)


def _prints(line: str) -> Edit:
    return code("halve", "print(step, x)", line)


def _first(line: str) -> Edit:
    """Run one more line before the first block's loop."""
    return code("halve", _FIRST, f"{_FIRST}\n{line}")


def _asserts(new: str) -> Edit:
    return text("total", "asserts", TRUE["total"].asserts, new)


def _form(**how: str) -> Edit:
    """Write a block with a false assertion in another form."""

    def change(it: Block) -> Block:
        false = f"{TRACE}\n{it.code}\nassert sum(values) == 7"
        return replace(it, code=false, asserts="", says="", form=Form(**how))

    return block("total", change)


def _long(last: str) -> Edit:
    """Print and show very many lines, the last of them as it is given."""
    lines = [*_SHOWN.splitlines(), *(f"{it} 1.0" for it in range(3, _LONG - 1)), last]
    return both(
        code("halve", "range(3)", f"range({_LONG})"),
        code("halve", "x = x / 2", "x = x / 2 if step < 3 else x"),
        _shown("\n".join(lines)),
    )


def _typed(it: Block) -> Block:
    assert it.value
    return replace(it, value=(*it.value[:2], "1.5"))


def _untied(it: Document) -> Document:
    return replace(it, lead=f"{it.lead} Halved ten times, it is 0.")


_THREAD = """\
from threading import Thread
def check():
    assert sum(values) == 7, "further" "more"
thread = Thread(target=check)
thread.start()
thread.join()"""

GROUPS = {
    "The output is another": (
        Lie(
            "digit",
            "one digit of the shown output",
            _shown("0 4.0\n1 2.0\n2 1.5"),
            "2 1.0",
        ),
        Lie(
            "order",
            "two lines of it in the wrong order",
            _shown("1 2.0\n0 4.0\n2 1.0"),
            _SHOWN,
        ),
        Lie(
            "zero",
            "0.0 is shown, minus zero is printed",
            both(_prints("print(step, x * -0.0)"), _shown("0 0.0\n1 0.0\n2 0.0")),
            "2 -0.0",
        ),
        Lie(
            "blanks",
            "blanks are printed at the ends of lines",
            _prints('print(step, x, "")'),
            "0 4.0 \n1 2.0 ",
        ),
        Lie(
            "long",
            "the last of 10,001 lines",
            _long("10000 1.5"),
            "10000 1.0",
            control=_long("10000 1.0"),
        ),
        Lie(
            "figure",
            "the data of the figure",
            code("line", "[1, 2, 3]", "[1, 2, 4]"),
            picture=True,
        ),
    ),
    "More is printed than is shown": (
        Lie(
            "descriptor",
            "a line written to the file descriptor",
            _first('_ = __import__("os").write(1, b"further" b"more\\n")'),
            "furthermore",
        ),
        Lie(
            "child",
            "a line of a child process",
            _first(
                "import subprocess\n"
                '_ = subprocess.run(["printf", "further%s\\\\n", "more"])'
            ),
            "furthermore",
        ),
        Lie(
            "stderr",
            "a line on standard error",
            _first('import sys\n_ = sys.stderr.write("further" "more\\n")'),
            "furthermore",
        ),
        Lie(
            "warning",
            "a warning",
            _first('import warnings\nwarnings.warn("further" "more")'),
            "furthermore",
        ),
        Lie(
            "thread",
            "an assertion that fails in a thread",
            _asserts(_THREAD),
            "furthermore",
        ),
    ),
    "The code asserts something else": (
        Lie("false", "a false assertion", _asserts("assert sum(values) == 7")),
        Lie(
            "exit",
            "an exit before a false assertion",
            _asserts("import sys\nsys.exit(0)\nassert sum(values) == 7"),
        ),
        Lie(
            "tuple",
            "an assertion of a tuple",
            _asserts('assert (sum(values) == 7, "the sum")'),
        ),
        Lie(
            "empty",
            "an assertion about all of nothing",
            _asserts("assert all(it == 7 for it in values[3:])"),
        ),
        Lie(
            "nan",
            "not a number is not above 6",
            both(
                code("total", "[1, 2, 3]", '[1, 2, float("nan")]'),
                _asserts("assert not sum(values) > 6"),
            ),
        ),
        Lie(
            "aside",
            "an assertion about other numbers",
            both(
                code("total", "[1, 2, 3]", "[1, 2, 4]"),
                _asserts("assert sum([1, 2, 3]) == 6"),
            ),
        ),
        Lie(
            "class",
            "an exception of another class",
            code("wrong", 'int("x")', '{}["x"]'),
            "KeyError",
        ),
        Lie(
            "nothing",
            "no exception at all",
            code("wrong", 'int("x")', 'print("further" "more")'),
            "furthermore",
        ),
    ),
    "A neighbour helps": (
        Lie(
            "name",
            "a name of the block before is needed",
            code("total", "[1, 2, 3]", "[x, 2, 3]"),
        ),
        Lie(
            "module",
            "a module is needed as the block before has left it",
            both(
                _first("import math\nmath.tau = 6"),
                _asserts("import math\nassert sum(values) == math.tau"),
            ),
        ),
    ),
    "A false block is written in another form": (
        Lie(
            "attributes",
            'with an attribute: `python title="…"`',
            _form(more=' title="sum.py"'),
            traced=True,
        ),
        Lie(
            "list",
            "indented, in a list",
            _form(indent="    ", lead="1. A sum:"),
            traced=True,
        ),
        Lie(
            "admonition",
            "indented, in an admonition",
            _form(indent="    ", lead="!!! note"),
            traced=True,
        ),
        Lie("tilde", "with tildes: `~~~python`", _form(mark="~~~"), traced=True),
        Lie("py", "as `py`", _form(language="py"), traced=True),
        Lie("capital", "as `Python`", _form(language="Python"), traced=True),
        Lie("gap", "with a blank: ` ``` python`", _form(gap=" "), traced=True),
    ),
    "Something changes after a green build": (
        Lie("file", "a file that is read", beside("weight.txt", "7", "9"), "9 8 12"),
        Lie(
            "helper",
            "a module beside the page",
            beside("double.py", "2 * x", "4 * x"),
            "7 16 12",
        ),
        Lie(
            "upgrade",
            "a package, with its version",
            package("3 * x", "5 * x", "2.0.0"),
            "7 8 20",
        ),
        Lie(
            "edited", "a package, edited in place", package("3 * x", "5 * x"), "7 8 20"
        ),
    ),
    "The words are false": (
        Lie(
            "number",
            "a number in a sentence",
            block("halve", _typed),
            "After three steps it is 1.0.",
        ),
        Lie(
            "claim",
            "a sentence about what the code asserts",
            text("total", "says", "is 6", "is 7"),
        ),
        Lie(
            "alt",
            "the words for the figure",
            text("line", "alt", "rises from 1 to 3", "falls from 3 to 1"),
        ),
        Lie("untied", "a sentence to which no code belongs", _untied),
    ),
    "It takes too long": (
        Lie(
            "sleep",
            "a block sleeps longer than any limit that is documented",
            code("total", _VALUES, f"import time\ntime.sleep({SECONDS})\n{_VALUES}"),
            sleeps=True,
        ),
    ),
}
"""Lies by what is false."""
LIES = {lie.key: lie for group in GROUPS.values() for lie in group}
