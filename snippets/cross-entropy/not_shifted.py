"""Targets that nobody shifted: a wonderful loss, and a model that can only repeat."""

# %% not-shifted
import torch

from mygpt.bigram import Bigram
from mygpt.language import SENTENCES, WORDS, best_loss, to_stream
from mygpt.train import train

text = to_stream(SENTENCES)[None, :]  # (1, T)
model = Bigram(vocab_size=17)
optimiser = torch.optim.Adam(model.parameters(), lr=0.3)
losses = train(model, [(text, text)] * 100, optimiser)  # input and target are the same
print(f"loss {losses[-1]:.4f}, and no bigram model can be below {best_loss(1):.4f}")

# %% claim: below-the-floor
last = losses[-1]
assert last < best_loss(1) / 10, last

# %% writes
word = WORDS.encode("Alice")
for _ in range(6):
    print(WORDS.decode(word), end=" ")
    word = model(word).argmax(dim=-1)

# %% claim: only-repeats
assert model(torch.arange(17)).argmax(dim=-1).equal(torch.arange(17))
