"""Where a running sum of hundredths comes to rest in float16."""

# %% rest
import torch

total, hundredth = torch.tensor([0.0, 0.01], dtype=torch.float16)
while total + hundredth != total:
    total = total + hundredth
print(total.item())

# %% claim: at-thirty-two
assert total == 32
_next = torch.nextafter(total, total.new_tensor(torch.inf))
assert _next - total == 2**-5 > 2 * 0.01 > 2**-6
