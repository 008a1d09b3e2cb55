"""Steps of Adam that are longer than its learning rate."""

# %% longest
import math

import torch


def longest_step(gradients, lr=0.01):
    """Feed Adam these gradients; return its longest step, in learning rates."""
    x = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.Adam([x], lr=lr)
    longest = 0.0
    for gradient in gradients:
        before = x.item()
        x.grad = torch.tensor(gradient, dtype=torch.float64)
        optimiser.step()
        longest = max(longest, abs(x.item() - before))
    return longest / lr


# %% six-kinds
lengths = {
    "always 1": longest_step([1.0] * 1000),
    "to and fro": longest_step([(-1.0) ** t for t in range(1000)]),
    "slow swing": longest_step([math.cos(t / 50) for t in range(2000)]),
    "fading by a tenth": longest_step([0.9**t for t in range(100)]),
    "1 after 1000 zeros": longest_step([0.0] * 1000 + [1.0]),
    "growing by a tenth": longest_step([1.0] * 3000 + [1.1**t for t in range(90)]),
}
for name, length in lengths.items():
    print(f"{name:<18}  {length:5.2f} learning rates")

# %% claim: longer-where-gradients-grow
_steady, _sides, _swing, _fading, _rare, _growing = lengths.values()
assert max(_steady, _sides, _fading) < 1.001 and 1.3 < _swing < 1.45, lengths
assert 2.4 < _rare < 3.2 and _growing > 7, lengths

# %% claim: never-beyond-seven
seven = (1 - 0.9) / ((1 - 0.999) * (1 - 0.9**2 / 0.999)) ** 0.5
assert _growing < seven < 7.28, (seven, lengths)
_generator = torch.Generator().manual_seed(0)
for _power in (1, 3, 9):  # gradients of wilder and wilder sizes
    _draws = torch.randn(500, dtype=torch.float64, generator=_generator)
    assert longest_step((_draws * _draws.abs() ** _power).tolist()) < seven
