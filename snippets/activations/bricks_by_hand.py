"""ReLU and GELU: by hand, from torch.nn, and the approximation of GELU."""

# %% by-hand
import math

import torch
from torch import nn


def relu(x):
    return torch.where(x > 0, x, 0.0)


def gelu(x):
    share_below = (1 + torch.erf(x / math.sqrt(2))) / 2  # of a standard normal
    return x * share_below


def gelu_tanh(x):
    inner = math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)
    return 0.5 * x * (1 + torch.tanh(inner))


# %% five-inputs
x = torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0])
print("x        ", x)
print("nn.ReLU  ", nn.ReLU()(x))
print("nn.GELU  ", nn.GELU()(x))
print("  tanh   ", nn.GELU(approximate="tanh")(x))

# %% claim: the-five-values
assert nn.ReLU()(x).tolist() == [0.0, 0.0, 0.0, 0.5, 2.0]
assert torch.allclose(nn.GELU()(x)[[1, 3]], torch.tensor([-0.1543, 0.3457]), atol=5e-5)

# %% equal
wide = torch.linspace(-6, 6, 1201)
pairs = {
    "ReLU": (relu, nn.ReLU()),
    "GELU": (gelu, nn.GELU()),
    "GELU, tanh": (gelu_tanh, nn.GELU(approximate="tanh")),
}
for name, (ours, theirs) in pairs.items():
    gap = (ours(wide) - theirs(wide)).abs().max().item()
    print(f"{name:<10}  ours and theirs differ by less than 1e-6: {gap < 1e-6}")

approximation = (nn.GELU()(wide) - nn.GELU(approximate="tanh")(wide)).abs()
print(f"the two GELUs differ by {approximation.max():.4f} at most,", end=" ")
print(f"at |x| = {wide[approximation.argmax()].abs():.1f}")

worst = approximation.max().item()

# %% claim: ours-equals-theirs
for _name, (_ours, _theirs) in pairs.items():
    assert (_ours(wide) - _theirs(wide)).abs().max() < 1e-6, _name

# %% claim: approximation-is-close
_x = torch.arange(-200_000, 200_001, dtype=torch.float64) / 20_000  # -10 to 10
_gap = (nn.GELU()(_x) - nn.GELU(approximate="tanh")(_x)).abs().max()
assert 0 < worst < 0.0005 and _gap < 0.0005, (worst, _gap)

# %% nothing-to-learn
bricks = [nn.ReLU(), nn.GELU(), nn.Tanh(), nn.Softmax(dim=-1)]
counts = [len(list(brick.parameters())) for brick in bricks]
print(counts)

# %% claim: no-parameters
assert counts == [0, 0, 0, 0], counts
_prelu = nn.PReLU()
(_slope,) = _prelu.parameters()
assert _slope.numel() == 1
assert torch.equal(_prelu(wide), torch.where(wide < 0, _slope * wide, wide))
