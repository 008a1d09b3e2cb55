"""From a guess to the best line through a hundred points, and past the limit."""

# %% data
import torch
from torch import nn

generator = torch.Generator().manual_seed(0)
n = 100
x = torch.ones(n, 2)
x[:, 0].uniform_(-1, 1, generator=generator)  # column 1 stays 1, for the bias
a = torch.tensor([3.0, 2.0])  # the truth: slope and bias
clean = x @ a  # (100, 2) @ (2,) -> (100,)
y = clean + torch.rand(n, generator=generator)  # noise between 0 and 1

# %% claim: needs-floats
_whole = a.long()
assert torch.equal(_whole.float(), a), "the same numbers"
try:
    x @ _whole
except RuntimeError as _error:
    assert "dtype" in str(_error), _error
else:
    raise AssertionError("an integer vector was accepted")


# %% cost
def mean_squared_error(y, y_guess):
    return ((y - y_guess) ** 2).mean()


guess = torch.tensor([-1.0, 1.0])
cost_of_guess = mean_squared_error(y, x @ guess)
print(f"cost of the guess {cost_of_guess.item():.4f}")

# %% claim: close-to-theory
assert abs(cost_of_guess - 23 / 3) < 0.5, cost_of_guess
_generator = torch.Generator().manual_seed(1)
_x = 2 * torch.rand(2000, 100, dtype=torch.float64, generator=_generator) - 1
_u = torch.rand(2000, 100, dtype=torch.float64, generator=_generator)
_costs = (((3 * _x + 2 + _u) - (-_x + 1)) ** 2).mean(dim=1)
assert abs(_costs.mean() - 23 / 3) < 0.05, _costs.mean()
assert abs(_costs.mean() - 23 / 3) < abs(cost_of_guess - 23 / 3)

# %% descend
coefficients = nn.Parameter(guess.clone())  # the guess is what may change
lr = 0.1


def update():
    loss = mean_squared_error(y, x @ coefficients)
    loss.backward()
    with torch.no_grad():
        coefficients.sub_(lr * coefficients.grad)
        coefficients.grad.zero_()


for epoch in range(1, 101):
    update()
    if epoch in (1, 10, 50, 100):
        cost = mean_squared_error(y, x @ coefficients).item()
        slope, bias = coefficients.tolist()
        print(f"{epoch:3d}  slope {slope:.4f}  bias {bias:.4f}  cost {cost:.4f}")

# %% best
best = torch.linalg.lstsq(x, y.unsqueeze(1)).solution.squeeze(1)
best_slope, best_bias = best.tolist()
best_cost = mean_squared_error(y, x @ best).item()
print(f"best  slope {best_slope:.4f}  bias {best_bias:.4f}  cost {best_cost:.4f}")

# %% claim: lstsq-is-least-squares
assert torch.allclose(best, torch.linalg.solve(x.T @ x, x.T @ y), atol=1e-4), best
assert 0.001 < (coefficients - best).abs().max() < 0.005, (coefficients, best)

# %% claim: bias-takes-the-mean-of-the-noise
assert abs(best_bias - 2.5) < 0.06, best_bias  # not 2
assert abs(best_cost - 1 / 12) < 0.01, best_cost
assert (coefficients - best).abs().max() < 0.005, (coefficients, best)

# %% picture
import matplotlib.pyplot as plt

ends = torch.tensor([[-1.0, 1.0], [1.0, 1.0]])
plt.plot(x[:, 0], y, "o", color="C1", markersize=3, label="data")
plt.plot(ends[:, 0], ends @ a, color="0.5", label="truth without noise")
plt.plot(ends[:, 0], ends @ guess, "--", color="C0", label="guess")
plt.plot(ends[:, 0], ends @ coefficients.detach(), color="C0", label="fit")
plt.xlabel("x")
plt.ylabel("y")
plt.legend()
plt.show()
