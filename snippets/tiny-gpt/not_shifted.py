"""Break it: the target is the token itself."""

# %% not-shifted
import torch

from mygpt import set_seed
from mygpt.data import batches
from mygpt.language import WORDS, sample_stream
from mygpt.model import GPT, GPTConfig
from mygpt.sample import sample
from mygpt.train import train

chance = torch.Generator().manual_seed(0)
stream, starts = sample_stream(500, chance)
set_seed(0)
model = GPT(GPTConfig(vocab_size=17, context=16, heads=1))
optimiser = torch.optim.AdamW(model.parameters(), lr=0.01)
shifted = batches(stream, 16, 16, 150, chance, starts)
losses = train(model, ((inputs, inputs) for inputs, _ in shifted), optimiser)

print(f"loss below a hundredth: {losses[-1] < 0.01}")
print(WORDS.decode(sample(model, WORDS.encode("<s> she"), 6, temperature=0)))

# %% claim: frozen
assert losses[-1] < 0.01
assert (
    sample(model, WORDS.encode("<s> she"), 6, temperature=0)[1:].unique().numel() == 1
)
