"""Who has a grad_fn, from the forward pass to after detach."""

# %% life
import torch
import torch.nn.functional as F


def show(name, node):
    address = hex(id(node))  # differs from run to run
    print(f"{name:4}", str(node).replace(address, "0x…"))


x, y = torch.ones(5), torch.zeros(3)
torch.manual_seed(0)
w = torch.randn(5, 3, requires_grad=True)
b = torch.randn(3, requires_grad=True)

z = torch.matmul(x, w) + b
show("z", z.grad_fn)

loss = F.binary_cross_entropy_with_logits(z, y)
loss.backward()
with torch.no_grad():  # change the numbers without recording it
    w -= 0.1 * w.grad
    b -= 0.1 * b.grad
show("w", w.grad_fn)
show("b", b.grad_fn)

# %% after
w.grad.zero_()
b.grad.zero_()
z = z.detach()  # the same numbers, outside the graph
show("z", z.grad_fn)
show("loss", loss.grad_fn)

# %% claim: leaves-stay-leaves
assert w.grad_fn is None and b.grad_fn is None
assert w.is_leaf and w.requires_grad and b.is_leaf and b.requires_grad
assert not w.grad.any() and not b.grad.any()
torch.manual_seed(0)
_w, _b = torch.randn(5, 3), torch.randn(3)  # as they were
_slopes = (torch.sigmoid(z) - y) / 3  # z is still that of before the step
assert not torch.isclose(w, _w).any() and not torch.isclose(b, _b).any()
torch.testing.assert_close(w.detach(), _w - 0.1 * _slopes)
torch.testing.assert_close(b.detach(), _b - 0.1 * _slopes)

# %% claim: detached-z-has-none
assert z.grad_fn is None and not z.requires_grad
torch.testing.assert_close(z, x @ _w + _b)
assert type(loss.grad_fn).__name__ == "BinaryCrossEntropyWithLogitsBackward0"
