"""What tutorials say of a parabola, and what a run says."""

# %% no-zero-grad
import torch


def descend(lr, steps, clear=True):
    """Walk on (x - 3)² from 0; return every place, the first one included."""
    x = torch.tensor(0.0, requires_grad=True)
    optimiser = torch.optim.SGD([x], lr=lr)
    path = [0.0]
    for _ in range(steps):
        if clear:
            optimiser.zero_grad()
        ((x - 3) ** 2).backward()
        optimiser.step()
        path.append(x.item())
    return path


free = descend(0.1, 1000, clear=False)
late = free[900:]
first_past = next(step for step, x in enumerate(free) if x > 3)
print(f"steps 900 to 1000: x between {min(late):.2f} and {max(late):.2f}")
print(f"first past 3 at step {first_past}")
lowest, highest = min(late), max(late)

# %% large-rates
import math

double = descend(2.0, 100)
to_inf = next(step for step, x in enumerate(double) if math.isinf(x))
to_nan = next(step for step, x in enumerate(double) if math.isnan(x))
nearly = descend(0.99, 100)[100]
print(f"rate 2.0: inf at step {to_inf}, nan at step {to_nan}")
print(f"rate 0.99: after 100 steps at {nearly:.3f}")

# %% claim: never-damped
assert highest - lowest > 6
assert abs(max(free[:100]) - highest) < 0.1 and abs(min(free[:100]) - lowest) < 0.1
assert first_past == 3

# %% claim: overflow-is-late
assert to_inf > 70 and to_nan == to_inf + 1, (to_inf, to_nan)
