"""A model's numbers leave the program and come back."""

# %% round-trip
import io

import torch
from torch import nn

torch.manual_seed(0)
trained, fresh = nn.Linear(3, 2), nn.Linear(3, 2)
X = torch.linspace(-1, 1, 15).reshape(5, 3)
print("before:", torch.equal(trained(X), fresh(X)))

file = io.BytesIO()  # in memory; torch.save("model.pt") writes to disk
torch.save(trained.state_dict(), file)
file.seek(0)
state = torch.load(file)
fresh.load_state_dict(state)
print("state: ", {name: tuple(tensor.shape) for name, tensor in state.items()})
print("after: ", torch.equal(trained(X), fresh(X)))

# %% claim: same-model-again
assert torch.equal(trained(X), fresh(X))
assert torch.equal(trained.weight, fresh.weight)
assert torch.equal(trained.bias, fresh.bias)
assert list(state) == ["weight", "bias"]


# %% other-names raises RuntimeError: Missing key(s) in state_dict: "0.weight", "0.bias"
nn.Sequential(nn.Linear(3, 2)).load_state_dict(state)
