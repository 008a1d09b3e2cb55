"""The same twenty lines with a score of six."""

# %% six
import torch

hours = torch.tensor(2.0)
paths = {}
for score in (4.0, 6.0):
    w = torch.tensor(1.0, requires_grad=True)
    optimiser = torch.optim.SGD([w], lr=0.1)
    paths[score] = [w.item()]
    for _ in range(8):
        optimiser.zero_grad()
        prediction = w * hours
        loss = (prediction - score) ** 2
        loss.backward()
        optimiser.step()
        paths[score].append(w.item())
    print(f"score {score:.0f}:", " ".join(f"{w:.4f}" for w in paths[score]))

# %% claim: twice-the-way-in-the-same-steps
assert abs(paths[6.0][-1] - 3) < 1e-4
for _four, _six in zip(paths[4.0], paths[6.0], strict=True):
    assert abs((3 - _six) - 2 * (2 - _four)) < 1e-5
