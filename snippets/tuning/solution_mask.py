"""A mean over the answers only."""

# %% mask
import torch
import torch.nn.functional as F

logits = torch.zeros(3, 4, dtype=torch.float64, requires_grad=True)  # three tokens
targets = torch.tensor([2, 0, 1])
masked = torch.tensor([-100, -100, 1])

loss = F.cross_entropy(logits, masked)
loss.backward()
print(f"loss {loss:.4f}, ln 4 = {torch.tensor(4.0).log():.4f}")
print("gradient, token by token:")
print(logits.grad)

# %% claim: masked-tokens-do-not-pull
_alone = F.cross_entropy(logits[2:], targets[2:])
assert loss == _alone and abs(loss.item() - 1.3863) < 5e-5
assert (logits.grad[:2] == 0).all()
assert logits.grad[2].tolist() == [0.25, -0.75, 0.25, 0.25]
