"""Five inputs, three outputs: one step of learning in explicit tensors, then twenty."""

# %% problem
import torch

torch.manual_seed(0)
x = torch.ones(5)  # input
y = torch.zeros(3)  # target
w = torch.randn(5, 3, requires_grad=True)
b = torch.randn(3, requires_grad=True)

# %% forward
z = torch.matmul(x, w) + b  # (5,) @ (5, 3) + (3,) -> (3,)
print(z)

# %% columns
jacobian = torch.autograd.functional.jacobian(lambda w: torch.matmul(x, w) + b, w)
print(tuple(jacobian.shape))
print(jacobian[0])  # how z[0] answers to each of the fifteen weights

# %% claim: one-column-each
for _j in range(3):
    _column = torch.zeros(5, 3)
    _column[:, _j] = 1.0
    assert torch.equal(jacobian[_j], _column), jacobian[_j]

# %% loss
import torch.nn.functional as F

loss = F.binary_cross_entropy_with_logits(z, y)
print(loss)

# %% before
print(w.grad, b.grad)

# %% backward
loss.backward()
print(w.grad)
print(b.grad)

# %% claim: every-row-is-the-error
_error = (torch.sigmoid(z) - y).detach() / 3
assert torch.allclose(b.grad, _error), (b.grad, _error)
for _row in w.grad:
    assert torch.equal(_row, b.grad), _row
for _seed in range(1, 6):
    torch.manual_seed(_seed)
    _w, _b = torch.randn(5, 3, requires_grad=True), torch.randn(3, requires_grad=True)
    _z = x @ _w + _b
    F.binary_cross_entropy_with_logits(_z, y).backward()
    assert torch.allclose(_b.grad, torch.sigmoid(_z) / 3)
    assert all(torch.equal(_row, _b.grad) for _row in _w.grad), _seed
first_loss = loss.item()
logits = z.tolist()
gradient = b.grad.tolist()

# %% claim: paper-agrees
assert [round(it, 4) for it in torch.sigmoid(z).tolist()] == [0.7983, 0.3538, 0.0081]
assert [round(it, 4) for it in gradient] == [0.2661, 0.1179, 0.0027], gradient

# %% nodes
print("z   ", type(z.grad_fn).__name__, z.is_leaf)
print("loss", type(loss.grad_fn).__name__, loss.is_leaf)
print("w   ", w.grad_fn, w.is_leaf)
print("x   ", x.grad_fn, x.is_leaf)
print("a detached z", z.detach().grad_fn)

# %% claim: leaves-and-nodes
assert type(z.grad_fn).__name__ == "AddBackward0" and not z.is_leaf
assert w.is_leaf and w.grad_fn is None and w.grad is not None
assert x.is_leaf and not x.requires_grad and x.grad is None

# %% update
learning_rate = 0.1
with torch.no_grad():
    w -= learning_rate * w.grad
    b -= learning_rate * b.grad

w.grad.zero_()
b.grad.zero_()
print(w)
print(b)

# %% twenty-steps
losses = []
for step in range(1, 21):
    z = torch.matmul(x, w) + b
    loss = F.binary_cross_entropy_with_logits(z, y)
    loss.backward()
    with torch.no_grad():
        w -= learning_rate * w.grad
        b -= learning_rate * b.grad
    w.grad.zero_()
    b.grad.zero_()
    losses.append(loss.item())
    print(f"{step:2d}  {loss.item():.6f}")

# %% claim: falls-every-time
from itertools import pairwise as _pairwise

assert losses == sorted(losses, reverse=True)
assert losses[0] < first_loss
_drops = [a - b for a, b in _pairwise(losses)]
assert _drops == sorted(_drops, reverse=True), "by less and less"
