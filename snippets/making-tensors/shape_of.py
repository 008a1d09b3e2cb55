"""The shape of nested lists, read from the outside to the inside."""

# %% from-outside
import torch


def shape_of(nested):
    if not isinstance(nested, list):
        return ()  # a number: no more brackets
    return (len(nested), *shape_of(nested[0]))


examples = [
    7,
    [4, 5, 6],
    [[1, 2, 3], [4, 5, 6]],
    [[[1], [2]], [[3], [4]], [[5], [6]]],
]
for nested in examples:
    print(shape_of(nested), tuple(torch.tensor(nested).shape), nested)

# %% claim: brackets-give-the-shape
import itertools as _itertools

_shapes = [s for rank in range(5) for s in _itertools.product((1, 2, 3), repeat=rank)]
_many = [torch.zeros(shape).tolist() for shape in _shapes]
for _nested in (*examples, *_many):
    assert shape_of(_nested) == torch.tensor(_nested).shape, _nested
assert [shape_of(nested) for nested in _many] == _shapes

# %% claim: only-the-first
for _ragged in ([[1, 2], [3]], [[1, 2], [3, 4, 5], 6], [[[1]], 2]):
    assert shape_of(_ragged) == shape_of([_ragged[0]] * len(_ragged)), _ragged

# %% claim: rank-is-the-number-of-opening-brackets
for _nested in (*examples, *_many):
    _opening = str(_nested).replace(" ", "")
    _opening = len(_opening) - len(_opening.lstrip("["))
    assert len(shape_of(_nested)) == torch.tensor(_nested).ndim == _opening, _nested

# %% claim: three-two-one
assert torch.tensor(examples[3]).shape == (3, 2, 1)
assert torch.tensor(examples[3]).numel() == 3 * 2 * 1
