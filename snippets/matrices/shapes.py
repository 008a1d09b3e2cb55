"""Three inputs and two outputs: which shapes are forced, and how many numbers learn."""

# %% shapes
import torch

torch.manual_seed(0)
X = torch.randn(10, 3)  # ten examples of three numbers
W = torch.randn(3, 2)
b = torch.randn(2)
y_hat = X @ W + b
print("prediction", tuple(y_hat.shape))
print("parameters", W.numel() + b.numel())

# %% claim: from-the-ends
assert y_hat.shape == (10, 2) and W.numel() + b.numel() == 8
_fitting = []
for _rows in range(1, 5):
    for _columns in range(1, 5):
        if _rows == X.shape[1]:
            _product = X @ torch.ones(_rows, _columns)
            _fitting += [(_rows, _columns)] * (_product.shape == y_hat.shape)
            continue
        try:
            X @ torch.ones(_rows, _columns)
        except RuntimeError:
            continue
        raise AssertionError((_rows, _columns))
assert _fitting == [tuple(W.shape)], _fitting
