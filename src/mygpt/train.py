"""The loop of the whole book, around any model that turns ids into logits."""

from collections.abc import Callable, Iterable

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from mygpt.data import Sentence, rows


def next_token_loss(model: nn.Module, inputs: Tensor, targets: Tensor) -> Tensor:
    """Compute the mean cross-entropy of the next token, in nats.

    Args:
        model: Turns ids `(B, T)` into logits `(B, T, V)`.
        inputs: Token ids, `(B, T)`.
        targets: The token after each input, `(B, T)`.

    Returns:
        A scalar; ln V for a model that finds all V tokens equally likely.
    """
    logits = model(inputs)  # (B, T, V)
    return F.cross_entropy(logits.flatten(0, 1), targets.flatten())  # (BT, V), (BT,)


def train(
    model: nn.Module,
    batches: Iterable[tuple[Tensor, Tensor]],
    optimiser: torch.optim.Optimizer,
    report: Callable[[float], None] | None = None,
) -> list[float]:
    """Take one step for each batch.

    Args:
        model: Turns ids `(B, T)` into logits `(B, T, V)`; changed in place.
        batches: Pairs of inputs and targets, each `(B, T)`.
        optimiser: Holds the parameters of the model.
        report: Called after each step with its loss.

    Returns:
        The loss of each step, in nats per token, computed before the step.
    """
    losses = []
    for inputs, targets in batches:
        optimiser.zero_grad()
        loss = next_token_loss(model, inputs, targets)
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
        if report is not None:
            report(losses[-1])
    return losses


@torch.no_grad()
def sentence_loss(model: nn.Module, sentences: Iterable[Sentence]) -> float:
    """Compute the mean loss of a model on sentences, each read on its own.

    This is to be compared with `mygpt.data.floor` for the same sentences.

    Args:
        model: Turns ids `(B, T)` into logits `(B, T, V)`, without a look at later ids.
        sentences: Sentences of the language of `mygpt.data`.

    Returns:
        Nats per predicted token.
    """
    return next_token_loss(model, *rows(sentences)).item()
