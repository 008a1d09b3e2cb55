"""Two steps without clearing the gradient in between."""

# %% two-steps
import torch

x = torch.tensor(0.0, requires_grad=True)
for _ in range(2):
    place = x.item()
    ((x - 3) ** 2).backward()
    print(f"x = {place:.1f}  slope {2 * (place - 3):.4f}  .grad {x.grad.item():.4f}")
    with torch.no_grad():
        x.sub_(0.1 * x.grad)

# %% claim: sum-of-two
assert abs(x.grad.item() - (-6 - 4.8)) < 1e-5, x.grad
