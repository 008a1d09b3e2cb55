"""A claim asserts something that can be false, or it is refused."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import indent

import pytest

from galley.child.result import Result
from galley.project import Project
from galley.run.executor import Executor
from galley.source.program import Program, parse

SHOWN = """\
import contextlib
import math
import unittest

import numpy as np
import torch

losses, x, nan, words = [], 1, float("nan"), "text"
tensor, empty = torch.ones(3), torch.empty(0)


def smaller(a, b):
    assert a < b


def quiet(a, b):
    return a < b


def wrong():
    raise ValueError("wrong")
"""

# What a claim consists of, and what is said of it.
CONSTANT = "can never be false: its test is made of constants alone"
NOTHING = "asserts nothing: none of its asserts was reached"
VACUOUS = {
    "pass": ("pass", "asserts nothing: it has none"),
    "if-false": ("if losses:\n    assert losses[0] < 0", NOTHING),
    "empty-loop": ("for a in losses:\n    assert a < 0", NOTHING),
    "all-of-none": ("assert all(a < 0 for a in losses)", "is said of none"),
    "generator": ("assert (b < 0 for b in [x, 2])", "a generator, whatever"),
    "tuple": ("assert (x == 2, 'never false')", "a tuple that is not empty"),
    "method": ("assert tensor.allclose", "a builtin function or method is always"),
    "try": ("try:\n    assert x == 2\nexcept AssertionError:\n    pass", "cannot fail"),
    "function": ("def check():\n    assert x == 2", NOTHING),
    "or-true": ("assert x == 2 or True", CONSTANT),
    "not-nan": ("assert not nan > 3", "says of NaN what NaN is not"),
    "raises": ("assert x == 2, 'no'", "the claim `raises` raises"),
    # Neighbours.
    "dead-branch": ("if False:\n    assert x == 2", NOTHING),
    "while-false": ("while False:\n    assert x == 2", NOTHING),
    "nested": ("def f():\n    def g():\n        assert x == 2\nf()", NOTHING),
    "lambda": ("assert lambda: x == 2", "a function that nobody calls"),
    "suppress": (
        "with contextlib.suppress(AssertionError):\n    assert x == 2",
        "`with contextlib.suppress(AssertionError)` catches its AssertionError",
    ),
    "bare-except": ("try:\n    assert x == 2\nexcept:\n    pass", "`except` catches"),
    "finally": (
        "def f():\n try:\n  assert x == 2\n finally:\n  return 1\nf()",
        "is false: its AssertionError was caught",
    ),
    "itself": ("assert x == x", "a comparison of a thing with itself"),
    "at-least-itself": ("assert losses <= losses", "a thing with itself"),
    "isinstance": ("assert isinstance(True, bool)", CONSTANT),
    "two-and-two": ("assert 2 + 2 == 4", CONSTANT),
    "walrus": ("assert (y := True)", CONSTANT),
    "walrus-of-a-walrus": ("assert (y := 3) == y", CONSTANT),
    "conditional": ("assert True if x else True", CONSTANT),
    "text": ("assert 'x is one'", CONSTANT),
    "f-string": ("assert f'{x}'", "a text, which is always true"),
    "list": ("assert [x]", "a list that is not empty"),
    "set": ("assert {x}", "a set that is not empty"),
    "dict": ("assert {'x': x}", "a dict that is not empty"),
    "print": ("assert print", CONSTANT),
    "own-function": ("assert quiet", "a function is always true"),
    "class": ("assert torch.Tensor", "a class is always true"),
    "module": ("assert torch", "a module is always true"),
    "map": ("assert map(abs, [x])", "a map is always true"),
    "not-empty": ("assert not []", CONSTANT),
    "size": ("assert len(losses) >= 0", "that a size is not negative"),
    "return-before": ("def f():\n    return\n    assert x == 2\nf()", NOTHING),
    "nothing-raised": ("try:\n    x\nexcept ValueError:\n    assert x == 2", NOTHING),
    "helper-that-is-quiet": ("quiet(2, 1)", "it has none"),
    "helper-of-a-name": ("def assert_fine():\n    pass\nassert_fine()", "it has none"),
    "tensor-all-of-none": ("assert (empty > 3).all()", "is said of none"),
    "torch-all-of-none": ("assert torch.all(empty > 3)", "is said of none"),
    "close-to-none": ("assert torch.allclose(empty, empty + 1)", "is said of none"),
    "assert-close-to-none": (
        "torch.testing.assert_close(empty, empty)",
        "is said of none",
    ),
    "not-any-of-none": ("assert not any(a > 0 for a in losses)", "is said of none"),
    "not-nan-tensor": ("assert not (tensor * nan > 3).any()", "what NaN is not"),
    "not-nan-array": ("assert not np.float64(nan) > 3", "what NaN is not"),
    "other-than-nan": ("assert nan != 3", "what NaN is not"),
    "one-of-two": (
        "assert x == 1\nif losses:\n    assert x == 1",
        "an assert of the claim `one-of-two` was never reached",
    ),
    "caught-deeper": (
        "try:\n    smaller(2, 1)\nexcept ValueError:\n    pass",
        "AssertionError",
    ),
}

# What counts as an assertion, and is true.
SOUND = {
    "plain": "assert x == 1",
    "loop": "for a in [1, 2]:\n    assert a < 3",
    "function": "def f(a):\n    assert a == x\nf(1)",
    "assert-close": "torch.testing.assert_close(tensor, tensor + 1e-9)",
    "numpy": "np.testing.assert_allclose([x], [1.0])",
    "unittest": "unittest.TestCase().assertEqual(x, 1)",
    "helper": "smaller(x, 2)",
    "raises": "try:\n    wrong()\nexcept ValueError as error:\n"
    "    assert 'wrong' in str(error)\nelse:\n    assert False, 'it did not raise'",
    "is-nan": "assert nan != nan and math.isnan(nan)",
    "nan-is-not-larger": "assert (nan > 3) is False",
    "reraised": "try:\n    assert x == 1\nexcept AssertionError:\n    raise",
    "rows-some-empty": "assert all(all(a < 3 for a in row) for row in ([], [x, 2]))",
    "truth-of-a-list": "assert not losses",
    "truth-of-a-match": "import re\nassert re.match('te', words)",
    "one-element": "assert (tensor > 0).all()",
    "two-calls": "assert quiet(1, 2) == quiet(2, 3)",
    "starred": "assert [*words]",
}


def program(name: str, claim: str, header: str = "") -> Program:
    source = f"# %% walk\n{SHOWN}\n# %% claim: {name}{header}\n{claim}\n"
    return parse(source, f"claims/{name}.py", f"snippets/claims/{name}.py")


@pytest.fixture(scope="module")
def results(
    tmp_path_factory: pytest.TempPathFactory, executor: Executor
) -> Mapping[str, Result]:
    """Each claim in a program of its own; the sound ones have names of their own."""
    project = Project(tmp_path_factory.mktemp("book"))
    programs = [program(name, claim) for name, (claim, _) in VACUOUS.items()]
    programs = [it for it in programs if not it.problems]
    programs += [program(f"sound-{name}", claim) for name, claim in SOUND.items()]
    return {it.path: result for it, result in executor.run(project, programs)}


@pytest.mark.parametrize("name", VACUOUS)
def test_what_asserts_nothing_is_refused(
    name: str, results: Mapping[str, Result]
) -> None:
    """Before the run where the text tells, or by the run."""
    claim, said = VACUOUS[name]
    header = " raises AssertionError: no" if name == "raises" else ""
    it = program(name, claim, header)
    if it.problems:
        messages = [": ".join((p.fact, *p.details)) for p in it.problems]
    else:
        result = results[it.path]
        assert result.claims == ()
        assert result.failure
        messages = [": ".join((result.failure.fact, *result.failure.details))]

    assert [it for it in messages if said in it], messages
    assert {p.place.file for p in it.problems} <= {f"snippets/claims/{name}.py"}


@pytest.mark.parametrize("name", SOUND)
def test_what_asserts_is_counted(name: str, results: Mapping[str, Result]) -> None:
    """By an assert, by a helper of a library, or by a function of the program."""
    result = results[f"claims/sound-{name}.py"]

    assert program(name, SOUND[name]).problems == ()
    assert result.failure is None
    assert result.claims == (f"sound-{name}",)


def test_a_false_claim_shows_the_program_as_it_is_written(
    tmp_path: Path, executor: Executor
) -> None:
    """The lines of the traceback are those of the file, not what was put there."""
    it = program("false", "assert all(\n    a < 2 for a in (x, 3)\n), [x, 3]")
    ((_, result),) = executor.run(Project(tmp_path), [it])

    assert result.failure
    assert result.failure.fact == "the claim `false` is false"
    assert result.failure.details[-1] == "AssertionError: [1, 3]"
    assert "__asserted__" not in "".join(result.failure.details)


def test_a_program_cannot_see_that_its_claims_are_counted(
    tmp_path: Path, executor: Executor
) -> None:
    """Neither in its variables, nor in what `inspect` shows of its functions."""
    source = (
        "# %% walk\nimport inspect\n\n\ndef helper(x):\n    assert x\n\n\n"
        "names = sorted(n for n in vars() if 'assert' in n)\n"
        "print(names, inspect.getsource(helper))\n"
        "# %% claim: helps\nhelper(names == [])\n"
    )
    ((_, result),) = executor.run(
        Project(tmp_path), [parse(source, "x/y.py", "snippets/x/y.py")]
    )

    assert result.failure is None
    (output,) = result.outputs["walk"]
    assert output.text == "[] def helper(x):\n    assert x\n\n"


def test_every_claim_is_heard_where_the_run_goes_on(tmp_path: Path) -> None:
    """After a false one too, with the names that it binds below its assert."""
    source = (
        "# %% a\nx = 1\n"
        "# %% claim: first\nassert x == 2\ny = 3\n"
        "# %% claim: second\nassert y == 3\n"
        "# %% claim: broken\nassert x.nothing\n"
        "# %% b\nx = 2\n"
        "# %% claim: third\nassert x == 3\nassert x == 2\n"
        "# %% claim: fourth\nassert x == 2\n"
    )
    with Executor(go_on=True) as executor:
        ((_, result),) = executor.run(
            Project(tmp_path), [parse(source, "x/y.py", "snippets/x/y.py")]
        )

    assert result.failure is None
    assert result.claims == ("second", "fourth")
    assert result.false == ("first", "third")


def test_claims_may_stand_inside_anything(tmp_path: Path, executor: Executor) -> None:
    """Changing the tree keeps what Python allows: async, match, decorators, classes."""
    claim = """
import asyncio

async def later():
    assert x == 1
    return x

class Check:
    def __init__(self):
        match x:
            case 1:
                assert x == 1

assert asyncio.run(later()) == 1
Check()
"""
    it = program("anything", f"if x:\n{indent(claim, '    ')}")
    ((_, result),) = executor.run(Project(tmp_path), [it])

    assert result.failure is None
    assert result.claims == ("anything",)
