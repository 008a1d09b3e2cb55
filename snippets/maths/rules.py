"""Ten rules of differentiation, each held against autograd."""

# %% rules
import math

import torch

rules = {  # name: (function, place, slope by the rule)
    "constant": (lambda x: 7 + 0 * x, 3, 0),
    "factor": (lambda x: 5 * x**2, 3, 5 * 2 * 3),
    "sum": (lambda x: x**2 + 5 * x, 3, 2 * 3 + 5),
    "product": (lambda x: x**2 * (x + 1), 3, 6 * 4 + 9 * 1),
    "quotient": (lambda x: x**2 / (x + 1), 3, (6 * 4 - 9 * 1) / 4**2),
    "power": (lambda x: x**3, 2, 3 * 2**2),
    "root": (lambda x: x**0.5, 4, 0.5 * 4**-0.5),
    "exp": (torch.exp, 1, math.e),
    "ln": (torch.log, 4, 1 / 4),
    "chain": (lambda x: (2 * x - 4) ** 2, 1, 2 * (2 - 4) * 2),
}
for name, (function, place, by_rule) in rules.items():
    x = torch.tensor(float(place), dtype=torch.float64, requires_grad=True)
    function(x).backward()
    print(f"{name:8}  rule {by_rule:8.4f}  autograd {x.grad.item():8.4f}")

# %% claim: all-agree
for _function, _place, _by_rule in rules.values():
    _x = torch.tensor(float(_place), dtype=torch.float64, requires_grad=True)
    _function(_x).backward()
    assert abs(_x.grad.item() - _by_rule) < 1e-12
