"""Grouped-query attention: several heads of queries share a head of keys and values.

After Ainslie and others, "GQA: Training Generalized Multi-Query Transformer Models from
Multi-Head Checkpoints" (2023). To the shapes of `attention` comes G, the number of
heads of keys and values: G = H is `MultiHead`, and the KV cache is H / G times smaller.
"""

from torch import Tensor, nn

from mygpt.attention import KVCache, attend, causal_mask
from mygpt.rotary import frequencies, rotate


class GroupedHeads(nn.Module):
    """Causal self-attention whose keys and values are shared, and perhaps turned."""

    mask: Tensor

    def __init__(
        self,
        width: int,
        heads: int,
        kv_heads: int,
        context: int,
        rotary_base: float | None = None,
    ) -> None:
        """Draw the four matrices.

        Args:
            width: Numbers for each token (C).
            heads: Heads of queries (H), a divisor of the width.
            kv_heads: Heads of keys and values (G), a divisor of H.
            context: The longest sequence.
            rotary_base: See `mygpt.rotary`; None for no rotation.

        Raises:
            ValueError: The width does not divide into so many heads, the heads not into
                so many groups, or the numbers of a head not into pairs.
        """
        super().__init__()
        if width % heads:
            raise ValueError(f"a width of {width} does not divide into {heads} heads")
        if heads % kv_heads:
            raise ValueError(f"{heads} heads do not divide into {kv_heads} groups")
        D = width // heads
        if rotary_base is not None:
            frequencies(D, rotary_base)  # an odd D is known now, not at the first step
        self.heads, self.kv_heads, self.rotary_base = heads, kv_heads, rotary_base
        self.query = nn.Linear(width, width, bias=False)
        self.key = nn.Linear(width, kv_heads * D, bias=False)
        self.value = nn.Linear(width, kv_heads * D, bias=False)
        self.proj = nn.Linear(width, width, bias=False)
        self.register_buffer("mask", causal_mask(context))

    def forward(self, x: Tensor, cache: KVCache | None = None) -> Tensor:
        """Compute (B, T, C) -> (B, T, C); with a cache, x holds new tokens only."""
        B, T, C = x.shape
        q = self._split(self.query(x), self.heads)  # (B, T, C) -> (B, H, T, D)
        k = self._split(self.key(x), self.kv_heads)  # (B, T, GD) -> (B, G, T, D)
        v = self._split(self.value(x), self.kv_heads)
        if self.rotary_base is not None:
            before = 0 if cache is None else cache.seen_by(self)
            q = rotate(q, before, self.rotary_base)
            k = rotate(k, before, self.rotary_base)  # kept as they are turned
        if cache is not None:
            k, v = cache.extend(self, k, v)  # (B, G, S, D)
        S = k.shape[2]
        k, v = self._share(k), self._share(v)  # (B, H, S, D)
        out, _ = attend(q, k, v, self.mask[S - T : S, :S])  # (B, H, T, D)
        out = out.transpose(1, 2).reshape(B, T, C)  # the heads side by side again
        return self.proj(out)

    def _split(self, x: Tensor, heads: int) -> Tensor:
        B, T, width = x.shape
        return x.view(B, T, heads, width // heads).transpose(1, 2)

    def _share(self, x: Tensor) -> Tensor:
        """Give each group's keys or values to all its queries, one after the other."""
        return x.repeat_interleave(self.heads // self.kv_heads, dim=1)
