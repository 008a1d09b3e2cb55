"""A running sum that remembers what it has lost (Kahan, 1965)."""

# %% kahan
import torch


def kahan_sum(numbers):
    """Add one after the other; hand what was rounded away to the next."""
    total = lost = torch.zeros_like(numbers[0])
    for number in numbers:
        number = number - lost
        new = total + number
        lost = (new - total) - number
        total = new
    return total


tenths = torch.full((1000,), 0.1, dtype=torch.bfloat16)
plain = torch.zeros_like(tenths[0])
for number in tenths:
    plain = plain + number
careful = kahan_sum(tenths)
print("plain:", plain.item(), " Kahan:", careful.item())

# %% claim: nothing-is-lost
assert plain == 32 and abs(careful - 100) <= 0.5
