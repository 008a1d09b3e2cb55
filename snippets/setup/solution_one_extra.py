"""One extra draw shifts everything that comes after it."""

# %% shifted
import torch

from mygpt import set_seed

set_seed(0)
data, noise = torch.randn(3), torch.randn(3)
print("data", data, "noise", noise)

set_seed(0)
extra = torch.randn(1)  # somebody adds this line
data, noise = torch.randn(3), torch.randn(3)
print("data", data, "noise", noise)

# %% claim: shifted-by-one
set_seed(0)
_stream = torch.randn(8)
assert torch.equal(extra, _stream[:1])
assert torch.equal(data, _stream[1:4]) and torch.equal(noise, _stream[4:7])

# %% own-generator
for extra_draw in (False, True):
    of_data = torch.Generator().manual_seed(0)
    set_seed(0)
    if extra_draw:
        torch.randn(1)
    print(torch.randn(3, generator=of_data))

# %% claim: own-generator-is-not-shifted
_own = torch.Generator().manual_seed(0)
set_seed(0)
torch.randn(1)
assert torch.equal(torch.randn(3, generator=_own), _stream[:3])
assert extra_draw and torch.equal(of_data.get_state(), _own.get_state())
