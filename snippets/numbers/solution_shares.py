"""Shares by their formula, in float16."""

# %% shares
import torch

numbers = torch.tensor([12.0, 11.0, 0.0], dtype=torch.float16)
plain = numbers.exp() / numbers.exp().sum()
shifted = (numbers - numbers.max()).exp()
print("powers: ", numbers.exp())
print("plain:  ", plain)
print("shifted:", shifted / shifted.sum())

# %% claim: shifted
assert plain.isnan().any()
assert torch.allclose(
    (shifted / shifted.sum()).float(), numbers.float().softmax(0), atol=1e-3
)
