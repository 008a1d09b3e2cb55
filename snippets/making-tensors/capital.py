"""One letter: torch.Tensor is not torch.tensor."""

# %% capital
import torch

for make in (torch.tensor, torch.Tensor):
    pair, three = make([1, 2]), make(3)
    print(make.__name__, pair.dtype, tuple(three.shape))

# %% claim: one-letter
import numpy as _np

assert make is torch.Tensor
assert pair.dtype == torch.float32 and pair.tolist() == [1, 2] and three.shape == (3,)
for _data, _dtype in (
    (3, torch.int64),
    ([1, 2], torch.int64),
    ([True], torch.bool),
    (0.1, torch.float32),
    ([1, 2.5], torch.float32),
    (_np.ones(2), torch.float64),
    (_np.ones(2, dtype="int16"), torch.int16),
):
    assert torch.tensor(_data).dtype == _dtype
    assert torch.equal(torch.tensor(_data), torch.tensor(_np.array(_data)).to(_dtype))
assert torch.tensor(0.1).item() != 0.1 == torch.tensor(_np.array(0.1)).item()
for _list in ([1, 2], [True, False], [[1.5], [2.5]], []):
    assert torch.Tensor(_list).dtype == torch.float32
for _n in range(5):
    assert torch.Tensor(_n).shape == (_n,) and torch.Tensor(_n).dtype == torch.float32
    assert torch.tensor(_n).shape == () and torch.tensor(_n) == _n
