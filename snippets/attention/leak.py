"""Change one token and see which outputs notice."""

# %% masked
import torch

from mygpt import set_seed
from mygpt.attention import Head

torch.set_default_dtype(torch.float64)
set_seed(0)
head = Head(width=8, size=8, context=12)
x = torch.randn(1, 12, 8)
changed = x.clone()
changed[0, 9] = torch.randn(8)  # another token in the tenth place


def report(before: torch.Tensor, after: torch.Tensor) -> tuple[float, float]:
    """Print how far the outputs moved, and return it."""
    moved = (after - before).abs().amax(dim=-1)[0]  # one number for each token
    earlier, later = moved[:9].max().item(), moved[9:].max().item()
    print(f"tokens 1 to 9 moved by {earlier:.2g}, tokens 10 to 12 by {later:.2g}")
    return earlier, later


with_mask = report(head(x), head(changed))

# %% claim: exactly-zero
assert with_mask[0] == 0.0
assert with_mask[1] > 0.01

# %% wrong-dim
from mygpt.attention import causal_mask


def wrong(x: torch.Tensor) -> torch.Tensor:
    """Attend with the softmax over the wrong dimension."""
    scores = head.query(x) @ head.key(x).transpose(-2, -1) / 8**0.5
    weights = scores.masked_fill(~causal_mask(12), -torch.inf).softmax(dim=-2)
    return weights @ head.value(x)


with_wrong_dim = report(wrong(x), wrong(changed))

# %% claim: wrong-dim-leaks
assert with_wrong_dim[0] > 0.001
_scores = [
    head.query(it) @ head.key(it).transpose(-2, -1) / 8**0.5 for it in (x, changed)
]
_out = [s.softmax(dim=-2) @ head.value(x) for s in _scores]  # without the mask, too
assert (_out[0] - _out[1]).abs()[0, :9].max() > 0.001

# %% no-mask
head.mask.fill_(True)  # every token may look at every other
without_mask = report(head(x), head(changed))

# %% claim: no-mask-leaks
assert without_mask[0] > 0.01
