"""Images with their pixels in one row."""

# %% flattened
import torch
from torch import nn

torch.manual_seed(0)
images = torch.rand(50, 8, 8)
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
flat = images.flatten(start_dim=1)
print("images", tuple(flat.shape), " logits", tuple(model(flat).shape))

# %% claim: rows-of-pixels
assert images.shape == (50, 8, 8) and 50 * 8 == 400
assert flat.shape == (50, 64) and model(flat).shape == (50, 10)
