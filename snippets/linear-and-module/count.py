"""How many numbers a model for images of 28 by 28 pixels holds."""

# %% count
from torch import nn

model = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))
for name, parameter in model.named_parameters():
    print(f"{name:<9} {tuple(parameter.shape)!s:<11} {parameter.numel():6d}")
total = sum(parameter.numel() for parameter in model.parameters())
print("together", total)

# %% claim: total-by-formula
assert total == (784 * 128 + 128) + (128 * 10 + 10), total
