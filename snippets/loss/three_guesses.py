"""Three predictions, three targets, and one number for how wrong they are."""

# %% errors
import torch

y = torch.tensor([3.0, -1.0, 2.0])  # what we want
y_hat = torch.tensor([2.0, 1.0, 2.0])  # what some model says

error = y_hat - y
squared_error = error**2

print("error        ", error.tolist())
print("squared error", squared_error.tolist())

# %% one-number
mse = squared_error.mean()
sse = squared_error.sum()
mae = error.abs().mean()

print(f"mean of squares   {mse.item():.4f}")
print(f"sum of squares    {sse.item():.4f}")
print(f"mean of distances {mae.item():.4f}")

# %% ready-made
import torch.nn.functional as F

print(f"{F.mse_loss(y_hat, y).item():.4f}")
print(f"{F.mse_loss(y_hat, y, reduction='sum').item():.4f}")
print(f"{F.l1_loss(y_hat, y).item():.4f}")

# %% claim: paper-agrees
assert squared_error.tolist() == [1.0, 4.0, 0.0], squared_error
assert sse.item() == 5.0, sse
assert abs(mse.item() - 5 / 3) < 1e-6, mse
assert mae.item() == 1.0, mae

# %% claim: ready-made-agree
assert torch.equal(F.mse_loss(y_hat, y), mse)
assert torch.equal(F.mse_loss(y_hat, y, reduction="sum"), sse)
assert torch.equal(F.l1_loss(y_hat, y), mae)
for _n in (1, 2, 3, 8, 20, 100):
    for _dtype in (torch.float32, torch.float64):
        _generator = torch.Generator().manual_seed(_n)
        _a, _b = torch.randn(2, _n, dtype=_dtype, generator=_generator)
        _e = _a - _b
        assert torch.equal(F.mse_loss(_a, _b), (_e**2).mean()), _n
        assert torch.equal(F.mse_loss(_a, _b, reduction="sum"), (_e**2).sum()), _n
        assert torch.equal(F.l1_loss(_a, _b), _e.abs().mean()), _n

# %% zero
print(f"perfect model    {F.mse_loss(y, y).item():.4f}")
print(f"last digit wrong {F.mse_loss(y + 0.001, y).item():.6f}")

# %% claim: zero-only-when-perfect
for _wrong in (0.001, -0.001, 10.0, -10.0):
    assert F.mse_loss(y + _wrong, y) > 0, _wrong
assert F.mse_loss(y, y) == 0
assert torch.equal(squared_error == 0, y_hat == y)

# %% slopes
guess = y_hat.clone().requires_grad_()
F.mse_loss(guess, y).backward()

print("from autograd", [round(g, 4) for g in guess.grad.tolist()])
print("2 · error / n", [round(g, 4) for g in (2 * error / 3).tolist()])

# %% claim: slope-is-two-errors-over-n
assert torch.allclose(guess.grad, 2 * error / len(y)), guess.grad
assert guess.grad[2] == 0  # the perfect guess is left alone

# %% twice-the-data
y_twice = torch.cat([y, y])
y_hat_twice = torch.cat([y_hat, y_hat])
mse_twice = F.mse_loss(y_hat_twice, y_twice)
sse_twice = F.mse_loss(y_hat_twice, y_twice, reduction="sum")

slopes = []  # by a number b that is added to all predictions
for data, says in ((y, y_hat), (y_twice, y_hat_twice)):
    for reduction in ("mean", "sum"):
        b = torch.tensor(0.0, requires_grad=True)
        F.mse_loss(says + b, data, reduction=reduction).backward()
        slopes.append(b.grad.item())

print(f"mean {mse.item():.4f} -> {mse_twice.item():.4f}", end="")
print(f"   its slope by b {slopes[0]:.4f} -> {slopes[2]:.4f}")
print(f"sum  {sse.item():.4f} -> {sse_twice.item():.4f}", end="")
print(f"   its slope by b {slopes[1]:.4f} -> {slopes[3]:.4f}")

# %% claim: mean-stays-sum-doubles
assert abs(mse_twice - mse) < 1e-6, (mse, mse_twice)
assert sse_twice == 2 * sse, (sse, sse_twice)
assert abs(slopes[2] - slopes[0]) < 1e-6 and slopes[3] == 2 * slopes[1] == 4, slopes
