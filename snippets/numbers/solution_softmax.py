"""A softmax by its formula, in float16."""

# %% softmax
import torch

logits = torch.tensor([12.0, 11.0, 0.0], dtype=torch.float16)
plain = logits.exp() / logits.exp().sum()
shifted = (logits - logits.max()).exp()
print("exp:    ", logits.exp())
print("plain:  ", plain)
print("shifted:", shifted / shifted.sum())

# %% claim: shifted
assert plain.isnan().any()
assert torch.allclose(
    (shifted / shifted.sum()).float(), logits.float().softmax(0), atol=1e-3
)
