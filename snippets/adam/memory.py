"""How many numbers an optimiser keeps for each number of the model."""

# %% count
import torch

methods = {
    "SGD": lambda p: torch.optim.SGD(p, lr=0.01),
    "SGD with momentum": lambda p: torch.optim.SGD(p, lr=0.01, momentum=0.9),
    "RMSprop": lambda p: torch.optim.RMSprop(p, lr=0.01),
    "Adam": lambda p: torch.optim.Adam(p, lr=0.01),
    "AdamW": lambda p: torch.optim.AdamW(p, lr=0.01),
}
copies = []
for name, make in methods.items():
    weight = torch.ones(1000, requires_grad=True)
    optimiser = make([weight])
    weight.sum().backward()
    optimiser.step()
    kept = [it for it in optimiser.state[weight].values() if it is not None]
    copies.append(sum(it.numel() for it in kept) // 1000)
    print(f"{name:<18} {copies[-1]}")

# %% claim: none-one-two
assert copies == [0, 1, 1, 2, 2], copies
