"""A cache whose new tokens are all turned as if they were the first."""

# %% write
import torch

from mygpt.attention import attend, causal_mask
from mygpt.rotary import rotate

chance = torch.Generator().manual_seed(0)
q, k, v = torch.randn(3, 6, 8, generator=chance, dtype=torch.float64)  # (T, D) each
whole, _ = attend(rotate(q), rotate(k), v, causal_mask(6))


def one_by_one(place):
    """Read one token after the other; place says where it is taken to stand."""
    kept, rows = torch.empty(0, 8, dtype=torch.float64), []
    for t in range(6):
        kept = torch.cat([kept, rotate(k[t : t + 1], place(t))])  # (t + 1, D)
        query = rotate(q[t : t + 1], place(t))
        everything = torch.ones(1, t + 1, dtype=torch.bool)  # no later key exists yet
        rows.append(attend(query, kept, v[: t + 1], everything)[0])
    return torch.cat(rows)  # (T, D)


# %% compare
right, wrong = one_by_one(lambda t: t), one_by_one(lambda t: 0)
nowhere, _ = attend(q, k, v, causal_mask(6))  # nothing is turned
for name, rows in (("with its place", right), ("without", wrong)):
    print(f"{name:14}  as the whole: {torch.allclose(rows, whole)!s:5}", end="  ")
    print(f"as if nobody were turned: {torch.allclose(rows, nowhere)}")

# %% claim: forgotten-places-are-no-places
assert (right - whole).abs().max() < 1e-14 and (right - nowhere).abs().max() > 0.1
assert (wrong - nowhere).abs().max() < 1e-14 and (wrong - whole).abs().max() > 0.1
