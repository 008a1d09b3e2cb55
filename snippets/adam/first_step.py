"""Adam's first step for gradients of very different size."""

# %% gradients
import torch

lr = 0.1
print("gradient   SGD moves   Adam moves")
adam_moves = []
for gradient in (1e-3, 1.0, 1e3, 1e6):
    moves = []
    for method in (torch.optim.SGD, torch.optim.Adam):
        x = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)
        optimiser = method([x], lr=lr)
        (gradient * x).backward()
        optimiser.step()
        moves.append(x.item())
    adam_moves.append(moves[1])
    print(f"{gradient:8g}   {moves[0]:9g}   {moves[1]:10.6f}")

# %% claim: always-the-learning-rate
for move in adam_moves:
    assert abs(move + lr) < 2e-6, move
