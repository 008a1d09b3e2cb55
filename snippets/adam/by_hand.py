"""Two steps of Adam on paper, five beside torch.optim.Adam."""

# %% two-steps
import math

x, lr, beta1, beta2, eps = 0.0, 0.1, 0.9, 0.999, 1e-8
m = v = 0.0
for t in (1, 2, 3, 4, 5):
    g = 2 * (x - 3)
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    x = x - lr * m_hat / (math.sqrt(v_hat) + eps)
    if t <= 2:
        print(f"t {t}  g {g:7.4f}  m {m:7.4f}  v {v:.6f}", end="  ")
        print(f"m_hat {m_hat:7.4f}  v_hat {v_hat:7.4f}  x {x:.6f}")
    if t == 2:
        x_two = x

# %% claim: as-on-paper
assert abs(x_two - 0.1999) < 5e-5, x_two

# %% beside-torch
import torch

theirs = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)
optimiser = torch.optim.Adam([theirs], lr=0.1)
for _ in range(5):
    optimiser.zero_grad()
    ((theirs - 3) ** 2).backward()
    optimiser.step()
print(f"ours {x:.12f}   torch {theirs.item():.12f}")

# %% claim: five-steps-equal
assert abs(x - theirs.item()) < 1e-12, x - theirs.item()
