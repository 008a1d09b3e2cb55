"""Images that nobody flattened."""

# %% rows raises RuntimeError: shapes cannot be multiplied (400x8 and 64x32)
import torch
from torch import nn

torch.manual_seed(0)
images = torch.rand(50, 8, 8)
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
print("images", tuple(images.shape))
model(images)
