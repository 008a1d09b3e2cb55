"""The loss times a factor, the gradient over it: are all bits the same?"""

# %% scaled
import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(8, 16), nn.Tanh(), nn.Linear(16, 1))
x, y = torch.randn(64, 8), torch.randn(64, 1)


def gradient(factor):
    model.zero_grad()
    (factor * ((model(x) - y) ** 2).mean()).backward()
    return torch.cat([p.grad.flatten() / factor for p in model.parameters()])


same = {
    factor: (gradient(factor) == gradient(1)).sum().item() for factor in (1024, 1000)
}
count = sum(p.numel() for p in model.parameters())
for factor, equal in same.items():
    print(f"factor {factor}:", "all equal" if equal == count else "not all equal")

# %% claim: a-power-of-two
_loss = ((model(x) - y) ** 2).mean()
_slopes = torch.autograd.grad(_loss, tuple(model.parameters()))
assert torch.cat([it.flatten() for it in _slopes]).equal(gradient(1))
assert same[1024] == count > same[1000]
