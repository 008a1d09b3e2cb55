"""Batches of any text: random windows of its stream of token ids."""

from collections.abc import Iterator

import torch
from torch import Tensor


def batches(
    ids: Tensor,
    length: int,
    size: int,
    steps: int,
    generator: torch.Generator,
    starts: Tensor | None = None,
) -> Iterator[tuple[Tensor, Tensor]]:
    """Cut random windows out of a stream of tokens.

    Args:
        ids: The stream, of shape `(N,)`.
        length: Tokens in a window (T).
        size: Windows in a batch (B).
        steps: The number of batches.
        generator: Where the windows' places are drawn from.
        starts: Positions at which a window may begin; None for all of them.

    Yields:
        Inputs and targets, each `(B, T)`; a target is the token after its input.

    Raises:
        ValueError: The stream is too short for a window and the token after it.
    """
    starts = torch.arange(len(ids)) if starts is None else starts
    starts = starts[starts < len(ids) - length]
    if not len(starts):
        raise ValueError(
            f"{len(ids)} tokens are too few for windows of {length} and the one after"
        )
    for _ in range(steps):
        first = starts[torch.randint(len(starts), (size,), generator=generator)]  # (B,)
        positions = first[:, None] + torch.arange(length)  # (B, 1) + (T,) -> (B, T)
        yield ids[positions], ids[positions + 1]
