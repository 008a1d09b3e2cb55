"""Muon by hand beside torch.optim.Muon."""

# %% defaults
import torch

W = torch.nn.Parameter(torch.zeros(2, 2))
defaults = torch.optim.Muon([W]).defaults
for name, value in defaults.items():
    print(f"{name:16} {value}")

# %% ours
torch.set_default_dtype(torch.float64)


def newton_schulz(X, steps=5):
    X = X / X.norm()
    for _ in range(steps):
        A = X @ X.T
        X = 3.4445 * X + (-4.7750 * A + 2.0315 * A @ A) @ X
    return X


def muon(W, grad, m, lr, beta=0.95, decay=0.1):
    """One step for a wide matrix: momentum, one look ahead, orthogonal, step."""
    m = beta * m + (1 - beta) * grad
    ahead = beta * m + (1 - beta) * grad
    return W - lr * decay * W - lr * newton_schulz(ahead), m


# %% claim: the-defaults-of-today
assert defaults["lr"] == 0.001 and defaults["weight_decay"] == 0.1
assert defaults["momentum"] == 0.95 and defaults["nesterov"] is True
assert defaults["ns_steps"] == 5 and defaults["adjust_lr_fn"] is None
assert defaults["ns_coefficients"] == (3.4445, -4.775, 2.0315)
assert muon.__defaults__ == (defaults["momentum"], defaults["weight_decay"])
assert newton_schulz.__defaults__ == (defaults["ns_steps"],)

# %% beside
torch.manual_seed(0)
theirs = torch.nn.Parameter(torch.randn(4, 6))
ours, m = theirs.detach().clone(), torch.zeros(4, 6)
optimiser = torch.optim.Muon([theirs], lr=0.02)
gaps, strides = [], []
for _ in range(5):
    grad = torch.randn(4, 6)
    before = ours
    theirs.grad = grad.clone()
    optimiser.step()
    ours, m = muon(ours, grad, m, lr=0.02)
    strides.append((ours - before).norm().item())
    gaps.append((ours - theirs.detach()).norm().item() / strides[-1])
print("apart by less than a tenth of a step:", max(gaps) < 0.1)
print("equal to six digits:", max(gaps) < 1e-6)

# %% claim: as-near-as-sixteen-bits
assert 1e-4 < max(gaps) < 0.1 and len(gaps) == 5, gaps
assert all(0.02 * 1.3 < stride < 0.02 * 3 for stride in strides), strides

# %% vector raises ValueError: Muon only supports 2D parameters
torch.optim.Muon([torch.nn.Parameter(torch.zeros(3))])
