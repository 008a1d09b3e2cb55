"""Minus 6.7 in bfloat16."""

# %% bits
import torch

x = torch.tensor(-6.7).bfloat16()
pattern = x.view(torch.int16).item() % 2**16
digits = f"{pattern:016b}"
print(digits[0], digits[1:9], digits[9:], " ", x.item())

# %% claim: as-on-paper
assert (digits[0], digits[1:9], digits[9:]) == ("1", "10000001", "1010110")
assert x.item() == -(1 + 86 / 128) * 4 == -6.6875
