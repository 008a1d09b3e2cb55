"""The command `mygpt`: train a small GPT on a text of your own, and let it write."""

import math
import sys
from functools import partial
from pathlib import Path
from statistics import fmean
from typing import Any

import click
import torch
from click.core import ParameterSource

import mygpt
from mygpt.checkpoint import load, new_run, save
from mygpt.data import batches
from mygpt.model import GPTConfig
from mygpt.sample import sample
from mygpt.tokenizer import Tokenizer
from mygpt.train import held_out_loss, train

SAVE_EVERY = 100
"""Steps that can be lost at most."""

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
COUNT = click.IntRange(min=1)
SEED = click.IntRange(0, 2**63 - 1)


class Number(click.FloatRange):
    """A number between two bounds; nan is in no such range, and click lets it pass."""

    def convert(self, value: Any, param: Any, ctx: Any) -> float:
        """Read a number, or say what is wrong with it."""
        number = float(super().convert(value, param, ctx))
        if math.isnan(number):
            self.fail(f"{value} is no number.", param, ctx)
        return number


class Commands(click.Group):
    """Commands that say in one line what is wrong with what they were given."""

    def invoke(self, ctx: click.Context) -> None:
        """Run a command, without a traceback for what its user can mend."""
        try:
            super().invoke(ctx)
        except (click.Abort, click.exceptions.Exit):
            raise  # click's own, though these are RuntimeErrors as torch's are
        except OSError as error:
            message = f"{error.filename}: {error.strerror}: mend it, and try again"
            raise click.ClickException(message) from error
        except RuntimeError as error:  # torch's, of all numbers that it was asked for
            message = f"too large for this machine? Take smaller numbers ({error})"
            raise click.ClickException(message) from error
        except ValueError as error:
            raise click.ClickException(str(error)) from error


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"show_default": True, "help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="downhill")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Train a small GPT on a text of your own, and let it write.

    Without a command it prints the running example of the first chapters. To begin:
    `mygpt train FILE`, then `mygpt sample --checkpoint FILE.mygpt --prompt A`.
    """
    torch.set_num_threads(1)  # faster than several for so small a model
    if ctx.invoked_subcommand is None:
        mygpt.main()


@main.command("train")
@click.argument("file", type=FILE)
@click.option("--resume", is_flag=True, help="Go on with FILE.mygpt, as it is.")
@click.option("--steps", default=500, type=COUNT, help="Steps in all.")
@click.option("--context", default=64, type=COUNT, help="Characters that it sees.")
@click.option("--width", default=64, type=COUNT, help="Numbers for a character.")
@click.option("--heads", default=4, type=COUNT, help="Attention heads in a block.")
@click.option("--layers", default=2, type=COUNT, help="Blocks.")
@click.option("--lr", default=0.003, type=Number(0, 1e6), help="Learning rate.")
@click.option("--seed", default=0, type=SEED, help="Of everything random.")
@click.pass_context
def train_command(
    ctx: click.Context,
    /,
    file: Path,
    resume: bool,
    steps: int,
    lr: float,
    seed: int,
    **sizes: Any,
) -> None:
    """Learn to continue the text in FILE, character by character.

    Its last tenth, if longer than the context, is kept apart: the loss there, before
    and after, is that on what the model has never seen.
    What is learned goes to FILE.mygpt. Ctrl-C stops, and --resume goes on.
    """
    path = file.with_name(f"{file.name}.mygpt")
    if path.exists() and not resume:
        raise ValueError(f"{path} exists: go on with --resume, or move it away")
    if resume and not path.exists():
        raise ValueError(f"there is no {path} to go on with: leave out --resume")
    kept = [f"--{name}" for name in (*sizes, "lr", "seed") if given(ctx, name)]
    if resume and kept:
        what = ", ".join(kept)
        raise ValueError(f"{path} keeps its own {what}: leave that out, or --resume")
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(
            f"{file} is not a text in UTF-8 ({error.reason}): save it as UTF-8"
        ) from error
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
    apart = len(ids) // 10 if len(ids) // 10 > context else 0  # one window, at least
    ids, held_out = ids[: len(ids) - apart], ids[len(ids) - apart :]
    parameters = sum(parameter.numel() for parameter in run.model.parameters())
    V = len(run.tokenizer.vocabulary)
    say(f"{len(text)} characters, {V} different ones (ln {V} = {math.log(V):.4f})")
    say(f"{parameters} parameters")
    if apart:
        loss = held_out_loss(run.model, held_out, context)
        say(f"the last {apart} characters are kept apart: loss {loss:.4f} before")
    else:
        say("too short a text to keep some apart: what is learned is not tested")

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
                losses = train(run.model, todo, run.optimiser, report)
                if not math.isfinite(losses[-1]):
                    raise ValueError(
                        f"the loss is {losses[-1]}: move {path} away, "
                        "and start anew with less --lr"
                    )
                run.steps += count
                save(path, run)
    except KeyboardInterrupt:
        say(f"\n{path} holds the first {run.steps} steps: go on with --resume")
        raise
    say(f"loss {fmean(losses):.4f} nats per character, over the last {count} steps")
    if apart:
        loss = held_out_loss(run.model, held_out, context)
        say(f"on what was kept apart: loss {loss:.4f}, e^loss {math.exp(loss):.1f}")
    say(f'now: mygpt sample --checkpoint {path} --prompt "…"')


@main.command("sample")
@click.option("--checkpoint", required=True, type=FILE, help="From mygpt train.")
@click.option("--prompt", required=True, help="How the text begins.")
@click.option("--length", default=300, type=COUNT, help="Characters to write.")
@click.option(
    "--temperature", default=0.8, type=Number(0, 100), help="0 takes the likeliest."
)
@click.option("--top-k", type=COUNT, help="Draw among the K likeliest.")
@click.option("--seed", default=0, type=SEED, help="Of what is drawn.")
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


def given(ctx: click.Context, option: str) -> bool:
    """Was this option on the command line, and not only its default?"""
    return ctx.get_parameter_source(option) is not ParameterSource.DEFAULT


def say(text: str) -> None:
    """Tell what is going on, apart from what a model writes."""
    click.echo(text, err=True)
