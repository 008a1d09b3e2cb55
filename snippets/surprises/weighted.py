"""What backward does with a vector: the slope of a weighted sum."""

# %% weighted
import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
v = torch.tensor([1.0, 10.0, 100.0])

(x**2).backward(v)
print("backward(v):   ", x.grad)

x.grad = None
(v * x**2).sum().backward()
print("weighted sum:  ", x.grad)

x.grad = None
(x**2).sum().backward()
print("sum, as usual: ", x.grad)

# %% claim: a-weighted-sum
assert torch.equal(x.grad, torch.tensor([2.0, 4.0, 6.0]))
_x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
(_x**2).backward(v)
_one = _x.grad.clone()
_x.grad = None
(v * _x**2).sum().backward()
assert torch.equal(_one, _x.grad)
assert torch.equal(_one, torch.tensor([2.0, 40.0, 600.0]))
torch.manual_seed(0)
for _n in (1, 2, 5, 20):
    _x, _v = torch.randn(_n, requires_grad=True), torch.randn(_n)
    (_x**2).backward(_v)
    _one, _x.grad = _x.grad, None
    (_v * _x**2).sum().backward()
    torch.testing.assert_close(_one, _x.grad)
    torch.testing.assert_close(_one, _v * 2 * _x.detach())
