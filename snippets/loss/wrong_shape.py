"""A column of predictions against a row of targets."""

# %% column-and-row
import torch
import torch.nn.functional as F

y = torch.tensor([3.0, -1.0, 2.0])  # shape (3,)
y_hat = torch.tensor([[2.0], [1.0], [2.0]])  # shape (3, 1): a layer's usual output

wrong = F.mse_loss(y_hat, y)
right = F.mse_loss(y_hat.squeeze(1), y)
print(f"wrong {wrong.item():.4f}")
print(f"right {right.item():.4f}")

# %% claim: nine-differences
assert (y_hat - y).shape == (3, 3)
assert abs(wrong - 29 / 9) < 1e-6, wrong
assert abs(right - 5 / 3) < 1e-6, right
