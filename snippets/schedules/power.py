"""The largest curvature of a bowl, without writing down its Hessian."""

# %% by-hand
import torch

H = torch.tensor([[10.0, 8.0], [8.0, 10.0]], dtype=torch.float64)
v = torch.tensor([1.0, 0.0], dtype=torch.float64)
by_hand = []
for round_ in range(1, 5):
    Hv = H @ v
    by_hand.append((v @ Hv).item())
    print(f"round {round_}: v = ({v[0]:.4f}, {v[1]:.4f})   v·Hv = {by_hand[-1]:.4f}")
    v = Hv / Hv.norm()

# %% claim: towards-eighteen
assert abs(by_hand[0] - 10) < 1e-12 and abs(by_hand[1] - 17.80488) < 1e-5, by_hand
assert abs(by_hand[-1] - 18) < 1e-4, by_hand

# %% double-backward
position = torch.tensor([0.3, -0.7], dtype=torch.float64, requires_grad=True)
a, b = position
loss = 5 * a**2 + 8 * a * b + 5 * b**2
(grad,) = torch.autograd.grad(loss, position, create_graph=True)

v = torch.tensor([1.0, 0.0], dtype=torch.float64)
without_table = []
for _ in range(4):
    (Hv,) = torch.autograd.grad(grad @ v, position, retain_graph=True)
    without_table.append((v @ Hv).item())
    v = Hv / Hv.norm()
print([round(it, 4) for it in without_table])

# %% claim: same-numbers
assert all(abs(p - q) < 1e-9 for p, q in zip(by_hand, without_table, strict=True))
