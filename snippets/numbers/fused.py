"""A product and a sum: rounded twice, or once."""
# varies: where there is no fused multiply-add, `add` rounds twice

# %% fused
import torch

a = torch.full((16,), 1 + 2.0**-12)
c = torch.full((16,), -1 - 2.0**-11)
twice = (a * a + c)[0].item()
once = c.add(a, alpha=1 + 2.0**-12)[0].item()
exact = (a.double() * a + c)[0].item()
print("two roundings:", twice)
print("one rounding: ", once)
print("exact:        ", exact)

# %% claim: one-or-two
assert twice == 0 and exact == 2**-24
assert once == exact
