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
assert not torch.allclose(batch_norm(calm)[0], batch_norm(wild)[0], atol=0.5)


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
