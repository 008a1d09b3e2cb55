"""Four words that all earn the same, with and without a baseline."""

# %% drift
import torch

torch.set_default_dtype(torch.float64)
largest = {}
for baseline in (0.0, 1.0):
    ends = []
    for seed in range(5):
        chance = torch.Generator().manual_seed(seed)
        logits = torch.zeros(4)  # four words, equally likely
        for _ in range(1000):
            p = logits.softmax(dim=0)
            word = torch.multinomial(p, 1, generator=chance)
            score = -p
            score[word] += 1  # the slope of log p of the word that was drawn
            logits = logits + 0.5 * (1.0 - baseline) * score  # every word earns 1
        ends.append(logits.softmax(dim=0).max().item())
    largest[baseline] = ends
    print(f"baseline {baseline:.0f}  largest p {[f'{end:.2f}' for end in ends]}")

# %% claim: one-word-takes-all
assert len(largest[0.0]) == 5 and min(largest[0.0]) > 0.9, largest
assert largest[1.0] == [0.25] * 5, largest
