"""Five inputs, three outputs: what each tensor of a small model knows."""

# %% forward
import torch
import torch.nn.functional as F

x = torch.ones(5)  # the input: fixed
y = torch.zeros(3)  # what we want: fixed
torch.manual_seed(0)
w = torch.randn(5, 3, requires_grad=True)
b = torch.randn(3, requires_grad=True)

z = torch.matmul(x, w) + b  # three outputs
loss = F.binary_cross_entropy_with_logits(z, y)  # one number
print("loss", loss)

# %% before
print(w.grad)
print(b.grad)

# %% claim: not-asked-yet
assert w.grad is None and b.grad is None

# %% backward
loss.backward()
print(w.grad)
print(b.grad)
corner = w.grad[0, 0]  # the slope of the weight at the upper left

# %% claim: one-slope-for-each-entry
assert w.grad.shape == w.shape == (5, 3) and b.grad.shape == b.shape == (3,)
_nudged = w.detach().clone()
_nudged[0, 0] += 0.01
_raised = F.binary_cross_entropy_with_logits(x @ _nudged + b.detach(), y)
assert abs((_raised - loss) - 0.01 * corner) < 1e-4 and _raised > loss

# %% claim: all-are-positive
assert (w.grad > 0).all() and (b.grad > 0).all()

# %% formula
by_formula = (torch.sigmoid(z.detach()) - y) / 3
print(by_formula)

# %% claim: rows-are-equal
assert torch.allclose(b.grad, by_formula)
assert torch.equal(w.grad, b.grad.expand(5, 3))

# %% claim: slope-of-this-loss
_y3 = torch.tensor([0.0, 1.0, 0.25])
for _shift in range(-4, 5):
    _z3 = (torch.tensor([-1.0, 0.0, 2.5]) + _shift).requires_grad_()
    F.binary_cross_entropy_with_logits(_z3, _y3).backward()
    _squeezed = 1 / (1 + torch.exp(-_z3.detach()))
    assert (_squeezed > 0).all() and (_squeezed < 1).all()
    torch.testing.assert_close(_z3.grad, (_squeezed - _y3) / 3)
for _five in ([1.0, 2.0, -3.0, 0.5, 0.0], [7.0, 1.0, 1.0, -1.0, 4.0]):
    _w3, _b3, _x5 = w.detach().clone(), b.detach().clone(), torch.tensor(_five)
    _w3.requires_grad_(), _b3.requires_grad_()
    F.binary_cross_entropy_with_logits(_x5 @ _w3 + _b3, y).backward()
    torch.testing.assert_close(_w3.grad, _x5[:, None] * _b3.grad)  # times the input


# %% measure
def measured_gradient(f, tensor, h=1e-5):
    gradient = torch.zeros_like(tensor)
    for i in range(tensor.numel()):
        nudge = torch.zeros_like(tensor)
        nudge.view(-1)[i] = h
        gradient.view(-1)[i] = (f(tensor + nudge) - f(tensor - nudge)) / (2 * h)
    return gradient


def loss_of(w, b):
    z = torch.matmul(x.double(), w) + b
    return F.binary_cross_entropy_with_logits(z, y.double())


w64, b64 = w.detach().double(), b.detach().double()
off_w = measured_gradient(lambda w: loss_of(w, b64), w64) - w.grad
off_b = measured_gradient(lambda b: loss_of(w64, b), b64) - b.grad
for name, off in {"w": off_w, "b": off_b}.items():
    agree = (off.abs() < 1e-6).all().item()
    print(f"{name}: all {off.numel()} entries agree to a millionth: {agree}")
entries = w.numel() + b.numel()

# %% claim: eighteen-nudges-agree
assert off_w.abs().max() < 1e-6 and off_b.abs().max() < 1e-6
assert entries == 15 + 3

# %% table
print("       is_leaf  requires_grad  grad_fn")
for name, tensor in {"x": x, "w": w, "b": b, "z": z, "loss": loss}.items():
    node = type(tensor.grad_fn).__name__ if tensor.grad_fn else "-"
    print(f"{name:4}  {tensor.is_leaf!s:>8}  {tensor.requires_grad!s:>13}  {node}")

# %% claim: leaves-and-results
assert [t.is_leaf for t in (x, w, b, z, loss)] == [True, True, True, False, False]
assert [t.requires_grad for t in (x, w, b, z, loss)] == [False] + 4 * [True]
assert w.grad_fn is b.grad_fn is x.grad_fn is None and x.grad is None
