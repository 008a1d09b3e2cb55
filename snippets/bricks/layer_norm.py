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
_on_paper = torch.tensor([-(1.5**0.5), 0.0, 1.5**0.5])
assert torch.allclose(y, _on_paper.expand(1, 2, 3), atol=1e-4)

# %% claim: ours-equals-theirs
_wide = torch.linspace(-3, 5, 60).reshape(4, 5, 3) ** 3
for _x in (x, _wide):
    assert torch.allclose(layer_norm(_x, norm.weight, norm.bias), norm(_x), atol=1e-5)

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

# %% lost
with torch.no_grad():
    norm.weight.fill_((2 / 3) ** 0.5)  # the deviation of 1, 2, 3
    norm.bias.fill_(2.0)  # its mean
for example in ([1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [10.0, 20.0, 30.0]):
    print(example, "->", norm(torch.tensor(example)).detach())

# %% claim: place-and-spread-are-lost
_three = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [10.0, 20.0, 30.0]])
assert torch.allclose(norm(_three), torch.tensor([1.0, 2.0, 3.0]), atol=1e-4)
torch.manual_seed(0)
for _features in (2, 3, 10, 64):
    _norm = nn.LayerNorm(_features, dtype=torch.float64)
    for _parameter in _norm.parameters():
        nn.init.normal_(_parameter)  # whatever gamma and beta are
    _x = torch.randn(100, _features, dtype=torch.float64)
    _x = _x / _x.std(dim=1, keepdim=True, correction=0)
    for _scale, _shift in ((1, 5), (3, 0), (100, -40)):
        assert torch.allclose(_norm(_scale * _x + _shift), _norm(_x), atol=1e-4)
    assert not torch.allclose(_norm(-_x), _norm(_x), atol=0.1)

# %% claim: tiny-spreads-are-seen
_norm = nn.LayerNorm(3, dtype=torch.float64)
_one = x[0, 0].double()
_deviations = [_norm(_one * _by).std(correction=0).item() for _by in (1e-3, 1, 1e3)]
_ours = [layer_norm(_one * _by, 1, 0).std(correction=0) for _by in (1e-3, 1, 1e3)]
tiny_deviation = _deviations[0]
assert tiny_deviation < 0.3 and min(_deviations[1:]) > 0.9999, _deviations
assert torch.allclose(torch.stack(_ours), torch.tensor(_deviations).double(), atol=1e-6)

# %% constant
flat = nn.LayerNorm(3)(torch.tensor([5.0, 5.0, 5.0])).detach()
print(flat)

# %% claim: eps-saves-the-day
assert torch.equal(flat, torch.zeros(3))
