"""Three losses and their slopes over the same axis."""

# %% curves
import torch
import torch.nn.functional as F

losses = [
    ("squared", "-", F.mse_loss),
    ("absolute", "--", F.l1_loss),
    ("cross-entropy", ":", F.binary_cross_entropy_with_logits),
]
heights, slopes = {}, {}
for name, _, loss in losses:
    u = (
        torch.arange(-80, 81).double() / 20
    ).requires_grad_()  # error or logit; target 0
    height = loss(u, torch.zeros_like(u), reduction="none")
    height.sum().backward()  # each height depends on its own u only
    heights[name], slopes[name] = height.detach(), u.grad
u = u.detach()

# %% picture
import matplotlib.pyplot as plt

fig, (top, bottom) = plt.subplots(2, 1, figsize=(5.2, 5.6), sharex=True)
for name, style, _ in losses:
    top.plot(u, heights[name], style, color="C2", label=name)
    bottom.plot(u, slopes[name], style, color="C3", label=name)
top.set(ylabel="loss", ylim=(0, 6))
top.legend(loc="upper center")
bottom.set(ylabel="slope", ylim=(-4, 4))
bottom.set_xlabel("error (for cross-entropy: the logit, target 0)")
bottom.axhline(0, color="0.5", linewidth=0.8)
plt.show()

# %% claim: three-slopes
assert torch.allclose(slopes["squared"], 2 * u)  # grows without end
assert torch.equal(slopes["absolute"], u.sign())  # knows only the side
entropy_slopes = slopes["cross-entropy"]
assert torch.allclose(entropy_slopes, torch.sigmoid(u))
assert entropy_slopes.min() > 0 and entropy_slopes.max() < 1  # one side, never large
slope_wrong, slope_right = entropy_slopes[-1].item(), entropy_slopes[0].item()

# %% claim: zero-from-fifteen-on
_loss = losses[-1][2]  # as it is drawn, and now in float32
for _logit in (-14.0, -15.0, -20.0, -80.0):
    _z = torch.tensor(_logit, requires_grad=True)
    _bce = _loss(_z, torch.tensor(0.0))
    _bce.backward()
    assert (_bce.item() == 0) == (_logit <= -15), (_logit, _bce)
    assert 0 < _z.grad.item() < 1e-6, (_logit, _z.grad)
