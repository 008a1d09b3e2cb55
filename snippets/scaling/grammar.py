"""The grammar of the book is learned in steps, not along a power law."""

# %% grammar
import torch

from mygpt import set_seed
from mygpt.data import batches
from mygpt.language import SENTENCES, best_loss, sample_stream, sentence_loss
from mygpt.model import GPT, GPTConfig
from mygpt.train import train

chance = torch.Generator().manual_seed(0)
stream, starts = sample_stream(5000, chance)
cut = list(batches(stream, 16, 16, 256, chance, starts))
above = {}
for width in (2, 4, 8, 16):
    set_seed(0)
    model = GPT(GPTConfig(17, context=16, width=width, heads=1)).double()
    optimiser = torch.optim.AdamW(model.parameters(), lr=0.01)
    N, row = sum(p.numel() for p in model.parameters()), []
    for read, steps in ((0, 16), (16, 32), (32, 64), (64, 128), (128, 256)):
        train(model, cut[read:steps], optimiser)
        row.append(sentence_loss(model, SENTENCES) - best_loss(None))
    above[N] = row
    print(f"{N:6,}", " ".join(f"{loss:5.2f}" for loss in row))
one_word = best_loss(1) - best_loss(None)
print(f"a model that sees one word: {one_word:.2f}")

# %% claim: steps-not-a-line
tiny, small, middle, large = above.values()
assert max(abs(row[3] - one_word) for row in (small, middle, large)) < 0.03
assert max(large[4], middle[4]) < one_word / 2 and small[4] > 0.9 * one_word
assert tiny[4] > 0.5, above
assert max(above) > 20 * min(above)
