"""A coin that learns to fall heads: each outcome's pull, its mean and its spread."""

# %% paper
import torch

torch.set_default_dtype(torch.float64)
theta = torch.tensor(1 / 3).log().requires_grad_()  # sigmoid of it is a quarter
p = theta.sigmoid()
chances = torch.stack([p, 1 - p])  # heads, tails
rewards = torch.tensor([1.0, 0.0])

slope = torch.autograd.grad(chances @ rewards, theta, retain_graph=True)[0]
scores = torch.stack(
    [torch.autograd.grad(it.log(), theta, retain_graph=True)[0] for it in chances]
)
print("slope of the mean reward", round(slope.item(), 4))
print("slopes of the log-probabilities", scores.tolist())

# %% claim: slopes-as-on-paper
_paper = torch.tensor([0.75, -0.25])
assert abs(p - 0.25) < 1e-12 and abs(slope - 0.1875) < 1e-12
assert (scores - _paper).abs().max() < 1e-12

# %% baseline
chances = chances.detach()
found = {}
for baseline in (0.0, 0.25):
    pulls = (rewards - baseline) * scores  # one for each outcome
    mean = chances @ pulls
    spread = (chances @ (pulls - mean) ** 2).sqrt()
    found[baseline] = mean.item(), spread.item()
    print(
        f"baseline {baseline:.2f}  pulls {[round(it, 4) for it in pulls.tolist()]}",
        end="",
    )
    print(f"  mean {mean:.4f}  spread {spread:.2f}")

# %% claim: same-mean-smaller-spread
assert all(abs(_mean - slope.item()) < 1e-12 for _mean, _ in found.values()), found
assert found[0.25][1] < 0.7 * found[0.0][1], found
assert (pulls - torch.tensor([0.5625, 0.0625])).abs().max() < 1e-12
