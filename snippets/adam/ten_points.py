"""The same model from the same start, with Adam in place of SGD."""

# %% adam
import itertools

import torch
from torch import nn, optim

torch.manual_seed(0)
X = torch.randn(10, 1)
y = X @ torch.tensor([[2.0]]) + 1.0 + 0.1 * torch.randn(10, 1)
W_start, b_start = torch.randn(1, 1), torch.randn(1)
criterion = nn.MSELoss()


def train(method, lr, epochs):
    """Yield the epoch, the loss, and W and b after the step."""
    model = nn.Linear(1, 1)
    with torch.no_grad():
        model.weight.copy_(W_start)
        model.bias.copy_(b_start)
    optimiser = method(model.parameters(), lr=lr)
    for epoch in range(1, epochs + 1):
        optimiser.zero_grad()
        loss = criterion(model(X), y)
        loss.backward()
        optimiser.step()
        yield epoch, loss.item(), model.weight.item(), model.bias.item()


# %% log
print(f"start      W {W_start.item():.3f}  b {b_start.item():.3f}")
small = list(train(optim.Adam, lr=0.01, epochs=100))
for epoch, loss, W, b in small:
    if epoch % 10 == 0:
        print(f"epoch {epoch:3d}  W {W:.3f}  b {b:.3f}  loss {loss:.4f}")

W_small, b_small, loss_small = small[-1][2], small[-1][3], small[-1][1]

# %% claim: adam-has-not-arrived
assert W_small < 1.5, W_small
*_, (_, loss_sgd, W_sgd, _) = train(optim.SGD, lr=0.01, epochs=100)
assert W_sgd > 1.8 and loss_small > 20 * loss_sgd, (W_sgd, loss_sgd)

# %% budget
path = [W_start.item()] + [W for _, _, W, _ in small]
step_sizes = [abs(after - before) for before, after in itertools.pairwise(path)]
print(f"first step {step_sizes[0]:.6f}, largest {max(step_sizes):.6f}", end="")
print(f", sum of all {sum(step_sizes):.3f}")

first_step, largest_step, travelled = step_sizes[0], max(step_sizes), sum(step_sizes)

# %% claim: at-most-about-lr
assert abs(first_step - 0.01) < 1e-6, first_step
assert largest_step < 1.01 * 0.01, largest_step
assert travelled < 1.0, travelled

# %% arrive
design = torch.cat([X, torch.ones(10, 1)], dim=1)
W_best, b_best = torch.linalg.lstsq(design, y).solution.flatten().tolist()
print(f"least squares       W {W_best:.3f}  b {b_best:.3f}")

arrived = []
for lr, epochs in ((0.01, 500), (0.1, 100)):
    *_, (_, loss, W, b) = train(optim.Adam, lr, epochs)
    arrived.append(max(abs(W - W_best), abs(b - b_best)))
    print(f"lr {lr:.2f}, {epochs} epochs  W {W:.3f}  b {b:.3f}  loss {loss:.4f}")

# %% claim: two-settings-that-arrive
assert max(arrived) < 0.01, arrived
assert abs(W_small - W_best) > 0.5
