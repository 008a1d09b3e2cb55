"""All windows of three neighbours, without copying a number."""

# %% windows
import torch

x = torch.arange(7)
windows = x.as_strided((5, 3), (1, 1))  # one step down is one step to the right
print(windows)

x[3] = 100
print(windows)

# %% claim: one-number-three-places
assert torch.equal(windows, x.unfold(0, 3, 1))
assert (windows == 100).sum() == 3
assert windows.data_ptr() == x.data_ptr() and len(x) == 7
