"""Causal self-attention: each token gathers what it needs from those before it.

Shapes: B sequences in a batch, T tokens in a sequence, C numbers for a token (the
width), H heads with D = C / H numbers each. After Vaswani et al., "Attention Is All
You Need" (2017).
"""

import math

import torch
from torch import Tensor, nn


class KVCache(dict[nn.Module, tuple[Tensor, Tensor]]):
    """The keys and values of the tokens that each attention layer has seen.

    Sampling keeps them, so that a new token costs one row and not the whole table.
    """

    def extend(self, layer: nn.Module, k: Tensor, v: Tensor) -> tuple[Tensor, Tensor]:
        """Append new keys and values, each (B, H, T, D); return all of them."""
        old_k, old_v = self.get(layer, (k[:, :, :0], v[:, :, :0]))  # at first, none
        self[layer] = torch.cat([old_k, k], dim=2), torch.cat([old_v, v], dim=2)
        return self[layer]

    def seen_by(self, layer: nn.Module) -> int:
        """Count the tokens that one layer has seen."""
        return self[layer][0].shape[2] if layer in self else 0

    @property
    def length(self) -> int:
        """The number of tokens seen so far."""
        return max((self.seen_by(layer) for layer in self), default=0)


def attend(q: Tensor, k: Tensor, v: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
    """Average the values, weighted by how well each key answers each query.

    Args:
        q: Queries, `(…, T, D)`.
        k: Keys, `(…, S, D)`; S differs from T only while sampling with a `KVCache`.
        v: Values, `(…, S, D)`.
        mask: Which keys a query may see, `(T, S)`: True where it may.

    Returns:
        The outputs `(…, T, D)` and the attention weights `(…, T, S)`.
        `torch.nn.functional.scaled_dot_product_attention` computes the same outputs
        faster, and never holds the whole table of weights.
    """
    D = q.shape[-1]
    attn_scores = q @ k.transpose(-2, -1) / math.sqrt(D)  # (…, T, D) @ (…, D, S)
    attn_scores = attn_scores.masked_fill(~mask, -math.inf)
    attn_weights = attn_scores.softmax(dim=-1)  # (…, T, S), each row sums to 1
    return attn_weights @ v, attn_weights  # (…, T, S) @ (…, S, D) -> (…, T, D)


def causal_mask(context: int) -> Tensor:
    """Let each token see itself and those before it: a lower triangle of True."""
    return torch.ones(context, context, dtype=torch.bool).tril()


class Head(nn.Module):
    """One head of attention, to read before `MultiHead`."""

    mask: Tensor

    def __init__(self, width: int, size: int, context: int) -> None:
        """Draw the three matrices.

        Args:
            width: Numbers for each token (C).
            size: Numbers for each query, key and value (D).
            context: The longest sequence.
        """
        super().__init__()
        self.query = nn.Linear(width, size, bias=False)
        self.key = nn.Linear(width, size, bias=False)
        self.value = nn.Linear(width, size, bias=False)
        self.register_buffer("mask", causal_mask(context))

    def forward(self, x: Tensor) -> Tensor:
        """Compute (B, T, C) -> (B, T, D)."""
        T = x.shape[1]
        q, k, v = self.query(x), self.key(x), self.value(x)  # each (B, T, D)
        return attend(q, k, v, self.mask[:T, :T])[0]


class MultiHead(nn.Module):
    """Several heads side by side, computed at once, and a projection of their finds."""

    mask: Tensor

    def __init__(self, width: int, heads: int, context: int) -> None:
        """Draw the four matrices.

        Args:
            width: Numbers for each token (C).
            heads: The number of heads (H), a divisor of the width.
            context: The longest sequence.

        Raises:
            ValueError: The width does not divide into so many heads.
        """
        super().__init__()
        if width % heads:
            raise ValueError(f"a width of {width} does not divide into {heads} heads")
        self.heads = heads
        self.query = nn.Linear(width, width, bias=False)
        self.key = nn.Linear(width, width, bias=False)
        self.value = nn.Linear(width, width, bias=False)
        self.proj = nn.Linear(width, width, bias=False)
        self.register_buffer("mask", causal_mask(context))

    def forward(self, x: Tensor, cache: KVCache | None = None) -> Tensor:
        """Compute (B, T, C) -> (B, T, C); with a cache, x holds new tokens only."""
        B, T, C = x.shape
        q = self._split(self.query(x))  # (B, T, C) -> (B, H, T, D)
        k = self._split(self.key(x))
        v = self._split(self.value(x))
        if cache is not None:
            k, v = cache.extend(self, k, v)  # (B, H, S, D)
        S = k.shape[2]
        out, _ = attend(q, k, v, self.mask[S - T : S, :S])  # (B, H, T, D)
        out = out.transpose(1, 2).reshape(B, T, C)  # the heads side by side again
        return self.proj(out)

    def _split(self, x: Tensor) -> Tensor:
        B, T, C = x.shape
        return x.view(B, T, self.heads, C // self.heads).transpose(1, 2)
