"""Rotary positions: where a token stands is an angle by which it is turned.

After Su and others, "RoFormer: Enhanced Transformer with Rotary Position Embedding"
(2021). Queries and keys are turned, and a score then depends on how far apart the two
are, not on where they stand. There is nothing to learn in it.
"""

import torch
from torch import Tensor


def frequencies(size: int, base: float = 10_000.0) -> Tensor:
    """Compute by how much each pair turns from one token to the next.

    Args:
        size: Numbers for each query and key (D), an even number.
        base: The slowest pair turns nearly so many times slower than the first.

    Returns:
        Radians per token, `(D / 2,)` in float64, from 1 down to nearly 1 / base.

    Raises:
        ValueError: The numbers cannot be taken in pairs.
    """
    if size % 2:
        raise ValueError(f"a head of {size} numbers cannot be cut into pairs")
    return base ** -(torch.arange(0, size, 2, dtype=torch.float64) / size)


def rotate(x: Tensor, first: int = 0, base: float = 10_000.0) -> Tensor:
    """Turn each pair of numbers by an angle that grows with the token's place.

    A pair is a number of the first half and the one at the same place of the second,
    as in the published code of Llama and Qwen in Hugging Face's transformers; the paper
    pairs neighbours. For what is learned this is only another order of the columns.

    Args:
        x: Queries or keys, `(…, T, D)`.
        first: The position of the first of these T tokens.
        base: See `frequencies`.

    Returns:
        The same, turned: no length changes, and position 0 stays as it is.
    """
    T, D = x.shape[-2:]
    # In float64, for in half precision far positions would fall together.
    positions = torch.arange(first, first + T, dtype=torch.float64)  # (T,)
    angles = positions[:, None] * frequencies(D, base)  # (T, 1) * (D/2,) -> (T, D/2)
    cos, sin = angles.cos().to(x), angles.sin().to(x)
    a, b = x.chunk(2, dim=-1)  # (…, T, D/2) each
    return torch.cat([a * cos - b * sin, a * sin + b * cos], dim=-1)  # (…, T, D)
