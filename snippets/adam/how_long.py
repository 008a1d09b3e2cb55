"""How many epochs Adam needs on the ten points, at three learning rates."""

# %% count
import torch

torch.manual_seed(0)
X = torch.randn(10, 1)
y = X @ torch.tensor([[2.0]]) + 1.0 + 0.1 * torch.randn(10, 1)
W_start, b_start = torch.randn(1, 1), torch.randn(1)
design = torch.cat([X, torch.ones(10, 1)], dim=1)
W_best = torch.linalg.lstsq(design, y).solution[0].item()


def epochs_until(lr, near=0.1):
    """Count the epochs until W is near the best one."""
    W, b = W_start.clone().requires_grad_(), b_start.clone().requires_grad_()
    optimiser = torch.optim.Adam([W, b], lr=lr)
    epoch = 0
    while abs(W.item() - W_best) > near:
        optimiser.zero_grad()
        ((X @ W + b - y) ** 2).mean().backward()
        optimiser.step()
        epoch += 1
    return epoch


# %% table
distance = W_best - W_start.item() - 0.1
for lr in (0.01, 0.02, 0.05):
    print(f"lr {lr:.2f}   at least {distance / lr:5.1f}   needed {epochs_until(lr)}")

# %% claim: never-fewer-than-the-budget
for _lr in (0.01, 0.02, 0.05):
    assert distance / _lr < epochs_until(_lr) < 2.5 * distance / _lr, _lr
