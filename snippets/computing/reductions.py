"""Six scores, and fewer numbers that stand for them."""

# %% everything
import torch

# One row for each student, one column for each assignment.
scores = torch.tensor([[10.0, 20.0, 30.0], [5.0, 10.0, 15.0]])
print("sum ", scores.sum())
print("mean", scores.mean())
print("max ", scores.max(), " min", scores.min())

# %% claim: one-number
total, average = scores.sum(), scores.mean()
assert (total, average) == (90, 15) and scores.sum().shape == ()
assert scores.max() == 30 and scores.min() == 5

# %% dim
per_assignment = scores.sum(dim=0)
per_student = scores.sum(dim=1)
print("dim=0", per_assignment, tuple(per_assignment.shape))
print("dim=1", per_student, tuple(per_student.shape))

# %% claim: dim-is-what-disappears
assert per_assignment.tolist() == [15, 30, 45]
assert per_student.tolist() == [60, 30]
assert torch.equal(per_assignment, scores[0] + scores[1])

# %% claim: margins-add-up
assert per_assignment.sum() == per_student.sum() == scores.sum() == 90

# %% other-reductions
print("mean of each student ", scores.mean(dim=1))
print("best of each student ", scores.max(dim=1).values)
print("the last dimension   ", scores.mean(dim=-1))

# %% claim: minus-one-is-the-last
assert torch.equal(scores.mean(dim=-1), scores.mean(dim=1))

column_sums, row_sums = per_assignment.tolist(), per_student.tolist()
