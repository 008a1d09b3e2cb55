"""Three scores that are logarithms, so that the weights are fractions."""

# %% paper
import torch

scores = torch.tensor([1.0, 3.0, 4.0]).log()
values = torch.tensor([8.0, 0.0, 4.0])
all_three = scores.softmax(dim=-1)
print(all_three, all_three @ values)
first_two = scores.masked_fill(torch.tensor([False, False, True]), -torch.inf)
print(first_two.softmax(dim=-1), first_two.softmax(dim=-1) @ values)

# %% claim: as-on-paper
assert torch.allclose(all_three, torch.tensor([1 / 8, 3 / 8, 1 / 2]))
assert abs((all_three @ values).item() - 3) < 1e-5
assert torch.allclose(first_two.softmax(dim=-1), torch.tensor([1 / 4, 3 / 4, 0]))
assert abs((first_two.softmax(dim=-1) @ values).item() - 2) < 1e-5
