"""The loop of the whole book, around any model that turns ids into logits."""

from collections.abc import Callable, Iterable

import torch
import torch.nn.functional as F
from torch import Tensor, nn


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
def held_out_loss(model: nn.Module, ids: Tensor, context: int) -> float:
    """Compute the mean loss on a text, cut into windows that lie end to end.

    Args:
        model: Turns ids `(B, T)` into logits `(B, T, V)`.
        ids: A text that the model has not been trained on, `(N,)`, N > context.
        context: Tokens in a window (T); what does not fill a window is left out.

    Returns:
        Nats per predicted token.
    """
    inputs = ids[:-1].unfold(0, context, context)  # (N,) -> (B, T)
    targets = ids[1:].unfold(0, context, context)
    losses = [
        next_token_loss(model, some, after) * len(some)
        for some, after in zip(inputs.split(64), targets.split(64), strict=True)
    ]
    return torch.stack(losses).sum().item() / len(inputs)
