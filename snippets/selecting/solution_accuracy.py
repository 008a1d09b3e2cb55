"""How many rows have their largest score in the right place?"""

# %% accuracy
import torch

scores = torch.tensor(
    [[2.0, 1.0, 0.0], [0.5, 0.4, 3.0], [1.0, 2.0, 1.5], [0.0, 0.2, 0.1]]
)
target = torch.tensor([0, 2, 2, 1])

predicted = scores.argmax(dim=1)
right = predicted == target
print("predicted", predicted)
print("right    ", right)
accuracy = right.float().mean().item()
print("accuracy ", accuracy)
print("wrong rows", torch.arange(4)[~right].tolist())

# %% claim: three-of-four
assert accuracy == 0.75
assert torch.arange(4)[~right].tolist() == [2]
