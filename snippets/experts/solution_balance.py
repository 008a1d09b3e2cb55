"""The balance term by hand: all to one expert, and evenly."""

# %% balance
import torch

found = []
for name, load, p in (
    ("all to one", [1, 0, 0, 0], [0.7, 0.1, 0.1, 0.1]),
    ("evenly", [0.25, 0.25, 0.25, 0.25], [0.25, 0.25, 0.25, 0.25]),
):
    balance = 4 * (torch.tensor(load) * torch.tensor(p)).sum().item()
    found.append(round(balance, 5))
    print(f"{name:10} {balance:.1f}")

# %% claim: from-one-up
assert found == [2.8, 1.0], found
