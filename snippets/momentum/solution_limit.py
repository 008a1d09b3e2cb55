"""How far momentum moves the limit of the learning rate."""

# %% limit
import torch


def explodes(learning_rate, beta, steps=400):
    x = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)
    opt = torch.optim.SGD([x], lr=learning_rate, momentum=beta)
    for _ in range(steps):
        opt.zero_grad()
        ((x - 3) ** 2).backward()
        opt.step()
    return not abs(x.item() - 3) < 3


print("momentum  limit  below it  above it")
found = {}
for beta in (0.0, 0.5, 0.9):
    limit = 1 + beta  # 2 (1 + beta) / curvature, and the curvature is 2
    found[beta] = [explodes(share * limit, beta) for share in (0.99, 1.01)]
    words = ["explodes" if it else "settles" for it in found[beta]]
    print(f"{beta:8}  {limit:5}  {words[0]:>8}  {words[1]:>8}")

# %% claim: limit-moves
assert all(outcome == [False, True] for outcome in found.values()), found

# %% claim: the-bug-survives-more
for _rate in (1.2, 1.5, 1.9):
    assert explodes(_rate, beta=0.0), "zero_grad kept"
    _x = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)
    for _ in range(400):
        ((_x - 3) ** 2).backward()  # zero_grad forgotten
        with torch.no_grad():
            _x.sub_(_rate * _x.grad)
        assert abs(_x.item() - 3) < 40, _rate
