"""A table of positions has no row for the next place."""

# %% ends raises ValueError: sequence of 9 tokens, but the context holds 8
import torch

from mygpt.attention import KVCache
from mygpt.model import GPT, GPTConfig

model, cache = GPT(GPTConfig(17, context=8)), KVCache()
for _ in range(9):
    model(torch.tensor([[0]]), cache)
