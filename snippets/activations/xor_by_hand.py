"""XOR with two ReLU units whose numbers are chosen on paper."""

# %% by-hand
import torch

X = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
total = X.sum(dim=1)
first, second = torch.relu(total), torch.relu(total - 1)
print("first unit  ", first.tolist())
print("second unit ", second.tolist())
print("first - 2 second", (first - 2 * second).tolist())

# %% claim: xor-on-paper
assert torch.equal(first - 2 * second, torch.tensor([0.0, 1.0, 1.0, 0.0]))
