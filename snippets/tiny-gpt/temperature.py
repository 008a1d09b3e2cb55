"""Four logits at three temperatures."""

# %% divide
import torch

logits = torch.tensor([2.0, 1.0, 0.0, 0.0])
for temperature in (0.5, 1.0, 2.0):
    p = (logits / temperature).softmax(dim=0)
    print(f"{temperature:.1f}  " + "  ".join(f"{it:.2f}" for it in p.tolist()))

cold, hot = ((logits / t).softmax(dim=0)[0] for t in (0.5, 2.0))

# %% claim: cold-is-sure-hot-is-even
assert cold > 0.8 > 0.5 > hot
assert torch.allclose((logits / 1e-3).softmax(dim=0), torch.tensor([1.0, 0, 0, 0]))
