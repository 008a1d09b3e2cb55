"""Where a short draw and a long one part ways."""

# %% sixteen
import torch

from mygpt import set_seed

for count in (15, 16):
    set_seed(0)
    drawn = torch.randn(count)
    print(f"randn({count}) begins {drawn[0]:.4f} {drawn[1]:.4f} {drawn[2]:.4f}")

# %% claim: sixteen-begin-differently
set_seed(0)
assert drawn.shape == (16,) and not torch.isclose(torch.randn(15), drawn[:15]).any()
for _dtype in (torch.float32, torch.float64):
    for _seed in range(20):
        set_seed(_seed)
        _one_by_one = torch.cat([torch.randn(1, dtype=_dtype) for _ in range(16)])
        for _count in range(1, 16):
            set_seed(_seed)
            _short = torch.randn(_count, dtype=_dtype)
            assert torch.equal(_short, _one_by_one[:_count]), (_seed, _count)
        set_seed(_seed)
        _sixteen = torch.randn(16, dtype=_dtype)
        assert not torch.isclose(_sixteen, _one_by_one).any(), _seed

# %% claim: seventeen-keep-one
set_seed(0)
assert torch.isclose(torch.randn(17)[:16], drawn).tolist() == [True] + 15 * [False]
for _seed in range(20):
    set_seed(_seed)
    _sixteen = torch.randn(16)
    set_seed(_seed)
    _seventeen = torch.randn(17)[:16]
    assert torch.isclose(_sixteen, _seventeen).tolist() == [True] + 15 * [False], _seed
