"""The smallest language model: it looks at one token to predict the next."""

from torch import Tensor, nn


class Bigram(nn.Module):
    """A table with a row of logits for each token that can come before."""

    def __init__(self, vocab_size: int) -> None:
        """Start with equal logits.

        Args:
            vocab_size: The number of tokens (V).
        """
        super().__init__()
        self.table = nn.Embedding(vocab_size, vocab_size)
        nn.init.zeros_(self.table.weight)

    def forward(self, ids: Tensor) -> Tensor:
        """Compute the logits of the token after each token: (B, T) -> (B, T, V)."""
        return self.table(ids)
