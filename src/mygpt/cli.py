"""The command `mygpt`: train a small GPT on a text of your own, and let it write."""

import math
import sys
from functools import partial
from pathlib import Path
from typing import Any

import click
import torch

import mygpt
from mygpt.checkpoint import load, new_run, save
from mygpt.data import batches
from mygpt.model import GPTConfig
from mygpt.sample import sample
from mygpt.tokenizer import Tokenizer
from mygpt.train import train

SAVE_EVERY = 100
"""Steps that can be lost at most."""

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
COUNT = click.IntRange(min=1)
NUMBER = click.FloatRange(min=0)


class Commands(click.Group):
    """Commands that say in one line what is wrong with what they were given."""

    def invoke(self, ctx: click.Context) -> None:
        """Run a command, without a traceback for what its user can mend."""
        try:
            super().invoke(ctx)
        except (click.Abort, click.exceptions.Exit):
            raise  # click's own, though these are RuntimeErrors as torch's are
        except (OSError, ValueError, RuntimeError) as error:
            raise click.ClickException(str(error)) from error


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"show_default": True, "help_option_names": ["-h", "--help"]},
)
@click.pass_context
def main(context: click.Context) -> None:
    """Train a small GPT on a text of your own, and let it write.

    Without a command it prints the running example of the first chapters. To begin:
    `mygpt train FILE`, then `mygpt sample --checkpoint FILE.mygpt --prompt A`.
    """
    torch.set_num_threads(1)  # faster than several for so small a model
    if context.invoked_subcommand is None:
        mygpt.main()


@main.command("train")
@click.argument("file", type=FILE)
@click.option("--resume", is_flag=True, help="Go on with FILE.mygpt, as it is.")
@click.option("--steps", default=500, type=COUNT, help="Steps in all.")
@click.option("--context", default=64, type=COUNT, help="Characters that it sees.")
@click.option("--width", default=64, type=COUNT, help="Numbers for a character.")
@click.option("--heads", default=4, type=COUNT, help="Attention heads in a block.")
@click.option("--layers", default=2, type=COUNT, help="Blocks.")
@click.option("--lr", default=0.003, type=NUMBER, help="Learning rate.")
@click.option("--seed", default=0, help="Of everything random.")
def train_command(
    file: Path, resume: bool, steps: int, lr: float, seed: int, **sizes: int
) -> None:
    """Learn to continue the text in FILE, character by character.

    What is learned goes to FILE.mygpt. Ctrl-C stops, and --resume goes on.
    """
    path = file.with_name(f"{file.name}.mygpt")
    if path.exists() and not resume:
        raise ValueError(f"{path} exists: go on with --resume, or move it away")
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"{file} is not a text in UTF-8: {error.reason}") from error
    old = load(path) if resume else None
    context = old.model.config.context if old else sizes["context"]
    if len(text) <= context:
        raise ValueError(
            f"{file} has {len(text)} characters, too few for a context of {context}: "
            "take a longer text, or a smaller --context"
        )
    tokenizer = Tokenizer.of(text)
    config = GPTConfig(len(tokenizer.vocabulary), **sizes)
    run = old or new_run(tokenizer, config, lr, seed)
    ids = run.tokenizer.encode(text)
    if run.steps >= steps:
        raise ValueError(f"{path} has taken {run.steps} steps: ask for more --steps")
    parameters = sum(parameter.numel() for parameter in run.model.parameters())
    say(f"{len(ids)} characters, {len(run.tokenizer.vocabulary)} different ones")
    say(f"{parameters} parameters")

    save(path, run)  # before the work: a place that cannot be written is known now
    bar = click.progressbar(
        length=steps - run.steps,
        label=f"steps {run.steps + 1} to {steps}",
        item_show_func=lambda loss: loss and f"loss {loss:.3f}",
        file=sys.stderr,
    )
    try:
        with bar:
            while run.steps < steps:
                count = min(SAVE_EVERY, steps - run.steps)
                todo = batches(ids, context, 16, count, run.generator)
                report = partial(bar.update, 1)  # one step on, with its loss
                loss = train(run.model, todo, run.optimiser, report)[-1]
                if not math.isfinite(loss):
                    raise ValueError(f"the loss is {loss}: start anew, with less --lr")
                run.steps += count
                save(path, run)
    except KeyboardInterrupt:
        say(f"\n{path} holds the first {run.steps} steps: go on with --resume")
        raise
    say(f"loss {loss:.4f} nats per character: as unsure as among {math.exp(loss):.1f}")
    say(f'now: mygpt sample --checkpoint {path} --prompt "…"')


@main.command("sample")
@click.option("--checkpoint", required=True, type=FILE, help="From mygpt train.")
@click.option("--prompt", required=True, help="How the text begins.")
@click.option("--length", default=300, type=COUNT, help="Characters to write.")
@click.option("--temperature", default=0.8, type=NUMBER, help="0 takes the likeliest.")
@click.option("--top-k", type=COUNT, help="Draw among the K likeliest.")
@click.option("--seed", default=0, help="Of what is drawn.")
def sample_command(checkpoint: Path, prompt: str, seed: int, **how: Any) -> None:
    """Continue a prompt, and print it with what follows."""
    run = load(checkpoint)
    ids, context = run.tokenizer.encode(prompt), run.model.config.context
    if not len(ids):
        raise ValueError("the prompt is empty: give at least one character")
    if len(ids) > context:
        say(f"a prompt of {len(ids)} characters: the model sees the last {context}")
    generator = torch.Generator().manual_seed(seed)
    click.echo(run.tokenizer.decode(sample(run.model, ids, generator=generator, **how)))


def say(text: str) -> None:
    """Tell what is going on, apart from what a model writes."""
    click.echo(text, err=True)
