"""The baseline with the smallest spread, for one coin."""

# %% best
import torch

torch.set_default_dtype(torch.float64)
p = 0.25
chances, rewards = torch.tensor([p, 1 - p]), torch.tensor([1.0, 0.0])
scores = torch.tensor([1 - p, -p])
spreads = {}
for baseline in (0.0, 0.25, 0.5, 0.75, 1.0):
    pulls = (rewards - baseline) * scores
    spreads[baseline] = (chances @ (pulls - chances @ pulls) ** 2).sqrt().item()
    print(f"baseline {baseline:.2f}  spread {spreads[baseline]:.3f}")

# %% claim: none-at-all
_others = [it for key, it in spreads.items() if key != 1 - p]
assert spreads[1 - p] < 1e-12 and min(_others) > 0.05, spreads
assert spreads[p] > spreads[0.5], spreads
