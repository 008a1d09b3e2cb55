"""Let a model write: predict, draw, append, repeat."""

import torch
from torch import Tensor

from mygpt.attention import KVCache
from mygpt.model import GPT


def sample_next(
    logits: Tensor,
    temperature: float = 1.0,
    top_k: int | None = None,
    generator: torch.Generator | None = None,
) -> Tensor:
    """Draw one token.

    Args:
        logits: One for each token of the vocabulary, `(V,)`.
        temperature: What the logits are divided by: below 1 the likely tokens become
            likelier, above 1 all become more alike; 0 takes the likeliest.
        top_k: Draw among so many of the likeliest tokens only.
        generator: Where the random number comes from.

    Returns:
        The id of the token, of shape `(1,)`.
    """
    if temperature < 1e-6:  # 0, or so near that dividing would overflow
        return logits.argmax(dim=-1, keepdim=True)
    if top_k is not None:
        kept = logits.topk(min(top_k, len(logits)))  # so many, also among equals
        nothing = torch.full_like(logits, -torch.inf)
        logits = nothing.scatter(0, kept.indices, kept.values)  # (V,)
    probabilities = (logits / temperature).softmax(dim=-1)
    return torch.multinomial(probabilities, 1, generator=generator)


@torch.no_grad()
def sample(
    model: GPT,
    ids: Tensor,
    length: int,
    temperature: float = 1.0,
    top_k: int | None = None,
    generator: torch.Generator | None = None,
    cached: bool = True,
) -> Tensor:
    """Continue a sequence of tokens.

    Args:
        model: The model.
        ids: The prompt, `(T,)` with at least one token; the model sees as many of the
            last tokens as its context holds.
        length: How many tokens to add.
        temperature: See `sample_next`.
        top_k: See `sample_next`.
        generator: Where the random numbers come from.
        cached: Keep keys and values, which changes the time and not the result.

    Returns:
        Prompt and continuation, `(T + length,)`.
    """
    cache = KVCache()
    for _ in range(length):
        seen = ids[-model.config.context :]
        if not cached or cache.length + 1 != len(seen):
            # Also once the context is full: then every token moves to a new position.
            cache = KVCache()
        logits = model(seen[None, cache.length :], cache)[0, -1]  # (1, T, V) -> (V,)
        ids = torch.cat([ids, sample_next(logits, temperature, top_k, generator)])
    return ids
