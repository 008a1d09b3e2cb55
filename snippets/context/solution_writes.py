"""Let two models write, and let a machine correct their grammar."""

# %% two-models
import torch

from mygpt.language import SENTENCES, START, WORDS, to_rows
from mygpt.mlp import MLP
from mygpt.train import train

start = WORDS.encode(START).item()
models = {}
for context in (1, 6):
    torch.manual_seed(0)
    models[context] = model = MLP(17, context, start)
    optimiser = torch.optim.Adam(model.parameters(), lr=0.03)
    train(model, [to_rows(SENTENCES)] * 150, optimiser)


# %% write
def write(model, generator):
    """Draw words until the next sentence would start."""
    ids = torch.tensor([[start]])
    while ids.shape[1] == 1 or ids[0, -1] != start:
        p = model(ids)[0, -1].softmax(dim=-1)
        ids = torch.cat([ids, p.multinomial(1, generator=generator)[None]], dim=1)
    return tuple(WORDS.decode(ids[0, :-1]).split())


right = {}
for context, model in models.items():
    generator = torch.Generator().manual_seed(0)
    written = [write(model, generator) for _ in range(200)]
    right[context] = sum(sentence in SENTENCES for sentence in written)
    print(f"context {context}: {right[context] / 200:.1f} of them in the language")

# %% claim: six-words-write-grammar
assert 80 < right[1] < 135, right
assert right[6] > 190, right
right_one, right_six = right[1], right[6]
