"""Cross-entropy of one prediction, its loss and its slope, as on paper."""

# %% probabilities
import torch
import torch.nn.functional as F

from mygpt import VOCAB

logits = torch.tensor([2.0, 1.0, 0.0, 0.0])
p = logits.exp() / logits.exp().sum()  # softmax
for word, z, share in zip(VOCAB, logits.tolist(), p.tolist(), strict=True):
    print(f"{word:5} {z:4.1f}  {share:.3f}")

# %% claim: shares-as-on-paper
import math

_sum = math.e**2 + math.e + 2
p_first, p_second, p_third, _ = p.tolist()
for _a, _b in zip(p.tolist(), (math.e**2, math.e, 1, 1), strict=True):
    assert abs(_a - _b / _sum) < 1e-6, (_a, _b)
assert [round(it, 3) for it in p.tolist()] == [0.610, 0.225, 0.083, 0.083]

# %% loss
target = torch.tensor(2)  # the id of AI, which is what really came next

print(f"{-p[target].log():.4f}")  # minus the log of one probability
print(f"{logits.logsumexp(dim=0) - logits[target]:.4f}")  # without making probabilities
print(f"{F.cross_entropy(logits, target):.4f}")  # ready-made

# %% claim: three-ways-one-number
loss = F.cross_entropy(logits, target).item()
assert abs(loss + math.log(1 / _sum)) < 1e-6
assert abs(loss - (logits.logsumexp(dim=0) - logits[target]).item()) < 1e-6
assert round(loss, 3) == 2.494
loss_sure = -math.log(p_first)

# %% slope
z = logits.clone().requires_grad_()
F.cross_entropy(z, target).backward()
y = F.one_hot(target, num_classes=4)

print("from autograd", [round(slope, 3) for slope in z.grad.tolist()])
print("p - y        ", [round(slope, 3) for slope in (p - y).tolist()])

# %% claim: slope-is-p-minus-y
assert torch.allclose(z.grad, p - y, atol=1e-6)
assert abs(z.grad.sum()) < 1e-6
for _seed in range(20):  # for other logits and every target
    _z = torch.randn(5, 7, generator=torch.Generator().manual_seed(_seed)).double()
    _z.requires_grad_()
    _y = F.one_hot(torch.arange(5) + _seed % 3, num_classes=7)
    F.cross_entropy(_z, _y.argmax(dim=1), reduction="sum").backward()
    assert torch.allclose(_z.grad, _z.softmax(dim=1) - _y)
assert [round(it, 3) for it in z.grad.tolist()] == [0.610, 0.225, -0.917, 0.083]

# %% batch
logits = torch.tensor([[2.0, 1.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0]])  # (N, V)
targets = torch.tensor([2, 3])  # (N,)

log_p = logits.log_softmax(dim=-1)
picked = log_p.gather(1, targets[:, None])[:, 0]  # one from each row
print([round(value, 4) for value in (-picked).tolist()])
print(f"{-picked.mean():.4f}  {F.cross_entropy(logits, targets):.4f}")

# %% claim: gather-then-mean
assert torch.equal(picked, log_p[torch.arange(2), targets])
assert abs(-picked.mean() - F.cross_entropy(logits, targets)) < 1e-6
loss_uniform = -picked[1].item()
assert abs(loss_uniform - math.log(4)) < 1e-6
