"""Which numbers a row is compared with: its own, or its neighbours'."""

# %% two-batches
import torch
from torch import nn

row = [1.0, 2.0, 3.0]
calm = torch.tensor([row, [1.0, 2.0, 4.0]])
wild = torch.tensor([row, [90.0, -80.0, 70.0]])
layer_norm, batch_norm = nn.LayerNorm(3), nn.BatchNorm1d(3)

for name, batch in (("calm", calm), ("wild", wild)):
    print(f"{name} neighbour: LayerNorm", layer_norm(batch)[0].detach(), end="  ")
    print("BatchNorm", batch_norm(batch)[0].detach())

# %% claim: layer-norm-ignores-neighbours
assert torch.equal(layer_norm(calm)[0], layer_norm(wild)[0])
_new = nn.BatchNorm1d(3)  # the shown one keeps count of what it has seen
assert not torch.allclose(_new(calm)[0], _new(wild)[0], atol=0.5)

# %% after-training
layer_norm.eval()
batch_norm.eval()
for name, batch in (("calm", calm), ("wild", wild)):
    print(f"{name} neighbour: BatchNorm", batch_norm(batch)[0].detach())
print("alone:          BatchNorm", batch_norm(calm[:1])[0].detach())

# %% claim: two-computations
_stored = batch_norm(calm)[0]
assert torch.equal(batch_norm(wild)[0], _stored)
assert torch.equal(batch_norm(calm[:1])[0], _stored)
_in_training = nn.BatchNorm1d(3)
_in_training.load_state_dict(batch_norm.state_dict())
assert not torch.allclose(_in_training(calm)[0], _stored, atol=0.5)
assert torch.equal(nn.LayerNorm(3)(calm), layer_norm(calm))  # in either mode


# %% over-the-batch
def over_the_batch(x, eps=1e-5):
    mean = x.mean(dim=0, keepdim=True)  # dim=0 where -1 was meant
    variance = x.var(dim=0, keepdim=True, correction=0)
    return (x - mean) / torch.sqrt(variance + eps)


for size in (4, 1):
    batch = torch.arange(3.0 * size).reshape(size, 3)
    print(f"batch of {size}: the first row becomes", over_the_batch(batch)[0])

alone = over_the_batch(torch.tensor([row]))

# %% claim: alone-it-is-nothing
assert torch.equal(alone, torch.zeros(1, 3)), alone

# %% by-torch raises ValueError: Expected more than 1 value per channel when training
nn.BatchNorm1d(3)(torch.tensor([row]))
