"""Saved and loaded: the numbers, and the files."""

# %% saved
import io
import tempfile
from pathlib import Path

import torch
from torch import nn

torch.manual_seed(0)
model = nn.Linear(3, 2)
opt = torch.optim.Adam(model.parameters())


def load(data):
    return torch.load(io.BytesIO(data), weights_only=True)


def saved(thing):
    file = io.BytesIO()
    torch.save(thing, file)
    return file.getvalue()


# %% state
weights, buffer = model.state_dict(), saved(model.state_dict())
returned = all(torch.equal(weights[name], it) for name, it in load(buffer).items())
twice = buffer == saved(weights)
with tempfile.TemporaryDirectory() as folder:
    paths = [Path(folder, name) for name in ("a.pt", "a.tmp", "b.pt")]
    for path in paths:
        torch.save(weights, path)
    contents = [path.read_bytes() for path in paths]
same_stem, other_stem = (contents[0] == other for other in contents[1:])
print("numbers return:", returned)
print("two buffers, a.pt and a.tmp, a.pt and b.pt:", twice, same_stem, other_stem)

# %% claim: returned
assert returned

# %% claim: same-stem
assert twice and same_stem

# %% claim: other-stem
assert not other_stem


# %% stopped
def step():
    opt.zero_grad()
    model(torch.ones(3)).pow(2).sum().backward()
    opt.step()


step()
kept = {"model": saved(model.state_dict()), "opt": saved(opt.state_dict())}
step()
straight = model.weight.detach().clone()
model.load_state_dict(load(kept["model"]))
opt.load_state_dict(load(kept["opt"]))
step()
resumed = torch.equal(model.weight, straight)
model.load_state_dict(load(kept["model"]))
opt = torch.optim.Adam(model.parameters())
step()
without = torch.equal(model.weight, straight)
print("with the optimiser's state:", resumed, " without it:", without)

# %% claim: resumed
assert resumed

# %% claim: without-the-optimiser
assert not without

# %% views
table = torch.zeros(1000, 10)
row, own = saved(table[0]), saved(table[0].clone())
print("bytes of a row:", len(row), " of its clone:", len(own))
tied = load(saved([table, table[0]]))
tied[0][0, 0] = 1
shared = tied[1][0].item() == 1
print("a view that was saved with its table is one still:", shared)

# %% claim: a-view-takes-all
assert len(row) > 40_000 > 10 * len(own)

# %% claim: still-a-view
assert shared
