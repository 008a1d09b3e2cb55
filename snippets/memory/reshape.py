"""reshape gives a view where it can and a copy where it must."""

# %% two-reshapes
import torch

x = torch.arange(6).reshape(2, 3)
x.reshape(6)[0] = 100  # a view: arrives in x
x.T.reshape(6)[5] = 200  # a copy: does not
print(x)

# %% claim: one-arrives-one-does-not
assert x.tolist() == [[100, 1, 2], [3, 4, 5]]

# %% contiguous
print(x.is_contiguous(), x.T.is_contiguous())
print(x.T.contiguous().stride())

# %% claim: contiguous-copies
assert x.is_contiguous() and not x.T.is_contiguous()
assert x.T.contiguous().stride() == (2, 1)
assert x.T.contiguous().data_ptr() != x.data_ptr()
assert x.contiguous() is x
_x = torch.arange(24).reshape(2, 3, 4)
for _view in (_x, _x[1], _x[:, 1:], _x[..., ::2], _x.permute(2, 0, 1), _x[0].T):
    _orderly = _view.contiguous()
    assert _orderly.is_contiguous() and torch.equal(_orderly, _view)
    assert (_orderly is _view) == _view.is_contiguous()
    if not _view.is_contiguous():
        assert _orderly.untyped_storage().data_ptr() != _x.data_ptr()
