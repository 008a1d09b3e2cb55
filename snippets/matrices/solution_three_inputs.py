"""Three inputs: the loop of the ten rows, and not a line changed."""

# %% fit
import torch

torch.manual_seed(0)
w_true = torch.tensor([[2.0], [-1.0], [0.5]])
X = torch.randn(200, 3)
y = X @ w_true + 1.0 + 0.1 * torch.randn(200, 1)

W = torch.zeros(3, 1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
for _ in range(200):
    loss = ((X @ W + b - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        W -= 0.1 * W.grad
        b -= 0.1 * b.grad
    W.grad.zero_()
    b.grad.zero_()

ones = torch.ones(200, 1)
best = torch.linalg.lstsq(torch.cat([X, ones], dim=1), y).solution
print("learned      ", *(f"{number:6.3f}" for number in [*W.flatten(), *b]))
print("least squares", *(f"{number:6.3f}" for number in best.flatten()))

# %% claim: four-numbers-found
assert (torch.cat([W.flatten(), b]) - best.flatten()).abs().max() < 1e-4, (W, b, best)
assert (W - w_true).abs().max() < 0.03 and abs(b - 1) < 0.03, (W, b)
