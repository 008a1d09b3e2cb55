"""Training finds how biased a coin is, and its loss stops at the entropy."""

# %% coin
import math

import torch
import torch.nn.functional as F

tosses = torch.tensor([1] * 9 + [0])  # nine heads, one tail
z = torch.zeros(2, requires_grad=True)
for _ in range(500):
    loss = F.cross_entropy(z.expand(10, 2), tosses)  # the same logits for every toss
    loss.backward()
    with torch.no_grad():
        z -= 1.0 * z.grad
        z.grad.zero_()

heads = z.softmax(dim=0)[1].item()
entropy = -(0.9 * math.log(0.9) + 0.1 * math.log(0.1))
print(f"probability of heads {heads:.4f}")
print(f"loss {loss.item():.4f}, entropy {entropy:.4f}")

# %% claim: stops-at-the-entropy
assert abs(heads - 0.9) < 1e-4
assert abs(loss.item() - entropy) < 1e-6
for _p in (0.5, 0.8, 0.89, 0.91, 0.99):  # every other probability costs more
    assert -(0.9 * math.log(_p) + 0.1 * math.log(1 - _p)) > entropy, _p
