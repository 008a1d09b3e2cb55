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
    def of(cls, text: str, separator: str = "") -> "Tokenizer":
        """Collect the vocabulary of a text, in alphabetical order."""
        tokens = cls((), separator).split(text)
        return cls(tuple(sorted(set(tokens))), separator)

    def split(self, text: str) -> list[str]:
        """Cut a text into tokens."""
        if not text:
            return []
        return text.split(self.separator) if self.separator else list(text)

    def encode(self, text: str) -> Tensor:
        """Look up the id of each token of a text.

        Returns:
            The ids, of shape `(T,)` and dtype `torch.long`, for a text of T tokens.

        Raises:
            UnknownTokenError: The vocabulary lacks a token of the text.
        """
        id_of = {token: position for position, token in enumerate(self.vocabulary)}
        tokens = self.split(text)
        unknown = sorted(set(tokens) - set(id_of))
        if unknown:
            quoted = ", ".join(repr(token) for token in unknown)
            known = repr(self.separator.join(self.vocabulary))
            raise UnknownTokenError(
                f"not in the vocabulary: {quoted}; its {len(id_of)} tokens are {known}"
            )
        return torch.tensor([id_of[token] for token in tokens], dtype=torch.long)

    def decode(self, ids: Tensor | Iterable[int]) -> str:
        """Write the text that the ids stand for: the inverse of `encode`.

        Args:
            ids: Ids of tokens, of shape `(T,)`.
        """
        positions = ids.tolist() if isinstance(ids, Tensor) else ids
        return self.separator.join(self.vocabulary[position] for position in positions)
