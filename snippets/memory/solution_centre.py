"""Two ways to leave the argument alone."""

# %% mended
import torch


def centre(values):
    return values - values.mean()  # a new tensor


def centre_in_place(values):
    values = values.clone()  # the name now belongs to a copy
    values -= values.mean()
    return values


temperatures = torch.tensor([18.0, 20.0, 25.0])
print(centre(temperatures), centre_in_place(temperatures))
print(temperatures)

# %% claim: argument-unchanged
assert temperatures.tolist() == [18, 20, 25]
assert torch.equal(centre(temperatures), centre_in_place(temperatures))
