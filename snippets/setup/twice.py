"""Seed, draw; seed, draw again: for three kinds of draws."""

# %% twice
import torch

from mygpt import set_seed

draws = {
    "normal": lambda: torch.randn(3, 4),
    "between 0 and 1": lambda: torch.rand(3, 4),
    "shuffled": lambda: torch.randperm(10),
}
for name, draw in draws.items():
    set_seed(0)
    first = draw()
    set_seed(0)
    second = draw()
    print(f"{name}: {torch.equal(first, second)}")

# %% claim: same-seed-same-tensors
assert torch.equal(first, second) and sorted(first.tolist()) == list(range(10))
for _seed in range(20):
    for _draw in draws.values():
        set_seed(_seed)
        _first = _draw()
        set_seed(_seed)
        assert torch.equal(_first, _draw())
        assert not torch.equal(_first, _draw())  # and on goes the stream
