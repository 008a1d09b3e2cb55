"""The gated feed-forward network: one widened copy of a token opens another.

After Shazeer, "GLU Variants Improve Transformer" (2020), where it is called SwiGLU.
"""

import torch.nn.functional as F
from torch import Tensor, nn


class GatedFeedForward(nn.Module):
    """Widen twice, let one of the two decide how much of the other passes, narrow.

    Three matrices take the place of the two of `FeedForward`. With an inner width of
    8C/3 in place of 4C they have as many numbers.
    """

    def __init__(
        self, width: int, hidden: int | None = None, bias: bool = True
    ) -> None:
        """Draw the three layers.

        Args:
            width: Numbers for each token (C).
            hidden: Numbers in between (F); None for 8C/3, rounded down.
            bias: Whether the layers have one.
        """
        super().__init__()
        hidden = 8 * width // 3 if hidden is None else hidden
        self.gate = nn.Linear(width, hidden, bias)
        self.widen = nn.Linear(width, hidden, bias)
        self.narrow = nn.Linear(hidden, width, bias)

    def forward(self, x: Tensor) -> Tensor:
        """Compute (B, T, C) -> (B, T, F) -> (B, T, C)."""
        return self.narrow(F.silu(self.gate(x)) * self.widen(x))
