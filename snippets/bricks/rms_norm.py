"""RMSNorm by hand: the size is divided out, the place stays."""

# %% rms-norm
import torch
from torch import nn


def rms_norm(x, gamma, eps):
    mean_square = x.square().mean(dim=-1, keepdim=True)
    return gamma * (x / torch.sqrt(mean_square + eps))


norm = nn.RMSNorm(3, eps=1e-5)
for example in ([1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [10.0, 20.0, 30.0]):
    x = torch.tensor(example)
    print(f"{example!s:<18} -> {rms_norm(x, norm.weight, 1e-5).detach()}")

# %% claim: size-is-lost-and-place-is-not
torch.manual_seed(0)
_x = torch.randn(50, 3)
assert torch.allclose(rms_norm(_x, norm.weight, 1e-5), norm(_x), atol=1e-6)
assert [name for name, _ in norm.named_parameters()] == ["weight"]
_a, _b = torch.tensor([1.0, 2.0, 3.0]), torch.tensor([4.0, 5.0, 6.0])
assert torch.allclose(norm(10 * _a), norm(_a), atol=1e-5)
assert not torch.allclose(norm(1e-3 * _a), norm(_a), atol=0.1)  # against √ε
assert not torch.allclose(norm(_b), norm(_a), atol=0.1)
