"""Only some of the parameters learn."""

# %% frozen
import torch
from torch import nn

from mygpt import set_seed

set_seed(0)
model = nn.Sequential(nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 1))
for parameter in model[0].parameters():
    parameter.requires_grad_(False)
before = model[0].weight.clone()
learnt = [p for p in model.parameters() if p.requires_grad]
optimiser = torch.optim.SGD(learnt, lr=0.1)
model(torch.ones(3, 2)).square().mean().backward()
optimiser.step()
print(sum(p.numel() for p in learnt), "of", sum(p.numel() for p in model.parameters()))

# %% claim: the-first-layer-stays
assert torch.equal(before, model[0].weight)
assert model[0].weight.grad is None
