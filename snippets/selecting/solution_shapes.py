"""Shapes of selections, predicted and checked."""

# %% shapes
import torch

x = torch.arange(60).reshape(3, 4, 5)
answers = {
    "x[0]": x[0],
    "x[0, :, 1:3]": x[0, :, 1:3],
    "x[..., -1]": x[..., -1],
    "x[:, [0, 2]]": x[:, [0, 2]],
    "x[[0, 2], [1, 3]]": x[[0, 2], [1, 3]],
    "x[x > 49]": x[x > 49],
    "x[:, :, None]": x[:, :, None],
    "x.argmax(dim=1)": x.argmax(dim=1),
}
for expression, result in answers.items():
    print(f"{expression:18} {tuple(result.shape)}")

# %% claim: eight-shapes
_expected = [(4, 5), (4, 2), (3, 4), (3, 2, 5), (2, 5), (10,), (3, 4, 1, 5), (3, 5)]
assert [tuple(result.shape) for result in answers.values()] == _expected
