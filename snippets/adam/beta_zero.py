"""Adam without momentum is RMSprop with a bias correction."""

# %% beta1-zero
import torch

theirs = torch.tensor([3.0, -2.0], dtype=torch.float64, requires_grad=True)
optimiser = torch.optim.Adam([theirs], lr=0.1, betas=(0.0, 0.99))
x, v = theirs.detach().clone(), 0.0
for t in range(1, 51):
    optimiser.zero_grad()
    (theirs**4).sum().backward()
    optimiser.step()

    grad = 4 * x**3
    v = 0.99 * v + 0.01 * grad**2  # RMSprop's running mean of squares ...
    x = x - 0.1 * grad / ((v / (1 - 0.99**t)).sqrt() + 1e-8)  # ... corrected
print("after 50 steps the same place:", torch.allclose(x, theirs, atol=1e-12))

# %% claim: corrected-rmsprop
assert torch.allclose(x, theirs, atol=1e-12)
assert not torch.allclose(x, torch.tensor([3.0, -2.0], dtype=torch.float64), atol=0.5)
