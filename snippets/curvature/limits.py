"""At which rate, and at which step, the hundred points explode."""

# %% data
import math

import torch
from torch import nn

generator = torch.Generator().manual_seed(0)
n = 100
x = torch.ones(n, 2)
x[:, 0].uniform_(-1, 1, generator=generator)
y = x @ torch.tensor([3.0, 2.0]) + torch.rand(n, generator=generator)
guess = torch.tensor([-1.0, 1.0])
best = torch.linalg.lstsq(x, y.unsqueeze(1)).solution.squeeze(1)


def mean_squared_error(y, y_guess):
    return ((y - y_guess) ** 2).mean()


# %% limit
curvature = 2 / n * x.T @ x  # (2, 2): how the gradient changes with the coefficients
values, directions = torch.linalg.eigh(curvature)
limit = 2 / values.max().item()
print(f"eigenvalues {values[0]:.4f} and {values[1]:.4f}, so the limit is {limit:.4f}")


# %% explode
def first_overflow(lr, steps=2000):
    """Descend from the guess; return the first step whose loss is not finite."""
    c = guess.clone().requires_grad_()
    for step in range(1, steps + 1):
        loss = mean_squared_error(y, x @ c)
        if not loss.isfinite():
            return step
        loss.backward()
        with torch.no_grad():
            c -= lr * c.grad
        c.grad = None
    return None


def predicted_overflow(lr):
    """Return the step at which the sum of squares must outgrow float32."""
    largest = torch.finfo(torch.float32).max
    ahead = torch.dot(directions[:, 1], guess - best)  # error in the steepest direction
    sum_of_squares = n * values[1] / 2 * ahead**2  # at step 1; later times factor²
    factor = (1 - lr * values[1]).abs()
    return 1 + math.ceil(math.log(largest / sum_of_squares) / (2 * math.log(factor)))


# %% compare
for rate in (0.98 * limit, 1.05, 2.0, 10000.0):
    predicted = predicted_overflow(rate) if rate > limit else None
    print(f"{rate:10.4f}  predicted {predicted}  run {first_overflow(rate)}")

# %% claim: prediction-holds
overflow_steps = [first_overflow(rate) for rate in (1.05, 2.0, 10000.0)]
assert first_overflow(0.98 * limit) is None
assert overflow_steps == [predicted_overflow(rate) for rate in (1.05, 2.0, 10000.0)]

# %% lbfgs
coefficients = nn.Parameter(guess.clone())
opt = torch.optim.LBFGS([coefficients], max_iter=20)
evaluations = 0


def closure():
    global evaluations
    evaluations += 1
    opt.zero_grad()
    loss = mean_squared_error(y, x @ coefficients)
    loss.backward()
    return loss


opt.step(closure)
slope, bias = coefficients.tolist()
print(f"{evaluations} evaluations: slope {slope:.4f}, bias {bias:.4f}")

# %% claim: few-evaluations
assert (coefficients - best).abs().max() < 1e-5, coefficients


def _steps_of_descent(rate):
    _c, _steps = nn.Parameter(guess.clone()), 0
    while (_c.detach() - best).abs().max() > 1e-5:
        (_slope,) = torch.autograd.grad(mean_squared_error(y, x @ _c), _c)
        with torch.no_grad():
            _c.sub_(rate * _slope)
        _steps += 1
    return _steps


descent_steps = _steps_of_descent(0.1)
descent_best = _steps_of_descent((2 / values.sum()).item())
assert descent_steps > 20 * evaluations, descent_steps
assert 2 * evaluations < descent_best < descent_steps / 5, descent_best
for _k in range(1, 20):
    assert _steps_of_descent(_k * limit / 20) >= descent_best - 1, _k
