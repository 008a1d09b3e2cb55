"""Break it: no token knows its place."""

# varies: which model a training in float32 ends at depends on the processor's last bits

# %% make
import torch

from mygpt import set_seed
from mygpt.data import batches
from mygpt.language import SENTENCES, best_loss, sample_stream, sentence_loss
from mygpt.model import GPT, GPTConfig
from mygpt.poem import JABBERWOCKY
from mygpt.sample import sample
from mygpt.tokenizer import Tokenizer
from mygpt.train import train


def make(positions, **sizes):
    set_seed(0)
    model = GPT(GPTConfig(context=16, **sizes))
    if not positions:  # every place gets the same vector, for good
        model.positions.weight.requires_grad_(False).zero_()
    return model


# %% shuffle
letters = Tokenizer.of(JABBERWOCKY)
sizes = {"vocab_size": len(letters.vocabulary), "width": 64, "heads": 4}


def same_prediction(model):
    model.double()  # so that rounding cannot be taken for a difference
    one, other = (model(letters.encode(it)[None])[0, -1] for it in ("toves", "vetos"))
    return torch.allclose(one, other, atol=1e-12)


alike = {known: same_prediction(make(known, **sizes)) for known in (True, False)}
print("with positions, the same prediction:   ", alike[True])
print("without positions, the same prediction:", alike[False])

# %% depth
deep = make(False, **sizes, layers=2)
masked = same_prediction(deep)
for block in deep.blocks:
    block.attention.mask.fill_(True)  # all may see all
unmasked = same_prediction(deep)
print("two blocks and the mask, the same prediction:", masked)
print("two blocks and no mask, the same prediction: ", unmasked)

# %% grammar
above = {}
for positions in (True, False):
    chance = torch.Generator().manual_seed(0)
    stream, starts = sample_stream(500, chance)
    model = make(positions, vocab_size=17, heads=1)
    optimiser = torch.optim.AdamW(model.parameters(), lr=0.01)
    train(model, batches(stream, 16, 16, 300, chance, starts), optimiser)
    above[positions] = sentence_loss(model, SENTENCES) - best_loss(None)
    print(f"positions {positions!s:5}  above the floor: {above[positions]:.2f}")

# %% poem
ids = letters.encode(JABBERWOCKY)
pieces = {JABBERWOCKY[i : i + 6] for i in range(len(JABBERWOCKY))}
losses, shares = {}, {}
for positions in (True, False):
    chance = torch.Generator().manual_seed(0)
    model = make(positions, **sizes)
    optimiser = torch.optim.AdamW(model.parameters(), lr=0.01)
    history = train(model, batches(ids, 16, 32, 200, chance), optimiser)
    losses[positions] = sum(history[-20:]) / 20
    text = letters.decode(sample(model, ids[:1], 300, 0.5, generator=chance))
    found = [text[i : i + 6] in pieces for i in range(len(text) - 5)]
    shares[positions] = sum(found) / len(found)
    print(f"positions {positions!s:5}  loss {losses[positions]:.1f}", end="  ")
    print(f"mostly pieces of the poem: {shares[positions] > 0.5}")

# %% claim: order-means-nothing
assert alike[False] and not alike[True], alike

# %% claim: the-mask-gives-order-away
assert unmasked and not masked

# %% claim: hardly-missed-in-the-grammar
assert min(above.values()) > 0 and max(above.values()) < 0.05, above

# %% claim: missed-in-the-poem
assert losses[False] > 1.5 * losses[True], losses
assert shares[True] > 0.7 and shares[False] < 0.2, shares
