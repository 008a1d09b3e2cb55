"""Turn text into token ids and back: one id for each character, or for each word."""

from collections.abc import Iterable
from dataclasses import dataclass

import torch
from torch import Tensor


class UnknownTokenError(ValueError):
    """A text holds a token that is not in the vocabulary."""


@dataclass(frozen=True)
class Tokenizer:
    """A vocabulary, and how a text is cut into its tokens.

    Args:
        vocabulary: The tokens; the id of a token is its position here.
        separator: What stands between two tokens: `""` when tokens are characters,
            `" "` when they are words.
    """

    vocabulary: tuple[str, ...]
    separator: str = ""

    @classmethod
    def of(cls, text: str) -> "Tokenizer":
        """Collect the characters of a text, in alphabetical order."""
        return cls(tuple(sorted(set(text))))

    def encode(self, text: str) -> Tensor:
        """Look up the id of each token of a text.

        Returns:
            The ids, of shape `(T,)` and dtype `torch.long`, for a text of T tokens.

        Raises:
            UnknownTokenError: The vocabulary lacks a token of the text.
        """
        in_words = bool(self.separator and text)  # no text has no words
        tokens = text.split(self.separator) if in_words else list(text)
        id_of = {token: position for position, token in enumerate(self.vocabulary)}
        if unknown := sorted(set(tokens) - set(id_of)):
            raise UnknownTokenError(
                f"not in the vocabulary: {', '.join(map(repr, unknown))}; its "
                f"{len(id_of)} tokens are {self.separator.join(self.vocabulary)!r}"
            )
        return torch.tensor([id_of[token] for token in tokens], dtype=torch.long)

    def decode(self, ids: Tensor | Iterable[int]) -> str:
        """Write the text that the ids, `(T,)`, stand for: the inverse of `encode`."""
        return self.separator.join(self.vocabulary[position] for position in ids)
