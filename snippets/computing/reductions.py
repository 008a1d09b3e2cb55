"""Six scores, and fewer numbers that stand for them."""

# %% everything
import torch

# One row for each student, one column for each assignment.
scores = torch.tensor([[10.0, 20.0, 30.0], [5.0, 10.0, 15.0]])
total = scores.sum()
print("sum ", total)
print("mean", scores.mean())
print("max ", scores.max(), " min", scores.min())

# %% claim: one-number
assert (total, scores.mean()) == (90, 15)
assert scores.max() == 30 and scores.min() == 5
for _shape in ((), (3,), (2, 3), (2, 1, 4)):
    for _reduce in (torch.sum, torch.mean, torch.max, torch.min):
        assert _reduce(torch.ones(_shape)).shape == ()

# %% dim
per_assignment = scores.sum(dim=0)
per_student = scores.sum(dim=1)
column_sums, row_sums = per_assignment.tolist(), per_student.tolist()
print("dim=0", per_assignment, tuple(per_assignment.shape))
print("dim=1", per_student, tuple(per_student.shape))

# %% claim: dim-is-what-disappears
assert per_assignment.tolist() == [15, 30, 45]
assert per_student.tolist() == [60, 30]
assert torch.equal(per_assignment, scores[0] + scores[1])
assert torch.equal(per_student, scores[:, 0] + scores[:, 1] + scores[:, 2])
for _shape in ((4,), (2, 3), (2, 3, 4), (5, 1, 2, 3)):
    _ones = torch.ones(_shape)
    for _dim, _size in enumerate(_shape):
        _rest = _shape[:_dim] + _shape[_dim + 1 :]
        for _reduced in (
            *(_ones.sum(dim=_dim), _ones.mean(dim=_dim), _ones.prod(_dim)),
            *(_ones.max(dim=_dim).values, _ones.argmin(dim=_dim)),
        ):
            assert _reduced.shape == _rest, (_shape, _dim)
        assert (_ones.sum(dim=_dim) == _size).all()

# %% claim: margins-add-up
assert per_assignment.sum() == per_student.sum() == scores.sum() == 90

# %% other-reductions
print("mean of each student ", scores.mean(dim=1))
print("best of each student ", scores.max(dim=1).values)
print("the last dimension   ", scores.mean(dim=-1))

# %% claim: minus-one-is-the-last
for _shape in ((4,), (2, 3), (2, 3, 4), (5, 1, 2, 3), (2, 1, 2, 1, 2)):
    _x = torch.arange(float(torch.ones(_shape).numel())).reshape(_shape)
    for _reduce in (torch.sum, torch.mean, torch.argmax, torch.cumsum):
        for _back in range(1, len(_shape) + 1):
            _front = len(_shape) - _back
            assert torch.equal(_reduce(_x, dim=-_back), _reduce(_x, dim=_front))
