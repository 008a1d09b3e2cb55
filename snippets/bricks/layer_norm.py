"""LayerNorm by hand, from torch.nn, and its two standard deviations."""

# %% by-hand
import torch
from torch import nn


def layer_norm(x, gamma, beta, eps=1e-5):
    mean = x.mean(dim=-1, keepdim=True)
    variance = x.var(dim=-1, keepdim=True, correction=0)  # divide by n, not n - 1
    normal = (x - mean) / torch.sqrt(variance + eps)
    return gamma * normal + beta


# %% two-positions
x = torch.tensor([[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]])  # (batch 1, positions 2, 3)
norm = nn.LayerNorm(3)
y = norm(x).detach()
print(y)
print("gamma", norm.weight.tolist(), " beta", norm.bias.tolist())

outer = y[0, 0, 2].item()

# %% claim: as-on-paper
on_paper = torch.tensor([-(1.5**0.5), 0.0, 1.5**0.5])
assert torch.allclose(y, on_paper.expand(1, 2, 3), atol=1e-4)

# %% claim: ours-equals-theirs
wide = torch.linspace(-3, 5, 60).reshape(4, 5, 3) ** 3
assert torch.allclose(layer_norm(x, norm.weight, norm.bias), norm(x), atol=1e-6)
assert torch.allclose(layer_norm(wide, norm.weight, norm.bias), norm(wide), atol=1e-5)

# %% two-deviations
print("mean             ", y.mean(dim=-1))
print("std, n - 1 below ", y.std(dim=-1))
print("std, n below     ", y.std(dim=-1, correction=0))

sample_std = y.std(dim=-1)[0, 0].item()
population_std = y.std(dim=-1, correction=0)[0, 0].item()

# %% claim: one-of-them-is-one
assert abs(sample_std - 1.5**0.5) < 1e-4, sample_std
assert abs(population_std - 1) < 1e-4, population_std
assert y.mean(dim=-1).abs().max() < 1e-6

# %% undo
with torch.no_grad():
    norm.weight.fill_((2 / 3) ** 0.5)  # the deviation of 1, 2, 3
    norm.bias.fill_(2.0)  # its mean
print(norm(x)[0, 0].detach())

# %% claim: can-be-undone
assert torch.allclose(norm(x)[0, 0], x[0, 0], atol=1e-4)

# %% constant
flat = nn.LayerNorm(3)(torch.tensor([5.0, 5.0, 5.0])).detach()
print(flat)

# %% claim: eps-saves-the-day
assert torch.equal(flat, torch.zeros(3))
