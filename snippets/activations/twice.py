"""Softmax before a loss that already contains one."""

# %% confident
import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
target = torch.tensor([0])
for size in (0.0, 5.0, 50.0):
    logits = torch.zeros(1, 10)
    logits[0, 0] = size  # the right class, and how sure the model is of it
    once = criterion(logits, target)
    twice = criterion(torch.softmax(logits, dim=-1), target)
    print(f"logit {size:4.0f}   loss {once:.4f}   with an extra softmax {twice:.4f}")

floor = twice.item()

# %% claim: the-floor
from math import e as _e
from math import log as _log

assert abs(floor - _log(1 + 9 / _e)) < 1e-5, floor
assert once.item() < 1e-6
torch.manual_seed(0)
for _size in (0.1, 1.0, 10.0, 1000.0):  # whatever the logits are
    _shares = torch.softmax(_size * torch.randn(1000, 10), dim=-1)
    _losses = nn.functional.cross_entropy(
        _shares, target.expand(1000), reduction="none"
    )
    assert _losses.min() > floor - 1e-5, (_size, _losses.min())

# %% slope
logits = torch.zeros(1, 10)
logits[0, 1] = 8.0  # sure, and wrong: the target is class 0
logits.requires_grad_()
(honest,) = torch.autograd.grad(criterion(logits, target), logits)
(dulled,) = torch.autograd.grad(criterion(torch.softmax(logits, -1), target), logits)
print(f"push on the right class: {-honest[0, 0]:.4f} against {-dulled[0, 0]:.6f}")

honest_push, dulled_push = -honest[0, 0].item(), -dulled[0, 0].item()

# %% claim: the-push-is-gone
assert honest_push > 0.99, honest_push
assert 0 < dulled_push < 0.001, dulled_push
