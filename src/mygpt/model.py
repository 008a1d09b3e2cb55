"""The whole small GPT: embeddings, blocks, and a logit for every possible next token.

The architecture is that of Radford et al., "Language Models are Unsupervised Multitask
Learners" (GPT-2, 2019), with a separate output layer, the exact GELU, and neither
biases in attention nor dropout. What models of today have in place of its parts is
chosen by the config: rotary positions, RMSNorm, a gate, shared keys and values.
"""

from dataclasses import dataclass
from typing import Literal, get_args

import torch
from torch import Tensor, nn

from mygpt.attention import KVCache
from mygpt.block import Block, FeedForward
from mygpt.gated import GatedFeedForward
from mygpt.grouped import GroupedHeads
from mygpt.norm import RMSNorm

Positions = Literal["learned", "rotary", "none"]
Norm = Literal["layer", "rms"]


@dataclass(frozen=True)
class GPTConfig:
    """The sizes and parts of a GPT: all that it is built from, except its parameters.

    Without the parts it is the GPT of the book's first chapters about it.
    """

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
    positions: Positions = "learned"
    """How a token knows its place: from a table, by rotation, or not at all."""
    rotary_base: float = 10_000.0
    """How slow the slowest rotation is; see `mygpt.rotary`."""
    norm: Norm = "layer"
    """LayerNorm or RMSNorm, in the blocks and after them."""
    gated: bool = False
    """Whether the feed-forward network has a gate (SwiGLU)."""
    hidden: int | None = None
    """Numbers inside the feed-forward network; None for 4C, with a gate for 8C/3."""
    kv_heads: int | None = None
    """Heads of keys and values (G), a divisor of the heads; None for as many."""
    bias: bool = True
    """Whether feed-forward networks and LayerNorms add one; attention never does."""
    tied: bool = False
    """Whether the output layer is the table of tokens, used a second time."""

    def __post_init__(self) -> None:
        """Refuse the name of a part that there is not.

        Raises:
            ValueError: Nothing of this name is known.
        """
        for name, known in (("positions", Positions), ("norm", Norm)):
            if (chosen := getattr(self, name)) not in get_args(known):
                choices = ", ".join(get_args(known))
                raise ValueError(f"no {name} {chosen!r}, but there are {choices}")


def build_norm(config: GPTConfig) -> nn.Module:
    """Make the norm that the config asks for."""
    if config.norm == "rms":
        return RMSNorm(config.width)
    return nn.LayerNorm(config.width, bias=config.bias)


def build_block(config: GPTConfig) -> Block:
    """Draw the block of GPT-2, and exchange the parts that the config asks for."""
    C, H = config.width, config.heads
    block = Block(C, H, config.context)
    rotary_base = config.rotary_base if config.positions == "rotary" else None
    if config.kv_heads is not None or rotary_base is not None:
        G = H if config.kv_heads is None else config.kv_heads
        attention = GroupedHeads(C, H, G, config.context, rotary_base)
        block.add_module("attention", attention)
    if config.gated or config.hidden is not None or not config.bias:
        network = GatedFeedForward if config.gated else FeedForward
        block.add_module("feed_forward", network(C, config.hidden, config.bias))
    block.add_module("norm_1", build_norm(config))
    block.add_module("norm_2", build_norm(config))
    return block


class GPT(nn.Module):
    """A decoder-only transformer."""

    def __init__(self, config: GPTConfig) -> None:
        """Draw the parameters of a GPT of these sizes and parts."""
        super().__init__()
        V, C = config.vocab_size, config.width
        self.config = config
        self.tokens = nn.Embedding(V, C)
        self.positions = None
        if config.positions == "learned":
            self.positions = nn.Embedding(config.context, C)
        self.blocks = nn.ModuleList(build_block(config) for _ in range(config.layers))
        self.norm = build_norm(config)
        self.head = nn.Linear(C, V, bias=False)
        # Embeddings no larger than what the blocks add to them, and nearly no opinion
        # about the next token: the first loss is close to ln V.
        nn.init.normal_(self.tokens.weight, std=0.1)
        if self.positions is not None:
            nn.init.normal_(self.positions.weight, std=0.1)
        nn.init.normal_(self.head.weight, std=0.02)
        self.tie()

    def tie(self) -> None:
        """Let the output layer be the table of tokens, if the config says so."""
        if self.config.tied:
            self.head.weight = self.tokens.weight

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
        x = self.tokens(ids)  # (B, T) -> (B, T, C)
        if self.positions is not None:
            positions = torch.arange(before, end, device=ids.device)
            x = x + self.positions(positions)  # (B, T, C) + (T, C)
        for block in self.blocks:
            x = block(x, cache)
        return self.head(self.norm(x))  # (B, T, C) -> (B, T, V)
