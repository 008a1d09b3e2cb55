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
_one_by_one = torch.cat([torch.randn(1) for _ in range(16)])
for _count in range(1, 16):
    set_seed(0)
    assert torch.equal(torch.randn(_count), _one_by_one[:_count]), _count
set_seed(0)
_sixteen = torch.randn(16)
assert not torch.isclose(_sixteen, _one_by_one).any()
