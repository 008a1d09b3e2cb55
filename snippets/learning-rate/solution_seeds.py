"""The study of six rates from five different starts."""

# %% seeds
import torch
import torch.nn.functional as F


def steps_needed(rate, seed):
    torch.manual_seed(seed)
    w = torch.randn(5, 3, requires_grad=True)
    b = torch.randn(3, requires_grad=True)
    steps, loss = 0, None
    while steps < 1000 and (loss is None or loss > 0.01):
        loss = F.binary_cross_entropy_with_logits(torch.ones(5) @ w + b, torch.zeros(3))
        w.grad = b.grad = None
        loss.backward()
        with torch.no_grad():
            w.sub_(rate * w.grad)
            b.sub_(rate * b.grad)
        steps += 1
    return steps


print("  rate    seeds 0 to 4")
needed = {}
for rate in (0.1, 1.0, 10.0, 100.0):
    needed[rate] = [steps_needed(rate, seed) for seed in range(5)]
    print(f"{rate:6.2f}", "".join(f"{steps:6d}" for steps in needed[rate]))

# %% claim: start-matters-less-than-rate
_rows = torch.tensor(list(needed.values()))
assert (_rows.diff(dim=0) <= 0).all(), "for each seed, a larger rate is no slower"
_tenth = needed[0.1]
steps_low, steps_high = min(_tenth), max(_tenth)
assert min(needed[0.1]) > max(needed[1.0]) > max(needed[10.0])
