"""Break it: two ways in which a router learns nothing."""

# %% silent
import torch
from torch import nn

from mygpt import set_seed

set_seed(0)
x = torch.randn(50, 8)
router = nn.Linear(8, 4, bias=False)
experts = nn.ModuleList(nn.Linear(8, 8) for _ in range(4))


def slope(weigh):
    """Return the largest slope that the router gets, for a way to weigh."""
    router.weight.grad = None
    logits = router(x)
    top, chosen = logits.topk(1, dim=-1)  # (50, 1) each
    answers = torch.stack(
        [experts[int(c)](one) for c, one in zip(chosen, x, strict=True)]
    )
    (weigh(logits, top) * answers).square().mean().backward()
    return None if router.weight.grad is None else router.weight.grad.abs().max().item()


# %% ways
ways = {
    "the weight among all": lambda logits, top: (top - logits.logsumexp(1, True)).exp(),
    "no weight": lambda logits, top: 1.0,
    "softmax of the chosen": lambda logits, top: top.softmax(dim=-1),
}
slopes = {name: slope(weigh) for name, weigh in ways.items()}
for name, value in slopes.items():
    print(f"{name:21} {value if value is None else round(value, 4)}")

# %% claim: nothing-or-zero
right, without, late = slopes.values()
assert right > 0.01 and without is None and late == 0.0, slopes
