"""What the book builds: from a vocabulary of four tokens to a small GPT.

The modules are written to be read, from the bottom up; torch is all that they need,
and `cli` Click:

- `__init__`: the four tokens of the first chapters, their ids, and a seed
- `tokenizer`: any text to ids and back, by characters or by words
- `poem`: a text to learn by heart
- `data`: batches of random windows of any text
- `bigram`: the smallest model, a table with a row for each token
- `mlp`: a window of a few tokens, and a hidden layer
- `attention`: tokens that look at those before them; heads, the mask, the KV cache
- `block`: attention and feed-forward, each normalised before and added after
- `norm`, `gated`, `rotary`, `grouped`: what blocks of today have in their places
- `model`: the GPT, embeddings, blocks and an output layer
- `train`: the loop for all of them, and the loss on a text kept apart
- `language`: a toy language of 252 sentences whose best possible loss is known
- `sample`: writing, one token after the other
- `checkpoint`: a training run in a file
- `cli`: the command `mygpt`

`to_ids` and `set_seed` are for the first chapters; from `tokenizer` on, a `Tokenizer`
takes the place of the one and a `torch.Generator` often that of the other.
"""

import torch

VOCAB: tuple[str, ...] = ("I", "love", "AI", "!")
"""The vocabulary of the first chapters: a token's id is its position here."""


def to_ids(tokens: list[str]) -> torch.Tensor:
    """Look up the id of each token.

    Args:
        tokens: Tokens of `VOCAB`, in any order and number.

    Returns:
        The ids, of shape `(len(tokens),)` and dtype `torch.long`.

    Raises:
        ValueError: A token is not in `VOCAB`.
    """
    for token in tokens:
        if token not in VOCAB:
            known = ", ".join(VOCAB)
            raise ValueError(f"no token {token!r} in the vocabulary: {known}")
    return torch.tensor([VOCAB.index(token) for token in tokens], dtype=torch.long)


def set_seed(seed: int = 0) -> None:
    """Start every random number generator of torch at `seed`.

    The same seed gives the same numbers on the same machine with the same release
    of torch. Across machines, releases and devices PyTorch promises no equality
    (see "Reproducibility" in the PyTorch documentation).

    Args:
        seed: A whole number that fits in 64 bits. The CPU's generator keeps the
            lowest 32 of them (PyTorch 2.13), so `2**32` starts where 0 does.
    """
    torch.manual_seed(seed)


def main() -> None:
    """Print the running example: the vocabulary, its ids, three seeded numbers."""
    print("vocabulary:", VOCAB)
    print("V =", len(VOCAB))
    print("ids:", to_ids(list(VOCAB)))
    set_seed(0)
    print("three random numbers:", torch.randn(3))
