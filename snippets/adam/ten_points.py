"""A line through ten points: Adam from the start from which SGD went."""

# %% points
import itertools

import torch
from torch import nn

torch.manual_seed(0)
X = torch.randn(10, 1)
y = X @ torch.tensor([[2.0]]) + 1.0 + 0.1 * torch.randn(10, 1)
W_start, b_start = torch.randn(1, 1), torch.randn(1)
criterion = nn.MSELoss()  # the mean of the squared differences


def train(method, lr, epochs):
    """Yield the epoch, the loss, and W and b after the step."""
    W = W_start.clone().requires_grad_()
    b = b_start.clone().requires_grad_()
    optimiser = method([W, b], lr=lr)
    for epoch in range(1, epochs + 1):
        optimiser.zero_grad()
        loss = criterion(X @ W + b, y)
        loss.backward()
        optimiser.step()
        yield epoch, loss.item(), W.item(), b.item()


# %% sgd
for epoch, loss, W, b in train(torch.optim.SGD, lr=0.01, epochs=100):
    if epoch in (1, 10, 50, 100):
        print(f"epoch {epoch:3d}  loss {loss:.4f}  W {W:.3f}  b {b:.3f}")

W_first, b_first = W_start.item(), b_start.item()
W_sgd, b_sgd, loss_sgd = W, b, loss

# %% adam
adam = list(train(torch.optim.Adam, lr=0.01, epochs=100))
for epoch, loss, W, b in adam:
    if epoch % 10 == 0:
        print(f"epoch {epoch:3d}  loss {loss:.4f}  W {W:.3f}  b {b:.3f}")

W_adam, b_adam, loss_adam = W, b, loss

# %% claim: adam-has-not-arrived
assert W_sgd > 1.8 and W_adam < 1.4, (W_sgd, W_adam)
assert loss_adam > 20 * loss_sgd, (loss_adam, loss_sgd)

# %% budget
path = [W_first] + [W for _, _, W, _ in adam]
lengths = [abs(after - before) for before, after in itertools.pairwise(path)]
first_step, longest_step, travelled = lengths[0], max(lengths), sum(lengths)
print(f"first step {first_step:.6f}   longest {longest_step:.6f}", end="")
print(f"   all together {travelled:.3f}   wanted {2 - W_first:.3f}")

# %% claim: at-most-about-lr
assert abs(first_step - 0.01) < 1e-6, first_step
assert longest_step < 1.01 * 0.01, longest_step
assert travelled < 1.0 < 2 - W_first, travelled

# %% arrive
design = torch.cat([X, torch.ones(10, 1)], dim=1)
W_best, b_best = torch.linalg.lstsq(design, y).solution.flatten().tolist()
print(f"least squares                       W {W_best:.3f}  b {b_best:.3f}")

gaps = []
for lr, epochs in ((0.01, 500), (0.1, 100)):
    *_, (_, loss, W, b) = train(torch.optim.Adam, lr, epochs)
    gaps.append(max(abs(W - W_best), abs(b - b_best)))
    print(f"lr {lr:.2f}, {epochs} epochs  loss {loss:.4f}  W {W:.3f}  b {b:.3f}")

# %% claim: two-settings-that-arrive
assert max(gaps) < 0.01, gaps
assert W_best - W_adam > 0.5
