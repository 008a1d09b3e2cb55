"""Programs compute with one thread, and with instructions that processors share."""

from pathlib import Path

import pytest

from galley.child import environment
from galley.project import Project
from galley.run.executor import Executor
from galley.source.program import parse

ASKS = """# %% asks
import torch

print(torch.get_num_threads(), torch.backends.cpu.get_cpu_capability())
"""


def test_a_program_uses_what_is_said(tmp_path: Path, executor: Executor) -> None:
    """What the cache takes for the instructions of a result are those it ran with."""
    program = parse(ASKS, "walk/walk.py", "walk.py")
    [(_, result)] = executor.run(Project(tmp_path), [program])
    threads, instructions = result.outputs["asks"][0].text.split()

    assert threads == "1"
    assert (instructions == "AVX2") == (environment.instructions() == "avx2")


def test_another_family_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """PyTorch warns of a name that it does not know, in each output."""
    monkeypatch.setattr(environment, "instructions", lambda: "aarch64")

    assert set(environment.environment().values()) == {"1"}
