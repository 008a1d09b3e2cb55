"""An adapter whose two matrices both start at zero never starts."""

# %% both-zero
import torch

torch.manual_seed(0)
x, target = torch.randn(8, 4), torch.randn(8, 3)
W = torch.randn(3, 4)
for start in ("A drawn, B zero", "both zero"):
    A = torch.randn(2, 4) if start == "A drawn, B zero" else torch.zeros(2, 4)
    A, B = A.requires_grad_(), torch.zeros(3, 2, requires_grad=True)
    optimiser = torch.optim.SGD([A, B], lr=0.05)
    losses = []
    for step in range(200):
        optimiser.zero_grad()
        loss = ((x @ W.T + x @ A.T @ B.T - target) ** 2).mean()
        loss.backward()
        if step == 0:
            print(f"{start:<15}  gradient of A {A.grad.abs().max():.1f}", end="")
            print(f", of B {B.grad.abs().max():.1f}", end="")
        optimiser.step()
        losses.append(loss.item())
    print(f", loss {losses[0]:.1f} -> {losses[-1]:.1f}")

# %% claim: never-starts
assert start == "both zero" and len(set(losses)) == 1 and len(losses) == 200
assert (A == 0).all() and (B == 0).all()
assert (A.grad == 0).all() and (B.grad == 0).all()
