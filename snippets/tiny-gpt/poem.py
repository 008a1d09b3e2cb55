"""The same model, on the characters of a poem."""
# varies: which model a training in float32 ends at depends on the processor's last bits

# %% data
import math

import torch

from mygpt import set_seed
from mygpt.data import batches
from mygpt.model import GPT, GPTConfig
from mygpt.poem import JABBERWOCKY
from mygpt.sample import sample
from mygpt.tokenizer import Tokenizer
from mygpt.train import train

letters = Tokenizer.of(JABBERWOCKY)
ids = letters.encode(JABBERWOCKY)  # (T,)
symbols = len(letters.vocabulary)
print(len(ids), "characters,", symbols, "different ones, ln", symbols, "=", end=" ")
print(f"{math.log(symbols):.2f}")

# %% train
set_seed(0)
config = GPTConfig(vocab_size=symbols, context=32, width=48, heads=4, layers=1)
model = GPT(config)
optimiser = torch.optim.AdamW(model.parameters(), lr=0.01)
chance = torch.Generator().manual_seed(0)
losses = train(model, batches(ids, 32, 16, 400, chance), optimiser)

parameters = sum(p.numel() for p in model.parameters())
print(f"{parameters:,} parameters for {len(ids)} characters")
print(f"loss {losses[0]:.1f} -> {sum(losses[-20:]) / 20:.1f}")
last = sum(losses[-20:]) / 20

# %% claim: starts-at-ln-v
assert abs(losses[0] - math.log(symbols)) < 0.05

# %% write
prompt = "'Twas b"
text = letters.decode(sample(model, letters.encode(prompt), 60, temperature=0))
quoted = max(n for n in range(1, len(text) + 1) if text[:n] in JABBERWOCKY)
print(text)
print("word for word in the poem:", quoted == len(text))

# %% claim: it-knows-the-poem-by-heart
assert last < 0.6, last
assert quoted > 30, text
assert parameters > 10 * len(ids)
