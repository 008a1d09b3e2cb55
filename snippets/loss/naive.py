"""The formula of cross-entropy, written down as it stands, meets large logits."""

# %% overflow
import torch
import torch.nn.functional as F


def written_down(z, y):
    p = torch.sigmoid(z)
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p))


zero, one = torch.tensor(0.0), torch.tensor(1.0)
print("   z  as written, y=0  as written, y=1  with logits, y=0")
for size in (2.0, 10.0, 16.0, 17.0, 200.0):
    z = torch.tensor(size)
    stable = F.binary_cross_entropy_with_logits(z, zero)
    print(
        f"{size:4.0f}  {written_down(z, zero):15.4f}"
        f"  {written_down(z, one):15.4f}  {stable:19.4f}"
    )

# %% claim: breaks-at-seventeen
assert abs(written_down(torch.tensor(10.0), zero) - 10.0000454) > 1e-4
assert torch.isfinite(written_down(torch.tensor(16.0), zero))
assert torch.sigmoid(torch.tensor(17.0)) == 1  # rounded: no longer below one
assert torch.isinf(written_down(torch.tensor(17.0), zero))
assert torch.isnan(written_down(torch.tensor(17.0), one))
assert F.binary_cross_entropy_with_logits(torch.tensor(200.0), zero) == 200

# %% clamped
z = torch.tensor(200.0, requires_grad=True)
on_probability = F.binary_cross_entropy(torch.sigmoid(z), zero)
on_probability.backward()
print(f"from the probability: loss {on_probability:.0f}, slope {z.grad:.0f}")

z.grad = None
on_logit = F.binary_cross_entropy_with_logits(z, zero)
on_logit.backward()
print(f"from the logit:       loss {on_logit:.0f}, slope {z.grad:.0f}")

# %% claim: the-probability-has-forgotten
assert on_probability == 100 and on_logit == 200
_z = torch.tensor(200.0, requires_grad=True)
F.binary_cross_entropy(torch.sigmoid(_z), zero).backward()
assert _z.grad == 0, _z.grad
assert z.grad == 1, z.grad
