"""The whole small GPT: embeddings, blocks, and a logit for every possible next token.

The architecture is that of Radford et al., "Language Models are Unsupervised Multitask
Learners" (GPT-2, 2019), with a separate output layer, the exact GELU, and neither
biases in attention nor dropout.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from mygpt.attention import KVCache
from mygpt.block import Block


@dataclass(frozen=True)
class GPTConfig:
    """The sizes of a GPT: everything needed to build it, except its parameters."""

    vocab_size: int
    """Tokens in the vocabulary (V)."""
    context: int = 32
    """Tokens that the model can look at, itself included."""
    width: int = 32
    """Numbers for each token (C)."""
    heads: int = 2
    """Attention heads in each block (H), a divisor of the width."""
    layers: int = 1
    """Blocks, one after the other."""


class GPT(nn.Module):
    """A decoder-only transformer."""

    def __init__(self, config: GPTConfig) -> None:
        """Draw the parameters of a GPT of these sizes."""
        super().__init__()
        V, C = config.vocab_size, config.width
        self.config = config
        self.tokens = nn.Embedding(V, C)
        self.positions = nn.Embedding(config.context, C)
        self.blocks = nn.ModuleList(
            Block(C, config.heads, config.context) for _ in range(config.layers)
        )
        self.norm = nn.LayerNorm(C)
        self.head = nn.Linear(C, V, bias=False)
        # Embeddings no larger than what the blocks add to them, and nearly no opinion
        # about the next token: the first loss is close to ln V.
        nn.init.normal_(self.tokens.weight, std=0.1)
        nn.init.normal_(self.positions.weight, std=0.1)
        nn.init.normal_(self.head.weight, std=0.02)

    def forward(self, ids: Tensor, cache: KVCache | None = None) -> Tensor:
        """Compute the logits of the token after each token.

        Args:
            ids: Token ids, `(B, T)`.
            cache: What was computed for the tokens before these; it grows by T.

        Returns:
            Logits, `(B, T, V)`: those at position t depend on no token after t.

        Raises:
            ValueError: There are more tokens than the context holds.
        """
        before = 0 if cache is None else cache.length
        end, context = before + ids.shape[1], self.config.context
        if end > context:
            raise ValueError(
                f"sequence of {end} tokens, but the context holds {context}"
            )
        positions = torch.arange(before, end, device=ids.device)
        x = self.tokens(ids) + self.positions(positions)  # (B, T, C) + (T, C)
        for block in self.blocks:
            x = block(x, cache)
        return self.head(self.norm(x))  # (B, T, C) -> (B, T, V)
