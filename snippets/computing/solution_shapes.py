"""Twelve shapes, predicted and checked."""

# %% check
import torch

a, b, c = torch.ones(2, 3), torch.ones(3), torch.ones(2, 1)
column, row, batch = torch.ones(20, 1), torch.ones(20), torch.ones(5, 2, 3)
predicted = {
    "a + b": (2, 3),
    "a * c": (2, 3),
    "b + c": (2, 3),
    "column - row": (20, 20),
    "batch + a": (5, 2, 3),
    "batch * c": (5, 2, 3),
    "a @ b": (2,),
    "a @ a.T": (2, 2),
    "a.T @ a": (3, 3),
    "a.sum()": (),
    "batch.mean(dim=0)": (2, 3),
    "batch.sum(dim=-1, keepdim=True)": (5, 2, 1),
}
n_right = 0
for expression, shape in predicted.items():
    found = tuple(eval(expression).shape)
    n_right += found == shape
    print(f"{expression:32} {found}", "" if found == shape else f"not {shape}")
print(f"{n_right} of {len(predicted)} right")

# %% claim: twelve-of-twelve
assert n_right == len(predicted) == 12
