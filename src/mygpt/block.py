"""The transformer block: tokens exchange what they know, then each thinks it over."""

from torch import Tensor, nn

from mygpt.attention import KVCache, MultiHead


class FeedForward(nn.Module):
    """A small network of its own for every token: widen, bend, narrow.

    The factor 4 is that of Vaswani et al. (2017); GELU is by Hendrycks and Gimpel,
    "Gaussian Error Linear Units" (2016).
    """

    def __init__(
        self, width: int, hidden: int | None = None, bias: bool = True
    ) -> None:
        """Draw two layers.

        Args:
            width: Numbers for each token (C).
            hidden: Numbers in between (F); None for 4C.
            bias: Whether the layers have one.
        """
        super().__init__()
        hidden = 4 * width if hidden is None else hidden
        self.widen = nn.Linear(width, hidden, bias)
        self.bend = nn.GELU()
        self.narrow = nn.Linear(hidden, width, bias)

    def forward(self, x: Tensor) -> Tensor:
        """Compute (B, T, C) -> (B, T, F) -> (B, T, C)."""
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
