"""RMSprop's first step."""

# %% first-step
import torch

for gradient in (0.001, 5.0, 1000.0):
    x = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.RMSprop([x], lr=0.1)
    (gradient * x).backward()
    optimiser.step()
    print(f"gradient {gradient:8g}   first step {x.item():.4f}")

last_move = x.item()

# %% claim: ten-rates-long
assert abs(last_move + 1.0) < 1e-6, last_move
