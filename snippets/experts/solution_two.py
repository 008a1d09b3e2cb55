"""Two of four experts, weighed among themselves."""

# %% two
import torch

logits, answers = torch.tensor([2.0, 1.0, 0.0, -1.0]), [10, 20, 30, 40]
top, chosen = logits.topk(2)
weights = top.softmax(dim=-1)
out = sum(
    w * answers[i] for w, i in zip(weights.tolist(), chosen.tolist(), strict=True)
)
print([f"{w:.3f}" for w in weights.tolist()], f"{out:.2f}")

# %% claim: as-by-dividing
_all = logits.softmax(dim=-1)[:2]
assert torch.allclose(weights, _all / _all.sum()) and abs(out - 12.69) < 0.005, out
