"""One of two values for each element."""

# %% where
import torch

x = torch.arange(10)
print(torch.where(x > 4, -1, x))

# %% claim: one-of-two-for-each
assert torch.where(x > 4, -1, x).tolist() == [0, 1, 2, 3, 4, -1, -1, -1, -1, -1]
assert torch.where(x > 4, -1, x).shape == x.shape
for _shape in ((7,), (3, 4), (2, 3, 4)):
    torch.manual_seed(0)
    _if, _a, _b = torch.rand(_shape) > 0.5, torch.rand(_shape), torch.rand(_shape)
    _chosen = torch.where(_if, _a, _b)
    for _of, _from_a, _from_b, _got in zip(
        *(t.flatten().tolist() for t in (_if, _a, _b, _chosen)), strict=True
    ):
        assert _got == (_from_a if _of else _from_b)

# %% both
x = torch.tensor([4.0, -1.0], requires_grad=True)
y = torch.where(x > 0, torch.sqrt(x), x)
y.sum().backward()
print("values", y.tolist(), "slopes", x.grad.tolist())

x.grad = None
safe = torch.where(x > 0, x, 1.0)  # choose first, then take the root
y = torch.where(x > 0, torch.sqrt(safe), x)
y.sum().backward()
print("values", y.tolist(), "slopes", x.grad.tolist())

# %% claim: both-are-computed
assert y.tolist() == [2, -1] and x.grad.tolist() == [0.25, 1]
for _bad in (-1.0, -3.0):
    _x = torch.tensor([4.0, _bad], requires_grad=True)
    _y = torch.where(_x > 0, torch.sqrt(_x), _x)
    _y.sum().backward()
    assert _y.tolist() == [2, _bad]
    assert _x.grad[0] == 0.25 and torch.isnan(_x.grad[1])
