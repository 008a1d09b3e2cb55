"""XOR with fewer and fewer hidden units, from eight starts at once."""

# %% eight-starts
import torch
from torch.nn.functional import binary_cross_entropy_with_logits

X = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=torch.float64)
y = torch.tensor([[0], [1], [1], [0]], dtype=torch.float64).expand(8, 4, 1)


def final_losses(n_hidden):
    """Train eight networks side by side; each has its own numbers."""
    generator = torch.Generator().manual_seed(0)
    shapes = (8, 2, n_hidden), (8, 1, n_hidden), (8, n_hidden, 1), (8, 1, 1)
    parameters = [
        torch.randn(shape, generator=generator, dtype=torch.float64).requires_grad_()
        for shape in shapes
    ]
    optimiser = torch.optim.SGD(parameters, lr=1.0)
    for _ in range(800):
        W1, b1, W2, b2 = parameters
        logits = torch.tanh(X @ W1 + b1) @ W2 + b2  # (8 networks, 4 points, 1)
        losses = binary_cross_entropy_with_logits(logits, y, reduction="none")
        optimiser.zero_grad()
        losses.mean(dim=1).sum().backward()  # eight sums that share no parameter
        optimiser.step()
    return losses.mean(dim=1).flatten().tolist()


# %% sweep
solved, stuck = {}, []
for n_hidden in (1, 2, 4, 8):
    losses = final_losses(n_hidden)
    solved[n_hidden] = sum(loss < 0.02 for loss in losses)
    stuck += [loss for loss in losses if loss >= 0.02]
    print(n_hidden, "units:", [f"{loss:.3f}" for loss in losses])

solved_one, solved_two, solved_four, solved_eight = solved.values()

# %% claim: two-can-but-do-not-always
assert solved_one == 0 < solved_two < solved_four <= solved_eight == 8, solved

# %% claim: where-they-stop
from math import log as _log

_one_corner = -(2 * _log(2 / 3) + _log(1 / 3)) / 4
_half_right = 2 * _log(2) / 4
assert len(stuck) == 4 * 8 - sum(solved.values())
for _loss in stuck:
    assert min(abs(_loss - _one_corner), abs(_loss - _half_right)) < 0.01, _loss
