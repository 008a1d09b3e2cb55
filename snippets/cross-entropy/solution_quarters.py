"""Two logits whose probabilities are a quarter and three quarters."""

# %% quarters
import math

import torch
import torch.nn.functional as F

for target in (0, 1):
    logits = torch.tensor([0.0, math.log(3)], requires_grad=True)
    loss = F.cross_entropy(logits, torch.tensor(target))
    loss.backward()
    slopes = [round(slope, 4) for slope in logits.grad.tolist()]
    print(f"target {target}: loss {loss.item():.4f}, slopes {slopes}")

# %% claim: agree-with-paper
assert target == 1 and slopes == [0.25, -0.25]
assert abs(loss.item() + math.log(3 / 4)) < 1e-6
for _target, _p, _slopes in ((0, 1 / 4, [-0.75, 0.75]), (1, 3 / 4, [0.25, -0.25])):
    _z = torch.tensor([0.0, math.log(3)], requires_grad=True)
    _loss = F.cross_entropy(_z, torch.tensor(_target))
    _loss.backward()
    assert abs(_loss.item() + math.log(_p)) < 1e-6
    assert torch.allclose(_z.grad, torch.tensor(_slopes), atol=1e-6)
