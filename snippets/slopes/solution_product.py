"""The slope of tanh(x) x²: two formulas, of which measuring refutes one."""

# %% two-formulas
import torch


def f(x):
    return torch.tanh(x) * x**2


def right(x):
    return (1 - torch.tanh(x) ** 2) * x**2 + torch.tanh(x) * 2 * x


def wrong(x):
    return (1 - torch.tanh(x) ** 2) * 2 * x  # the product of the slopes


# %% three-places
x = torch.tensor([0.5, 1.0, 2.0], dtype=torch.float64, requires_grad=True)
f(x).sum().backward()  # each term of the sum depends on its own x only
h = 1e-5
with torch.no_grad():
    rows = {
        "measured": (f(x + h) - f(x - h)) / (2 * h),
        "autograd": x.grad,
        "right": right(x),
        "wrong": wrong(x),
    }
for name, row in rows.items():
    print(f"{name:8}", " ".join(f"{value:8.5f}" for value in row.tolist()))

# %% claim: measuring-tells-them-apart
for _name in ("autograd", "right"):
    assert (rows[_name] - rows["measured"]).abs().max() < 1e-8, _name
assert (rows["wrong"] - rows["measured"]).abs().min() > 0.1
