"""The seed of torch is no seed of Python's or NumPy's."""

# %% other-generators
import random

import numpy as np
import torch

from mygpt import set_seed

generators = {
    "torch": lambda: torch.rand(1).item(),
    "Python": lambda: random.random(),
    "NumPy": lambda: np.random.rand(),
}
for name, draw in generators.items():
    set_seed(0)
    first = draw()
    set_seed(0)
    print(f"{name:6} draws the same again: {draw() == first}")

# %% claim: only-torch-is-seeded
for _seed in range(10):
    _again = []
    for _draw in generators.values():
        set_seed(_seed)
        _first = _draw()
        set_seed(_seed)
        _again.append(_draw() == _first)
    assert _again == [True, False, False], _again
