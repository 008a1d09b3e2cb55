"""Forward, backward and update for ten rows, with matrices and by hand."""

# %% data
import torch

torch.manual_seed(0)
N, D_in, D_out = 10, 1, 1
w_true = torch.tensor([[2.0]])
b_true = torch.tensor(1.0)
X = torch.randn(N, D_in)
y = X @ w_true + b_true + 0.1 * torch.randn(N, D_out)

print("X", X[:3].flatten())
print("y", y[:3].flatten())

# %% parameters
W = torch.randn(D_in, D_out, requires_grad=True)
b = torch.randn(D_out, requires_grad=True)
print(W)
print(b)

# %% forward
y_hat = X @ W + b  # (10, 1) @ (1, 1) + (1,) -> (10, 1)

print("shape", tuple(y_hat.shape))
print("made by", type(y_hat.grad_fn).__name__)
print(y_hat[:3])
print(y[:3])

# %% claim: same-shape-as-target
assert y_hat.shape == y.shape == (10, 1)
assert type(y_hat.grad_fn).__name__ == "AddBackward0"
assert type(y_hat[:3].grad_fn).__name__ == "SliceBackward0"

# %% loss
error = y_hat - y
squared_error = error**2
loss = squared_error.mean()

print("error        ", error[:3].detach().flatten())
print("squared error", squared_error[:3].detach().flatten())
print(loss)

# %% backward
loss.backward()
print("W.grad", W.grad)
print("b.grad", b.grad)

# %% claim: gradient-is-the-formula
assert torch.allclose(W.grad, 2 / N * (X.T @ error.detach())), W.grad
assert torch.allclose(b.grad, 2 / N * error.detach().sum(dim=0)), b.grad
slope_w, slope_b = W.grad.item(), b.grad.item()
assert slope_w < 0 < slope_b

# %% claim: signs-point-uphill
with torch.no_grad():
    _up = ((X @ (W + 0.01) + b - y) ** 2).mean()
    _down = ((X @ W + (b - 0.01) - y) ** 2).mean()
assert _up < loss and _down < loss, (_up, _down, loss)

# %% train
W = torch.randn(D_in, D_out, requires_grad=True)  # new random parameters
b = torch.randn(D_out, requires_grad=True)
lr = 0.01
print(f"start: W = {W.item():.3f}, b = {b.item():.3f}")

losses, path_b = [], [b.item()]
for epoch in range(1, 101):
    y_hat = X @ W + b
    loss = ((y_hat - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        W -= lr * W.grad
        b -= lr * b.grad
    W.grad.zero_()
    b.grad.zero_()
    losses.append(loss.item())
    path_b.append(b.item())
    if epoch % 10 == 0:
        print(f"{epoch:3d}  loss {loss:.4f}  W {W.item():.3f}  b {b.item():.3f}")

print(f"final: W = {W.item():.3f}, b = {b.item():.3f}")
print(f"true:  W = {w_true.item():.3f}, b = {b_true.item():.3f}")

# %% claim: loss-falls-steadily
assert losses == sorted(losses, reverse=True)
assert 1.8 < W.item() < 2.0 and 0.8 < b.item() < 1.0, (W, b)

# %% claim: b-goes-back-first
assert path_b[10] < path_b[0] < path_b[50] < path_b[100] < 1, path_b[::10]
