"""How much of a seed the generator of the CPU takes."""

# %% low-bits
import torch

from mygpt import set_seed

for seed in (0, 1, 2**32, 2**32 + 1):
    set_seed(seed)
    print(f"{seed:10d}", torch.randn(3))

# %% claim: the-last-thirty-two


def _drawn(seed):
    set_seed(seed)
    return tuple(torch.randn(3).tolist())


assert seed == 2**32 + 1 and _drawn(seed) == _drawn(1)

for _seed in (0, 1, 7, 123, 2**31, 2**32 - 1):
    for _times in (1, 2, 1000, 2**31 - 1):
        assert _drawn(_seed) == _drawn(_seed + _times * 2**32), (_seed, _times)
_seeds = [*range(1000), *(2**_k for _k in range(10, 32)), 2**32 - 1]
assert len({_drawn(_seed) for _seed in _seeds}) == len(_seeds)
