"""One warm parent for all tests, and pytest-codeblocks that isolates its blocks.

pytest-codeblocks runs every block in pytest's own process: settings leak from one to
the next, `sys.exit` ends the whole session, and a traceback is lost. Here it collects
the blocks, and each runs in a process of its own, with its whole output compared.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, expect, sync_playwright
from pytest_codeblocks.plugin import TestBlock

from galley.child.result import Result, Text
from galley.project import Project
from galley.run.executor import Executor
from galley.source.program import parse

ROOT = Path(__file__).parent.parent
WORKERS = os.cpu_count() or 1
# Pages of little books: wrong on purpose, and run by the tests that know how.
collect_ignore = ["galley/cases"]
BROWSER = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_FENCE = re.compile(r"^ *(?P<fence>`{3,}|~{3,})(?P<info>.*)$")
_LOOKS_EXECUTABLE = re.compile(
    r"^\s*(?:\{\s*\.?)?(?:i?python|py|pycon|sh|shell|bash|zsh)[\d.]*\b", re.IGNORECASE
)
_COLLECTED = ("python", "sh", "bash")
expect.set_options(timeout=15_000)  # milliseconds: other tests run beside


class Warm(Executor):
    """Has one warm parent for all books: with PyTorch, as this repository's book."""

    def _start(self, project: Project) -> "subprocess.Popen[bytes]":
        preload = ("torch", "torch._dynamo")
        return super()._start(replace(project, preload=preload, workers=WORKERS))


@pytest.fixture(scope="session")
def executors() -> Iterator[list[Executor]]:
    """Warm parents for the whole session: by hash seed, and one for doubts."""
    doubting = Warm(go_on=True)
    with Warm(0) as zero, Warm(1, together=True) as one, doubting:
        yield [zero, one, doubting]


@pytest.fixture(scope="session")
def executor(executors: list[Executor]) -> Executor:
    """The warm parent that builds use."""
    return executors[0]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built of a copy: setuptools writes beside sources."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "copy"
    ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(ROOT / "src", copy / "src", ignore=ignored)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copyfile(ROOT / name, copy / name)
    options = ["--no-deps", "--no-build-isolation", "--quiet", "--wheel-dir"]
    command = [sys.executable, "-m", "pip", "wheel", *options, str(folder), str(copy)]
    subprocess.run(command, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The browser of this machine; where there is none, one is fetched.

    Only where no way leads to a browser are its tests skipped, and never in CI.
    """
    with sync_playwright() as playwright:
        launch = partial(playwright.chromium.launch, args=BROWSER)
        if path := shutil.which("chromium") or shutil.which("google-chrome"):
            browser = launch(executable_path=path)
        else:
            try:
                browser = launch()
            except Error:
                browser = _fetched(launch)
        yield browser
        browser.close()


def _fetched(launch: Callable[..., Browser]) -> Browser:
    """Fetch Playwright's own browser, or else Debian's, and launch it."""
    ways = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        ways.append(["apt-get", "install", "--yes", "--quiet", "chromium"])
    for way in ways:
        done = subprocess.run(way, capture_output=True, check=False)
        if done.returncode == 0:
            path = shutil.which("chromium") if way[0] == "apt-get" else None
            return launch(executable_path=path)
    assert not os.environ.get("CI"), "no browser, and none could be fetched"
    pytest.skip("no browser, and none could be fetched: install chromium")


def pytest_collect_file(
    file_path: Path, parent: pytest.Collector
) -> pytest.Collector | None:
    """Add to each Markdown file a test that none of its blocks is passed over."""
    if file_path.suffix == ".md" and parent.config.getoption("codeblocks"):
        return FencesFile.from_parent(parent, path=file_path)
    return None


class FencesFile(pytest.File):
    """A Markdown file, for the form of its fences."""

    def collect(self) -> Iterator[pytest.Item]:
        """Make one test for all fences of the file."""
        yield FencesItem.from_parent(self, name="fences")


class FencesItem(pytest.Item):
    """pytest-codeblocks passes over all fences but three forms, without a word."""

    def runtest(self) -> None:
        """Fail where a fence looks executable and is not one of the three."""
        if skipped := passed_over(self.path.read_text()):
            raise BlockError("never executed:\n" + "\n".join(skipped))


def passed_over(text: str) -> list[str]:
    """List the fences that look executable and that pytest-codeblocks does not run."""
    found = []
    closing = ""
    for number, line in enumerate(text.splitlines(), start=1):
        fence = _FENCE.match(line)
        if not fence:
            continue
        if closing:
            if fence["fence"].startswith(closing) and not fence["info"].strip():
                closing = ""
            continue
        closing = fence["fence"]
        runs = closing.startswith("`") and fence["info"] in _COLLECTED
        if _LOOKS_EXECUTABLE.match(fence["info"]) and not runs:
            found.append(f"line {number}: {line.strip()}")
    return found


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Isolate what pytest-codeblocks collected."""
    blocks = [item for item in items if isinstance(item, TestBlock)]
    executor = Warm()
    config.add_cleanup(executor.close)
    runs = _Runs(blocks, executor)
    for item in blocks:
        item.runtest = _isolated(item, runs)  # type: ignore[method-assign]


class _Runs:
    """The results of Python blocks; those of a file run together when one is wanted."""

    def __init__(self, blocks: list[TestBlock], executor: Executor) -> None:
        self._blocks = [it for it in blocks if it.obj.syntax == "python"]
        self._executor = executor
        self._results: dict[str, Result] = {}

    def __getitem__(self, item: TestBlock) -> Result:
        if item.nodeid not in self._results:
            project = Project(ROOT, cache=".cache/blocks")
            programs = []
            for block in self._blocks:
                if block.path != item.path:
                    continue
                source = block.obj.code
                if not source.lstrip().startswith(('"""', "# %%")):
                    source = f"# %% block\n{source}"
                if "Path(" in source:  # it stands elsewhere than its program's data
                    source = f"# reads: snippets\n{source}"
                programs.append(parse(source, block.nodeid, block.nodeid))
            found = self._executor.run(project, programs)
            self._results |= {program.path: result for program, result in found}
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
            printed = "".join(it.text for it in outputs if isinstance(it, Text))
        expected = item.obj.expected_output
        if expected is None and item.obj.syntax != "python":
            return  # that a command succeeds is all its page says
        expected = expected or ""
        if printed.removesuffix("\n") != expected.removesuffix("\n"):
            raise BlockError(f"expected\n{expected}\nprinted\n{printed}")

    return runtest


class BlockError(Exception):
    """A block of code does not do what its page says."""
