"""What a model can reach that has not looked at its input."""

# %% constant-logit
import math

import torch
import torch.nn.functional as F

y = torch.tensor([1.0] + [0.0] * 9)  # one yes among ten

z = torch.tensor(math.log(0.1 / 0.9), requires_grad=True)
loss = F.binary_cross_entropy_with_logits(z.expand(10), y)
loss.backward()

print(f"logit {z.item():.4f}, probability {torch.sigmoid(z).item():.4f}")
print(f"loss  {loss.item():.4f}, slope {abs(z.grad.item()):.4f}")

# %% claim: flat-at-the-share-of-yes
assert abs(z.grad) < 1e-6, z.grad
for _other in (z.item() - 0.1, z.item() + 0.1, 0.0):
    _worse = F.binary_cross_entropy_with_logits(torch.full((10,), _other), y)
    assert _worse > loss, _other
loss_coin = F.binary_cross_entropy_with_logits(torch.zeros(10), y).item()
