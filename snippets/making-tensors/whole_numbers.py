"""A small step for a float, and none for a whole number."""

# %% a-small-step
import torch

for w in (torch.tensor([3.0]), torch.tensor([3])):
    w[0] = 3.001
    print(w.dtype, w)

# %% claim: the-fraction-is-lost
assert abs(torch.tensor([3.0]) + 0.001 - 3.001) < 1e-6
assert w.dtype == torch.int64 and w.item() == 3

# %% a-thousand-steps
as_float, as_int = torch.tensor([3.0]), torch.tensor([3])
for _ in range(1000):
    as_float[0] = as_float[0] + 0.001
    as_int[0] = as_int[0] + 0.001
print(f"{as_float.item():.3f}", as_int.item())

# %% claim: a-thousand-steps-and-no-way
assert abs(as_float.item() - 4) < 1e-3
assert as_int.item() == 3
