"""One warm parent for all tests, and pytest-codeblocks that isolates its blocks.

pytest-codeblocks runs every block in pytest's own process: settings leak from one to
the next, `sys.exit` ends the whole session, and a traceback is lost. Here it collects
the blocks, and each runs in a process of its own, with its whole output compared.
"""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytest_codeblocks.plugin import TestBlock

from galley.execute import Executor
from galley.program import parse
from galley.project import Project
from galley.result import Result

ROOT = Path(__file__).parent.parent
_SKIPPED_FENCE = re.compile(
    r"^\s*(?:~{3,}|`{3,})\s*(?:\{\s*\.)?(?:python|py|pycon|sh|bash|zsh)\b.*$",
    re.MULTILINE,
)


@pytest.fixture(scope="session")
def executors() -> Iterator[list[Executor]]:
    """Two warm parents for the whole session, by their hash seed."""
    with Executor(0) as zero, Executor(1) as one:
        yield [zero, one]


@pytest.fixture(scope="session")
def executor(executors: list[Executor]) -> Executor:
    """The warm parent that builds use."""
    return executors[0]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Isolate what pytest-codeblocks collected."""
    blocks = [item for item in items if isinstance(item, TestBlock)]
    runs = _Runs(blocks)
    for item in blocks:
        item.runtest = _isolated(item, runs)  # type: ignore[method-assign]


class _Runs:
    """The results of all Python blocks, run together when the first one is wanted."""

    def __init__(self, blocks: list[TestBlock]) -> None:
        self._blocks = [it for it in blocks if it.obj.syntax == "python"]
        self._results: dict[str, Result] = {}

    def __getitem__(self, item: TestBlock) -> Result:
        if not self._results:
            project = replace(Project.find(ROOT), cache=".cache/blocks")
            programs = []
            for block in self._blocks:
                source = block.obj.code
                if not source.lstrip().startswith(('"""', "# %%")):
                    source = f"# %% block\n{source}"
                programs.append(parse(source, block.nodeid, block.nodeid))
            with Executor() as executor:
                found = executor.run(project, programs)
                self._results = {program.path: result for program, result in found}
        return self._results[item.nodeid]


def _isolated(item: TestBlock, runs: _Runs):  # a closure for pytest
    def runtest() -> None:
        if item.obj.syntax != "python":
            done = subprocess.run(
                ["bash", "-euo", "pipefail", "-c", item.obj.code],
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode:
                raise BlockError(f"exit code {done.returncode}\n{done.stderr}")
            printed = done.stdout
        else:
            result = runs[item]
            if result.failure:
                details = "\n".join(result.failure.details)
                raise BlockError(f"{result.failure.fact}\n{details}")
            outputs = [it for cell in result.outputs.values() for it in cell]
            printed = "".join(it.text for it in outputs if it.kind == "text")
        expected = item.obj.expected_output or ""
        if printed.removesuffix("\n") != expected.removesuffix("\n"):
            raise BlockError(f"expected\n{expected}\nprinted\n{printed}")

    return runtest


class BlockError(Exception):
    """A block of code does not do what its page says."""
