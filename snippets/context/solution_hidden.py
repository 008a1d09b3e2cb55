"""How few hidden units will do."""

# %% units
import torch

from mygpt.language import SENTENCES, START, WORDS, best_loss, to_rows
from mygpt.mlp import MLP
from mygpt.train import train

start, examples = WORDS.encode(START).item(), to_rows(SENTENCES)
losses = {}
for hidden in (1, 2, 4, 8, 16):
    torch.manual_seed(0)
    model = MLP(17, context=2, start=start, hidden=hidden)
    optimiser = torch.optim.Adam(model.parameters(), lr=0.03)
    losses[hidden] = train(model, [examples] * 200, optimiser)[-1]
    print(f"{hidden:2d} hidden units: loss {losses[hidden]:.4f}")
print(f"floor {best_loss(2):.4f}")

# %% claim: each-doubling-helps
assert losses[1] > losses[2] > losses[4] > losses[8] > losses[16] > best_loss(2), losses
assert losses[16] < best_loss(2) + 0.002, losses
assert losses[1] > best_loss(1), losses
