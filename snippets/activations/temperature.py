"""Dividing the logits by a temperature before softmax."""

# %% temperatures
import torch

logits = torch.tensor([2.0, 1.0, 0.0, 0.0])
for temperature in (0.1, 0.5, 1.0, 2.0, 10.0):
    p = torch.softmax(logits / temperature, dim=-1)
    print(f"T = {temperature:4.1f}  ", "  ".join(f"{share:.3f}" for share in p))

# %% claim: sharp-and-flat
assert torch.softmax(logits / 0.1, dim=-1)[0] > 0.999
assert (torch.softmax(logits / 10, dim=-1) - 0.25).abs().max() < 0.05
