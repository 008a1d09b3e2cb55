"""The rule of broadcasting, written out and held against PyTorch's."""


# %% rule
def stretched(a, b):
    """The shape of a + b, for the shapes of a and b; None where they do not fit."""
    rank = max(len(a), len(b))
    a = (1,) * (rank - len(a)) + a  # missing dimensions, on the left, count as 1
    b = (1,) * (rank - len(b)) + b
    result = ()
    for m, n in zip(a, b, strict=True):
        if m != n and 1 not in (m, n):
            return None
        result += (n if m == 1 else m,)
    return result


for a, b in [((3, 1), (4,)), ((2, 3), (3,)), ((2, 3), (2,)), ((20, 1), (20,))]:
    print(a, "and", b, "->", stretched(a, b))

# %% claim: examples-of-the-rule
assert stretched((3, 1), (4,)) == (3, 4)
assert stretched((2, 3), (3,)) == (2, 3)
assert stretched((2, 3), (2,)) is None
assert stretched((20, 1), (20,)) == (20, 20)

# %% every-pair
import itertools

import torch

shapes = [
    shape for rank in range(4) for shape in itertools.product((1, 2, 3), repeat=rank)
]
n_pairs = n_fit = 0
for a, b in itertools.product(shapes, shapes):
    try:
        truth = tuple((torch.ones(a) + torch.ones(b)).shape)
    except RuntimeError:
        truth = None
    assert stretched(a, b) == truth, (a, b)
    n_pairs, n_fit = n_pairs + 1, n_fit + (truth is not None)
print(f"{n_pairs} pairs of shapes, {n_fit} of them fit")

# %% claim: every-pair-agrees
assert n_pairs == 40 * 40 and 0 < n_fit < n_pairs
