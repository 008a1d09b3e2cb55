"""Adam's first step for gradients of very different size."""

# %% gradients
import torch

lr = 0.1
print("gradient   SGD moves   Adam moves")
adam_moves = []
for gradient in (1e-12, 1e-8, 1e-3, 1.0, 1e3, 1e6):
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
for _move in adam_moves[2:]:
    assert abs(_move + lr) < 2e-6, _move
for _k in range(-5, 13):  # from 0.00001 to a million millions
    _x = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)
    _optimiser = torch.optim.Adam([_x], lr=lr)
    (10.0**_k * _x).backward()
    _optimiser.step()
    assert abs(_x.item() / -lr - 1) < 1.1e-3, _k

# %% claim: shorter-near-epsilon
for _gradient, _move in zip((1e-12, 1e-8, 1e-3, 1.0), adam_moves, strict=False):
    assert abs(_move + lr * _gradient / (_gradient + 1e-8)) < 1e-9, _gradient
assert abs(adam_moves[1] + lr / 2) < 1e-9 and abs(adam_moves[0]) < 1e-4

# %% claim: nothing-beyond-the-numbers
for _type, _move in ((torch.float32, 0.0), (torch.float64, -lr)):
    _x = torch.zeros(1, dtype=_type, requires_grad=True)
    _optimiser = torch.optim.Adam([_x], lr=lr)
    (1e21 * _x).backward()
    assert _x.grad.isfinite() and (_x.grad**2).isinf() == (_type == torch.float32)
    _optimiser.step()
    assert abs(_x.item() - _move) < 1e-9, (_type, _x)
