"""Files that hold a training run."""

import pickle
from pathlib import Path

import pytest
import torch

from mygpt.checkpoint import CheckpointError, Run, load, new_run, save
from mygpt.data import batches
from mygpt.model import GPTConfig
from mygpt.poem import JABBERWOCKY
from mygpt.tokenizer import Tokenizer
from mygpt.train import train

TOKENIZER = Tokenizer.of(JABBERWOCKY)


@pytest.fixture
def run() -> Run:
    config = GPTConfig(len(TOKENIZER.vocabulary), context=8, width=8, heads=2)
    return new_run(TOKENIZER, config, lr=1e-2, seed=0)


def _go_on(run: Run, steps: int) -> list[float]:
    ids = run.tokenizer.encode(JABBERWOCKY)
    run.steps += steps
    return train(run.model, batches(ids, 8, 4, steps, run.generator), run.optimiser)


def test_resumed_run_equals_one_never_interrupted(run: Run, tmp_path: Path) -> None:
    """Ten steps, a file, ten steps: bit for bit the losses of twenty steps."""
    path = tmp_path / "run.mygpt"
    first = _go_on(run, 10)
    save(path, run)
    resumed = load(path)
    straight = first + _go_on(run, 10)

    assert resumed.steps == 10
    assert straight == first + _go_on(resumed, 10)
    assert run.tokenizer == resumed.tokenizer
    assert run.model.config == resumed.model.config
    for name, tensor in run.model.state_dict().items():
        assert torch.equal(tensor, resumed.model.state_dict()[name]), name


def test_loading_touches_no_random_state(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "run.mygpt"
    save(path, run)
    torch.manual_seed(5)
    expected = torch.rand(3)
    torch.manual_seed(5)
    load(path)

    assert torch.equal(expected, torch.rand(3))


def test_failed_save_keeps_the_old_file(run: Run, tmp_path: Path) -> None:
    """What cannot be written wholly is not written at all, and leaves no rest."""
    path = tmp_path / "run.mygpt"
    save(path, run)
    before = path.read_bytes()
    run.steps = lambda: None  # type: ignore[assignment]  # cannot be pickled
    with pytest.raises((pickle.PicklingError, AttributeError)):
        save(path, run)

    assert before == path.read_bytes()
    assert [path] == list(tmp_path.iterdir())


def test_every_flipped_byte_is_noticed(run: Run, tmp_path: Path) -> None:
    """Also one in the middle of a parameter, which torch itself would load."""
    path = tmp_path / "run.mygpt"
    save(path, run)
    whole = path.read_bytes()
    at = whole.index(run.model.tokens.weight.detach().numpy().tobytes()[:64])
    path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    with pytest.raises(CheckpointError, match="damaged, or not a checkpoint of mygpt"):
        load(path)


@pytest.mark.parametrize("kept", [0, 1, 100, 1000, -1])
def test_cut_file_is_refused(run: Run, tmp_path: Path, kept: int) -> None:
    path = tmp_path / "run.mygpt"
    save(path, run)
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(CheckpointError, match="damaged, or not a checkpoint of mygpt"):
        load(path)


@pytest.mark.parametrize(
    "content",
    [{}, [1, 2], {"model": {}}, torch.ones(3)],
)
def test_foreign_torch_file_is_refused(content: object, tmp_path: Path) -> None:
    path = tmp_path / "foreign.pt"
    torch.save(content, path)
    with pytest.raises(CheckpointError, match=r"foreign\.pt is damaged, or not"):
        load(path)


def test_code_in_a_file_is_not_run(tmp_path: Path) -> None:
    """A pickle could do anything; this one would make a file."""
    made = tmp_path / "made"

    class Trap:
        def __reduce__(self) -> tuple[object, tuple[object, ...]]:
            return Path.touch, (made,)

    torch.save({"model": Trap()}, tmp_path / "trap")
    with pytest.raises(CheckpointError):
        load(tmp_path / "trap")

    assert not made.exists()


def test_missing_file_is_not_called_damaged(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "nothing")
