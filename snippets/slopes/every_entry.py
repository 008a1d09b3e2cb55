"""A function of six numbers: nudge each of them, or ask autograd once."""

# %% nudge-all
import torch

x = torch.tensor([1.0, 2.0, 3.0], dtype=torch.float64)
w = torch.tensor([[1.0, 0.0, -1.0], [0.5, 2.0, 0.0]], dtype=torch.float64)
calls = 0


def loss(w):
    global calls
    calls += 1
    return ((w @ x) ** 2).sum()  # two outputs, squared and added


def measured_gradient(f, w, h=1e-5):
    gradient = torch.zeros_like(w)  # one slope for each entry: the same shape
    for i in range(w.numel()):
        nudge = torch.zeros_like(w)
        nudge.view(-1)[i] = h  # entry i, counted row by row
        gradient.view(-1)[i] = (f(w + nudge) - f(w - nudge)) / (2 * h)
    return gradient


measured = measured_gradient(loss, w)
print(measured.round(decimals=4))
print("evaluations:", calls)

# %% once
evaluations, calls = calls, 0  # of the measurement; and now of autograd
w.requires_grad_()
loss(w).backward()
print(w.grad)
print("evaluations:", calls)

# %% claim: equal-in-every-entry
assert w.grad.shape == w.shape
_worst = (w.grad - measured).abs().max()
assert _worst < 1e-8, _worst

# %% claim: twelve-against-one
assert calls == 1
assert evaluations == 2 * w.numel() == 12, evaluations

# %% gradcheck
print(torch.autograd.gradcheck(loss, w))

# %% claim: gradcheck-says-yes
assert torch.autograd.gradcheck(loss, w) is True
