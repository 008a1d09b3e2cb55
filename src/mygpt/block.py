"""The transformer block: tokens exchange what they know, then each thinks it over."""

from torch import Tensor, nn

from mygpt.attention import KVCache, MultiHead


class FeedForward(nn.Module):
    """A small network of its own for every token: widen, bend, narrow.

    The factor 4 is that of Vaswani et al. (2017); GELU is by Hendrycks and Gimpel,
    "Gaussian Error Linear Units" (2016).
    """

    def __init__(self, width: int) -> None:
        """Draw two layers for tokens of so many numbers (C)."""
        super().__init__()
        self.widen = nn.Linear(width, 4 * width)
        self.bend = nn.GELU()
        self.narrow = nn.Linear(4 * width, width)

    def forward(self, x: Tensor) -> Tensor:
        """Compute (B, T, C) -> (B, T, 4C) -> (B, T, C)."""
        return self.narrow(self.bend(self.widen(x)))


class Block(nn.Module):
    """Attention and feed-forward, each normalised before and added to what was there.

    Adding (He et al., "Deep Residual Learning for Image Recognition", 2015) lets the
    gradient pass unchanged; normalising before (Xiong et al., "On Layer Normalization
    in the Transformer Architecture", 2020) keeps it of moderate size.
    """

    def __init__(self, width: int, heads: int, context: int) -> None:
        """Draw the parameters; the arguments are those of `MultiHead`."""
        super().__init__()
        self.norm_1 = nn.LayerNorm(width)
        self.attention = MultiHead(width, heads, context)
        self.norm_2 = nn.LayerNorm(width)
        self.feed_forward = FeedForward(width)

    def forward(self, x: Tensor, cache: KVCache | None = None) -> Tensor:
        """Compute (B, T, C) -> (B, T, C)."""
        x = x + self.attention(self.norm_1(x), cache)
        x = x + self.feed_forward(self.norm_2(x))
        return x
