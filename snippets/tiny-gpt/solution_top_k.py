"""Drawing among the likeliest only."""

# %% top-k
import torch

from mygpt.sample import sample_next

logits = torch.tensor([2.0, 1.0, 0.0, 0.0])
chance = torch.Generator().manual_seed(0)
for k in (1, 2, 4):
    drawn = [sample_next(logits, top_k=k, generator=chance).item() for _ in range(200)]
    print(k, sorted(set(drawn)))
    if k == 2:
        two = set(drawn)

# %% claim: nothing-beyond-the-k
assert two == {0, 1}
