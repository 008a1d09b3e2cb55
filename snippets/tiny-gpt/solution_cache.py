"""Sampling with and without kept keys and values."""

# %% cached
import torch

from mygpt import set_seed
from mygpt.language import WORDS
from mygpt.model import GPT, GPTConfig
from mygpt.sample import sample

set_seed(0)
model = GPT(GPTConfig(vocab_size=17, context=16))
texts = []
for cached in (True, False):
    chance = torch.Generator().manual_seed(3)
    ids = sample(model, WORDS.encode("<s>"), 30, generator=chance, cached=cached)
    texts.append(ids)
print(torch.equal(*texts))

# %% claim: cache-changes-nothing
assert torch.equal(*texts)
