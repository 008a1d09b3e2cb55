"""The four lines in all twenty-four orders."""

# %% outcome
from itertools import permutations

import torch


def outcome(order, rounds=10, lr=0.1):
    """Run the four lines in this order; return the last x."""
    x = torch.tensor(0.0, requires_grad=True)
    opt = torch.optim.SGD([x], lr=lr)
    loss = (x - 3) ** 2  # for the orders in which backward comes first
    for _ in range(rounds):
        for line in order:
            if line == "zero":
                opt.zero_grad()
            elif line == "loss":
                loss = (x - 3) ** 2
            elif line == "backward":
                loss.backward()
            else:
                opt.step()
    return x.item()


# %% all
groups = {}
for order in permutations(("zero", "loss", "backward", "step")):
    groups.setdefault(outcome(order), []).append(order)

print("orders   x after 10   for example")
for x, orders in sorted(groups.items()):
    print(f"{len(orders):6d}   {x:10.6f}   {', '.join(orders[0])}")


# %% two-weights
def outcome_of_product(order, rounds=10, lr=0.1):
    """Do the same with two weights that are multiplied; return the last a."""
    a = torch.tensor(2.0, requires_grad=True)
    b = torch.tensor(0.5, requires_grad=True)
    opt = torch.optim.SGD([a, b], lr=lr)
    loss = (a * b - 3) ** 2
    for _ in range(rounds):
        for line in order:
            if line == "zero":
                opt.zero_grad()
            elif line == "loss":
                loss = (a * b - 3) ** 2
            elif line == "backward":
                loss.backward()
            else:
                opt.step()
    return round(a.item(), 6)


# %% all-of-the-product
of_product = {}
for order in permutations(("zero", "loss", "backward", "step")):
    try:
        end = outcome_of_product(order)
    except RuntimeError as error:
        end = str(error).partition(": ")[0]  # the message goes on for long
    of_product.setdefault(end, []).append(order)

for end, orders in of_product.items():
    print(f"{len(orders):2d} orders: {end}")


# %% claim: half-of-them-never-move
def _between(order, first, second, wanted):
    """Say whether `wanted` comes after `first` and before the next `second`."""
    turned = order[order.index(first) :] + order[: order.index(first)]
    return turned.index(wanted) < turned.index(second)


still = groups[0.0]
assert len(still) == 12
for _order in permutations(("zero", "loss", "backward", "step")):
    _wiped = _between(_order, "backward", "step", "zero")
    assert (_order in still) == _wiped, _order

# %% claim: six-are-right
right = groups[outcome(("zero", "loss", "backward", "step"))]
x_right = outcome(right[0])
assert len(right) == 6 and ("loss", "backward", "step", "zero") in right
assert ("loss", "zero", "backward", "step") in right

# %% claim: one-step-behind
x_late = outcome(("step", "zero", "loss", "backward"))
assert x_late == outcome(("zero", "loss", "backward", "step"), rounds=9)
assert len(groups[x_late]) == 2

# %% claim: stale-slopes
_stale = [
    order
    for x, orders in groups.items()
    if x not in (0.0, x_right, x_late)
    for order in orders
]
assert len(_stale) == 4
for _order in _stale:
    assert abs(outcome(_order) - 3) < abs(x_right - 3), "closer to 3, at rate 0.1"
    assert _between(_order, "loss", "backward", "step"), _order
    assert abs(outcome(_order, rounds=100, lr=0.6) - 3) > 1000, _order
for _order in right:
    assert abs(outcome(_order, rounds=100, lr=0.6) - 3) < 1e-5, _order

# %% claim: a-product-notices
_expected = {len(orders) for orders in of_product.values()}
assert len(of_product) == 4 and _expected == {2, 4, 6, 12}, of_product
for _end, _orders in of_product.items():
    _error = isinstance(_end, str)
    assert _error == (set(_orders) == set(_stale)), (_end, _orders)
    assert (_end == 2.0) == (set(_orders) == set(still)), (_end, _orders)
    assert (len(_orders) == 6) == (set(_orders) == set(right)), (_end, _orders)
