"""The command `mygpt`: train a small GPT on a text of your own, and let it write."""

import argparse
import math
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import torch

import mygpt
from mygpt.checkpoint import CheckpointError, Run, load, new_run, save
from mygpt.data import batches
from mygpt.model import GPTConfig
from mygpt.sample import sample
from mygpt.tokenizer import Tokenizer, UnknownTokenError
from mygpt.train import train

CONTEXT = 64
SAVE_EVERY = 100
"""Steps that can be lost at most."""

EXAMPLES = """\
Without arguments it prints the running example of the first chapters.

examples:
  mygpt train poem.txt                          learn; writes poem.txt.mygpt
  mygpt train poem.txt --resume --steps 1000    learn on, up to 1000 steps
  mygpt sample --checkpoint poem.txt.mygpt --prompt "Once"
"""


class CommandError(Exception):
    """What was asked for cannot be done; the message says why and what can."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: Those after the command's name; None for those of the process.

    Returns:
        The exit code: 0 done, 1 not possible, 130 stopped by Ctrl-C. Arguments that
        mean nothing exit with code 2.
    """
    options = _parser().parse_args(arguments)
    torch.set_num_threads(1)  # faster than several for so small a model
    try:
        options.run(options)
    except (CommandError, CheckpointError, UnknownTokenError) as error:
        print(f"mygpt: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print(f"mygpt: {where}{error.strerror}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nmygpt: stopped", file=sys.stderr)
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "mygpt",
        description=__doc__,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=lambda _: mygpt.main())
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    it = commands.add_parser("train", help="learn to continue a text")
    it.description = "Learn to continue a text, character by character."
    it.add_argument("file", type=Path, help="the text, UTF-8")
    it.add_argument("--checkpoint", type=Path, help="where to keep it (FILE.mygpt)")
    it.add_argument("--resume", action="store_true", help="go on with the checkpoint")
    it.add_argument("--steps", type=_count, default=500, help="steps in all (500)")
    it.add_argument("--batch", type=_count, default=16, help="windows in a step (16)")
    it.add_argument("--seed", type=int, default=0, help="of everything random (0)")
    sizes = it.add_argument_group(
        "sizes", "of a new model; --resume keeps those it has"
    )
    sizes.add_argument("--context", type=_count, help=f"characters it sees ({CONTEXT})")
    sizes.add_argument("--width", type=_count, default=64, help="numbers a token (64)")
    sizes.add_argument("--heads", type=_count, default=4, help="per block (4)")
    sizes.add_argument("--layers", type=_count, default=2, help="blocks (2)")
    sizes.add_argument("--lr", type=_positive, default=3e-3, help="step size (0.003)")
    it.set_defaults(run=_train)

    it = commands.add_parser("sample", help="let a trained model write")
    it.description = "Continue a prompt and print it with what follows."
    it.add_argument("--checkpoint", type=Path, required=True, help="from mygpt train")
    it.add_argument("--prompt", required=True, help="how the text begins")
    it.add_argument("--length", type=_count, default=300, help="characters (300)")
    it.add_argument(
        "--temperature",
        type=_not_negative,
        default=0.8,
        help="0 is the likeliest (0.8)",
    )
    it.add_argument("--top-k", type=_count, help="choose among the K likeliest (all)")
    it.add_argument("--seed", type=int, default=0, help="of what is drawn (0)")
    it.set_defaults(run=_sample)
    return parser


def _train(options: argparse.Namespace) -> None:
    path: Path = options.checkpoint or options.file.with_name(
        f"{options.file.name}.mygpt"
    )
    text = _read(options.file)
    run = _resumed(path, text) if options.resume else _fresh(path, text, options)
    ids = run.tokenizer.encode(text)
    length = run.model.config.context
    if len(ids) <= length:
        raise CommandError(
            f"{options.file} has {len(ids)} characters, too few for a context of "
            f"{length}: at most --context {len(ids) - 1}"
        )
    if run.steps >= options.steps:
        raise CommandError(
            f"{path} has already taken {run.steps} steps: ask for more with --steps"
        )
    parameters = sum(parameter.numel() for parameter in run.model.parameters())
    _note(f"{len(ids)} characters, {len(run.tokenizer.vocabulary)} different ones")
    _note(f"{parameters} parameters, steps {run.steps + 1} to {options.steps}")

    save(path, run)  # before the work: a place that cannot be written is known now
    saved, loss = run.steps, math.nan
    report = _progress(run.steps, options.steps)
    try:
        while run.steps < options.steps:
            steps = min(SAVE_EVERY, options.steps - run.steps)
            todo = batches(ids, length, options.batch, steps, run.generator)
            loss = train(run.model, todo, run.optimiser, report)[-1]
            if not math.isfinite(loss):
                raise CommandError(
                    f"the loss has become {loss}: start anew with a smaller --lr; "
                    f"{path} holds the first {saved} steps"
                )
            run.steps += steps
            save(path, run)
            saved = run.steps
    except KeyboardInterrupt:
        _note(f"\n{path} holds the first {saved} steps: go on with --resume")
        raise
    unsure = torch.tensor(loss).exp().item()
    _note(f"loss {loss:.4f} nats per character: as unsure as among {unsure:.1f}")
    _note(f'now: mygpt sample --checkpoint {path} --prompt "…"')


def _fresh(path: Path, text: str, options: argparse.Namespace) -> Run:
    if path.exists():
        raise CommandError(
            f"{path} exists and stays as it is: go on with --resume, or name another "
            "--checkpoint"
        )
    tokenizer = Tokenizer.of(text)
    config = GPTConfig(
        vocab_size=len(tokenizer.vocabulary),
        context=options.context or min(CONTEXT, len(text) - 1),
        width=options.width,
        heads=options.heads,
        layers=options.layers,
    )
    if config.width % config.heads:
        raise CommandError(
            f"--width {config.width} is no multiple of --heads {config.heads}"
        )
    return new_run(tokenizer, config, options.lr, options.seed)


def _resumed(path: Path, text: str) -> Run:
    run = load(path)
    run.tokenizer.encode(text)
    return run


def _sample(options: argparse.Namespace) -> None:
    run = load(options.checkpoint)
    if not options.prompt:
        raise CommandError("the prompt is empty: give at least one character")
    ids = run.tokenizer.encode(options.prompt)
    context = run.model.config.context
    if len(ids) > context:
        _note(f"prompt of {len(ids)} characters: the model sees the last {context}")
    text = sample(
        run.model,
        ids,
        options.length,
        options.temperature,
        options.top_k,
        torch.Generator().manual_seed(options.seed),
    )
    print(run.tokenizer.decode(text))


def _read(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise CommandError(f"{path} is not a text in UTF-8: {error.reason}") from error
    if not text:
        raise CommandError(f"{path} is empty")
    if len(text) == 1:
        raise CommandError(f"{path} has one character, and nothing comes after it")
    return text


def _progress(first: int, last: int) -> Callable[[float], None]:
    """Make a report for `train` that draws a bar, or ten lines if nobody watches."""
    started, done, smooth = time.monotonic(), first, 0.0

    def report(loss: float) -> None:
        nonlocal done, smooth
        smooth = loss if done == first else 0.9 * smooth + 0.1 * loss
        done += 1
        left = (time.monotonic() - started) / (done - first) * (last - done)
        line = f"{done:>{len(str(last))}}/{last}  loss {smooth:.3f}  {left:3.0f} s left"
        if sys.stderr.isatty():
            bar = "█" * (30 * done // last)
            end = "\n" if done == last else ""
            print(f"\r{bar:░<30} {line}", end=end, file=sys.stderr, flush=True)
        elif done % max(1, last // 10) == 0 or done == last:
            _note(line)

    return report


def _note(text: str) -> None:
    print(text, file=sys.stderr)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 on")
    return int(text)


def _positive(text: str) -> float:
    number = _not_negative(text)
    if not 0 < number <= 1000:  # far beyond what can work, far below what overflows
        raise argparse.ArgumentTypeError(f"{text!r} is not above 0 and at most 1000")
    return number


def _not_negative(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number < math.inf:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 on")
    return number


if __name__ == "__main__":
    sys.exit(main())
