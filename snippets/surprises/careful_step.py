"""One step of learning for fifteen weights and three biases."""

# %% step
import torch
import torch.nn.functional as F

x, y = torch.ones(5), torch.zeros(3)
torch.manual_seed(0)
w = torch.randn(5, 3, requires_grad=True)
b = torch.randn(3, requires_grad=True)
learning_rate = 0.1

loss = F.binary_cross_entropy_with_logits(x @ w + b, y)
loss.backward()
with torch.no_grad():  # the update is no part of the model
    w -= learning_rate * w.grad
    b -= learning_rate * b.grad

loss_before = loss.item()
loss_after = F.binary_cross_entropy_with_logits(x @ w + b, y).item()
print(f"loss {loss_before:.4f} -> {loss_after:.4f}")

# %% claim: the-step-goes-down
assert loss_after < loss_before

# %% clear
w.grad.zero_()
b.grad.zero_()
print(w)
print(b)

# %% claim: still-leaves
assert w.is_leaf and b.is_leaf and w.requires_grad and b.requires_grad
assert not w.grad.any() and not b.grad.any()
