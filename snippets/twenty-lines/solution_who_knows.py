"""Which of the five lines names the score, and which feel it."""

# %% two-scores
import torch

hours = torch.tensor(2.0)
seen = []
for score in (4.0, 6.0):
    w = torch.tensor(1.0, requires_grad=True)
    optimiser = torch.optim.SGD([w], lr=0.1)
    optimiser.zero_grad()
    prediction = w * hours
    loss = (prediction - score) ** 2  # the only line with a score in it
    loss.backward()
    optimiser.step()
    seen.append((prediction.item(), loss.item(), w.grad.item()))
    print(f"score {score:.0f}: prediction {prediction.item():.0f}", end="")
    print(f", loss {loss.item():.0f}, gradient {w.grad.item():.0f}, w {w.item():.1f}")

# %% claim: prediction-does-not-know
assert seen == [(2, 4, -8), (2, 16, -16)], seen
