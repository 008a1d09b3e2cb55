"""Keep a training run in a file, from which it goes on as if never interrupted."""

from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import torch

from mygpt.model import GPT, GPTConfig
from mygpt.tokenizer import Tokenizer


class CheckpointError(ValueError):
    """A file is not a checkpoint, or a damaged one."""


@dataclass
class Run:
    """A training run: the model and all that its next step depends on."""

    tokenizer: Tokenizer
    model: GPT
    optimiser: torch.optim.Optimizer
    generator: torch.Generator
    steps: int = 0
    """Steps taken so far."""


def new_run(tokenizer: Tokenizer, config: GPTConfig, lr: float, seed: int) -> Run:
    """Start a run with parameters drawn from a seed.

    Args:
        tokenizer: Its vocabulary must have the size that the config says.
        config: The sizes and parts of the model.
        lr: The learning rate of AdamW.
        seed: Of the parameters and of the batches.
    """
    torch.manual_seed(seed)
    model = GPT(config)
    optimiser = torch.optim.AdamW(model.parameters(), lr=lr)
    return Run(tokenizer, model, optimiser, torch.Generator().manual_seed(seed))


def save(path: Path, run: Run) -> None:
    """Write a run to a file: wholly, or not at all.

    An older file at this place stays until the new one is complete.
    """
    content = {
        "tokenizer": asdict(run.tokenizer),
        "config": asdict(run.model.config),
        "model": run.model.state_dict(),
        "optimiser": run.optimiser.state_dict(),
        "generator": run.generator.get_state(),
        "steps": run.steps,
    }
    unfinished = path.with_name(f"{path.name}.part")
    try:
        with unfinished.open("wb") as file:
            torch.save(content, file)
        unfinished.replace(path)  # the one moment in which the old file goes
    finally:
        unfinished.unlink(missing_ok=True)


def load(path: Path) -> Run:
    """Read a run from a file. Only tensors and plain data are read, never code.

    Raises:
        OSError: The file cannot be read.
        CheckpointError: It is damaged, or was not written by `save`.
    """
    file = BytesIO(path.read_bytes())
    try:
        if damaged := ZipFile(file).testzip():  # the checksums; torch ignores them
            raise CheckpointError(f"the checksum of {damaged} is wrong")
        file.seek(0)
        content = torch.load(file, weights_only=True)
        tokenizer = Tokenizer(**content["tokenizer"])
        with torch.device("meta"):  # shapes alone: no number is drawn
            model = GPT(GPTConfig(**content["config"]))
        model.load_state_dict(content["model"], assign=True)
        model.tie()  # what was one parameter is in the file twice
        optimiser = torch.optim.AdamW(model.parameters())
        optimiser.load_state_dict(content["optimiser"])  # its learning rate, too
        generator = torch.Generator().set_state(content["generator"])
        return Run(tokenizer, model, optimiser, generator, content["steps"])
    except Exception as error:  # bytes that mean nothing raise nearly everything
        raise CheckpointError(
            f"{path} is damaged, or not a checkpoint of mygpt: "
            "take another file, or train anew"
        ) from error
