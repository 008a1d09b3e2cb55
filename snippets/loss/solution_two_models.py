"""One large error or three small ones."""

# %% compare
import torch
import torch.nn.functional as F

y = torch.tensor([10.0, 10.0, 10.0])
model_a = torch.tensor([13.0, 10.0, 10.0])  # one large error
model_b = torch.tensor([11.0, 9.0, 11.0])  # three small ones

for name, y_hat in (("A", model_a), ("B", model_b)):
    mse, mae = F.mse_loss(y_hat, y), F.l1_loss(y_hat, y)
    print(f"{name}  MSE {mse.item():.4f}  MAE {mae.item():.4f}")

# %% claim: only-squares-can-tell
assert F.mse_loss(model_a, y) == 3 and F.mse_loss(model_b, y) == 1
assert F.l1_loss(model_a, y) == F.l1_loss(model_b, y) == 1
