"""The squares that a squared error is named after, drawn."""

# %% two-lines
import torch

x = torch.tensor([0.0, 1.0, 2.0, 3.0, 4.0])
y = torch.tensor([1.5, 1.0, 3.0, 2.5, 4.5])


def mean_squared_error(w, b):
    return ((w * x + b - y) ** 2).mean()


mse_near = mean_squared_error(0.75, 1.0)
mse_far = mean_squared_error(-0.4, 3.0)
mse_on = ((y - y) ** 2).mean()  # a model that passes through every point
print(f"line near the points {mse_near.item():.4f}")
print(f"line far from them   {mse_far.item():.4f}")
print(f"through every point  {mse_on.item():.4f}")

# %% claim: near-is-small-far-is-large
assert mse_on == 0
assert 0 < mse_near < 1 < mse_far, (mse_near, mse_far)

# %% claim: one-square-outweighs-the-rest
_areas = (-0.4 * x + 3.0 - y) ** 2
assert _areas[-1] > _areas[:-1].sum(), _areas

# %% picture
import matplotlib.pyplot as plt

fig, panels = plt.subplots(2, 1, figsize=(5.2, 7.6), sharex=True, sharey=True)
for axes, (w, b) in [(panels[0], (0.75, 1.0)), (panels[1], (-0.4, 3.0))]:
    y_hat = w * x + b
    axes.plot([-0.6, 6.2], [b - 0.6 * w, b + 6.2 * w], color="C0", label="line")
    edges = torch.stack([x, torch.minimum(y, y_hat), torch.maximum(y, y_hat)], dim=1)
    for left, bottom, top in edges.tolist():
        side = top - bottom
        corners_x = [left, left + side, left + side, left, left]
        corners_y = [bottom, bottom, top, top, bottom]
        axes.fill(corners_x, corners_y, color="C2", alpha=0.25)
        axes.plot([left, left], [bottom, top], color="C2")
    axes.plot(x, y, "o", color="C1", label="data")
    axes.set_aspect("equal")
    axes.set(xlim=(-0.6, 7.2), ylim=(0, 5.5), ylabel="y")
    axes.set_title(f"mean area of the squares: {mean_squared_error(w, b).item():.4f}")
panels[0].legend(loc="lower right")
panels[1].set_xlabel("x")
plt.show()
