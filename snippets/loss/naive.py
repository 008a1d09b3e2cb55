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
found = {}
for size in (16.0, 17.0, 200.0):
    z = torch.tensor(size, requires_grad=True)
    on_probability = F.binary_cross_entropy(torch.sigmoid(z), zero)
    on_probability.backward()
    from_p = (on_probability.item(), z.grad.item())
    z.grad = None
    on_logit = F.binary_cross_entropy_with_logits(z, zero)
    on_logit.backward()
    found[size] = (*from_p, on_logit.item(), z.grad.item())
    print(f"{size:3.0f}  from the probability: loss {from_p[0]:3.0f}", end="")
    print(f", slope {from_p[1]:.4f}", end="")
    print(f"   from the logit: loss {on_logit:3.0f}, slope {z.grad:.4f}")

# %% claim: the-probability-has-forgotten
assert found[17.0][:2] == found[200.0][:2] == (100, 0), found
assert found[16.0][1] > 0.9999 and abs(found[16.0][0] - 16) < 0.1, found
assert abs(found[17.0][2] - 17) < 1e-4 and found[200.0][2] == 200, found
assert found[17.0][3] > 0.9999 and found[200.0][3] == 1, found
_p = torch.tensor(1.0, requires_grad=True)
F.binary_cross_entropy(_p, zero).backward()
assert _p.grad > 1e11, "steep in p"
