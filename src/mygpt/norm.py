"""RMSNorm: numbers of a moderate size, without a mean to subtract.

After Zhang and Sennrich, "Root Mean Square Layer Normalization" (2019).
"""

import torch
from torch import Tensor, nn


class RMSNorm(nn.Module):
    """Divide the numbers of each token by their root mean square, then scale them.

    `torch.nn.RMSNorm` computes the same, and its parameter has the same name.
    """

    def __init__(self, width: int, eps: float = 1e-5) -> None:
        """Start with all scales at one.

        Args:
            width: Numbers for each token (C).
            eps: What is added to the mean square, so that zeros stay zeros.
        """
        super().__init__()
        self.eps = eps
        self.weight = nn.Parameter(torch.ones(width))

    def forward(self, x: Tensor) -> Tensor:
        """Compute (B, T, C) -> (B, T, C)."""
        mean_square = x.square().mean(dim=-1, keepdim=True)  # (B, T, 1)
        return x * (mean_square + self.eps).rsqrt() * self.weight  # (B, T, C) * (C,)
