"""A language model that looks through a window of a few tokens.

After Bengio, Ducharme, Vincent and Jauvin, "A Neural Probabilistic Language Model"
(2003).
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class MLP(nn.Module):
    """The last few tokens side by side, a hidden layer, and logits."""

    def __init__(
        self,
        vocab_size: int,
        context: int,
        start: int,
        width: int = 8,
        hidden: int = 32,
    ) -> None:
        """Draw the parameters.

        Args:
            vocab_size: The number of tokens (V).
            context: Tokens in the window (n).
            start: The id that stands where the window reaches beyond the beginning.
            width: Numbers for each token (C).
            hidden: Units of the hidden layer.
        """
        super().__init__()
        self.context, self.start = context, start
        self.tokens = nn.Embedding(vocab_size, width)
        self.hidden = nn.Linear(context * width, hidden)
        self.head = nn.Linear(hidden, vocab_size)

    def windows(self, ids: Tensor) -> Tensor:
        """Give each token the window that ends with it: (B, T) -> (B, T, n)."""
        before = self.context - 1
        return F.pad(ids, (before, 0), value=self.start).unfold(1, self.context, 1)

    def forward(self, ids: Tensor) -> Tensor:
        """Compute the logits of the token after each token: (B, T) -> (B, T, V)."""
        x = self.tokens(self.windows(ids))  # (B, T, n) -> (B, T, n, C)
        x = torch.tanh(self.hidden(x.flatten(2)))  # (B, T, nC) -> (B, T, hidden)
        return self.head(x)
