"""Fit a line to twenty noisy points, and hold the result against the exact answer."""

# %% data
import torch

torch.manual_seed(0)
true_w, true_b = 2.0, 0.5
n = 20
x = torch.linspace(-1, 1, n)
y = true_w * x + true_b + 0.1 * torch.randn(n)

# %% train
w = torch.zeros(1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
opt = torch.optim.SGD([w, b], lr=0.1)

history = []
print("step         w         b      loss")
for step in range(1, 51):
    opt.zero_grad()
    y_hat = w * x + b
    loss = ((y_hat - y) ** 2).mean()  # of the w and b before the step
    loss.backward()
    opt.step()
    history.append((w.item(), b.item(), loss.item()))
    if step in (1, 5, 10, 20, 50):
        print(f"{step:4d}  {w.item():.6f}  {b.item():.6f}  {loss.item():.6f}")

print(f"learned: w = {w.item():.4f}, b = {b.item():.4f}")
print(f"true:    w = {true_w:.4f}, b = {true_b:.4f}")

# %% claim: loss-falls
_losses = [loss for _, _, loss in history]
assert _losses == sorted(_losses, reverse=True)
w_50, b_50, loss_50 = history[-1]
loss_1 = _losses[0]
times_smaller = loss_1 / loss_50

# %% claim: near-but-not-on
assert 0.04 < w_50 - true_w < 0.06 and 0.03 < b_50 - true_b < 0.04, (w_50, b_50)
gap_w, gap_b = w_50 - true_w, b_50 - true_b

# %% normal-equations
X = torch.stack([x, torch.ones(n)], dim=1)  # a column for w, a column of ones for b
best_w, best_b = torch.linalg.solve(X.T @ X, X.T @ y).tolist()
best_loss = ((best_w * x + best_b - y) ** 2).mean().item()

print(f"best:    w = {best_w:.4f}, b = {best_b:.4f}, loss = {best_loss:.6f}")

# %% claim: still-on-its-way
assert true_w < w_50 < best_w - 0.04, (w_50, best_w)
assert abs(b_50 - best_b) < 1e-4, (b_50, best_b)
assert best_loss < loss_50

# %% closed-form
shrink_w = 1 - 0.1 * 2 * (x**2).mean().item()
shrink_b = 1 - 0.1 * 2

print(f"every step leaves {shrink_w:.4f} of the error of w, {shrink_b:.4f} of b's")
print("step    w, run    w, formula")
for step in (1, 5, 10, 20, 50):
    formula = best_w * (1 - shrink_w**step)
    print(f"{step:4d}  {history[step - 1][0]:.6f}    {formula:.6f}")

# %% claim: run-is-formula
for _step, (_w, _b, _) in enumerate(history, start=1):
    assert abs(_w - best_w * (1 - shrink_w**_step)) < 2e-6, _step
    assert abs(_b - best_b * (1 - shrink_b**_step)) < 2e-6, _step
left_w = shrink_w**50
left_b = shrink_b**50

# %% go-on
for _ in range(51, 151):
    opt.zero_grad()
    loss = ((w * x + b - y) ** 2).mean()
    loss.backward()
    opt.step()
    history.append((w.item(), b.item(), loss.item()))

print(f"after 150 steps: w = {w.item():.4f}, b = {b.item():.4f}")

# %% claim: arrives
assert abs(w.item() - best_w) < 1e-4 and abs(b.item() - best_b) < 1e-6
passes_true_w = next(i for i, (_w, _, _) in enumerate(history, 1) if _w > true_w)
assert passes_true_w < 50

# %% picture
import matplotlib.pyplot as plt

steps = range(1, 151)
plt.plot(steps, [w for w, _, _ in history], color="C0", label="w")
plt.plot(steps, [b for _, b, _ in history], "--", color="C0", label="b")
plt.hlines([best_w, best_b], 1, 150, color="0.5", linewidth=1, label="least squares")
plt.plot([150, 150], [true_w, true_b], "D", color="C1", label="true values")
plt.axvline(50, color="0.5", linestyle=":", linewidth=1)
plt.text(51, 0.03, "step 50")
plt.ylim(0, 2.3)
plt.xlabel("step")
plt.ylabel("parameter")
plt.legend(loc="center right")
plt.show()
