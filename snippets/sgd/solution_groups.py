"""Two parameters with a learning rate each."""

# %% groups
import torch

u = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
v = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
groups = [{"params": [u], "lr": 0.5}, {"params": [v], "lr": 0.005}]
opt = torch.optim.SGD(groups)

for step in range(1, 4):
    opt.zero_grad()
    loss = u**2 / 2 + 50 * v**2
    loss.backward()
    opt.step()
    print(f"{step}  loss before {loss.item():.4f}  u {u.item():.4f}  v {v.item():.4f}")

# %% claim: each-its-own-rate
assert abs(u.item() - 0.5**3) < 1e-12 and abs(v.item() - 0.5**3) < 1e-12
