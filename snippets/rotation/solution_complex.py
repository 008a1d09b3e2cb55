"""Exercise: a rotation is a multiplication of complex numbers."""

# %% complex
import torch

from mygpt.rotary import frequencies, rotate

T, D = 50, 8
x = torch.randn(T, D, dtype=torch.float64, generator=torch.Generator().manual_seed(0))
places = torch.arange(T, dtype=torch.float64)

points = torch.complex(x[:, : D // 2], x[:, D // 2 :])  # a pair is one number, (T, D/2)
angles = places[:, None] * frequencies(D)  # (T, D/2)
turned = points * torch.polar(torch.ones_like(angles), angles)  # times e^(i · angle)
print("the same:", torch.allclose(torch.cat([turned.real, turned.imag], 1), rotate(x)))

# %% claim: one-product-a-pair
_turned = torch.cat([turned.real, turned.imag], dim=1)
assert (_turned - rotate(x)).abs().max() < 1e-14

# %% score
score = (turned[9] * turned[5].conj()).real.sum()  # query at place 9, key at place 5
print(f"as a dot product: {torch.allclose(score, rotate(x)[9] @ rotate(x)[5])}")

# %% claim: the-conjugate-takes-the-place-away
assert (score - rotate(x)[9] @ rotate(x)[5]).abs() < 1e-13
_four = torch.polar(torch.ones(4, dtype=torch.float64), 4 * frequencies(D))
assert (score - (points[9] * points[5].conj() * _four).real.sum()).abs() < 1e-13
