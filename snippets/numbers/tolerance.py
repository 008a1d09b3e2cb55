"""A tolerance that is too small, one that is too large, and one that is right."""

# %% verdicts
import torch

torch.manual_seed(0)
x = torch.rand(1000)
right, turned = x.mean(), x.flip(0).cumsum(0)[-1] / 1000
wrong = x.sum() / 999  # one forgotten
print(" rtol   another order   one forgotten")
verdicts = {}
for rtol in (1e-9, 1e-5, 1e-2):
    pair = [torch.allclose(right, it, rtol=rtol, atol=0) for it in (turned, wrong)]
    verdicts[rtol] = ["equal" if close else "different" for close in pair]
    print(f"{rtol:.0e}   {verdicts[rtol][0]:15} {verdicts[rtol][1]}")

# %% claim: the-one-in-the-middle
assert verdicts[1e-9] == ["different"] * 2 and verdicts[1e-2] == ["equal"] * 2
assert verdicts[1e-5] == ["equal", "different"]

# %% zero
rest = (x - x.mean()).sum()  # on paper 0
close = {atol: torch.allclose(rest, torch.tensor(0.0), atol=atol) for atol in (0, 1e-3)}
print("close to zero, by atol:", close)

# %% claim: zero-needs-atol
assert list(close.values()) == [False, True]
assert 0 < abs(rest) < 1e-3
