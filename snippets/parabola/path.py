"""The path of the hundred steps on the curve, and the distance that is left."""

# %% record
import torch


def f(x):
    return (x - 3) ** 2


def descend(x, learning_rate, steps):
    """Take steps downhill from x; return every place and every gradient."""
    x = torch.tensor(x, requires_grad=True)
    places, grads = [x.item()], []
    for _ in range(steps):
        x.grad = None
        f(x).backward()
        with torch.no_grad():
            x.sub_(learning_rate * x.grad)
        grads.append(x.grad.item())
        places.append(x.item())
    return places, grads


xs, grads = descend(0.0, learning_rate=0.1, steps=101)
distances = [abs(x - 3) for x in xs]
grid = [round(-0.5 + 0.1 * i, 1) for i in range(51)]  # to draw the curve on


# %% data: steps
def rounded(numbers):
    return [float(f"{number:.5g}") for number in numbers]


curve = {"kind": "line", "role": "loss", "x": grid, "y": rounded(map(f, grid))}
straight = {"kind": "line", "role": "muted", "x": [0, 100]}
straight |= {"y": rounded([3, 3 * 0.8**100]), "label": "3 · 0.8ᵗ"}

frames = []
for step in [*range(21), *range(30, 101, 10)]:
    x, height, slope, after = xs[step], f(xs[step]), grads[step], xs[step + 1]
    tangent = {"kind": "line", "role": "gradient", "x": rounded([x - 1, x + 1])}
    tangent["y"] = rounded([height - slope, height + slope])
    trail = rounded(xs[: min(step, 25) + 1])
    walked = {"kind": "line", "role": "model", "x": trail, "y": rounded(map(f, trail))}
    here = {"kind": "points", "role": "model", "x": rounded([x])}
    here["y"] = rounded([height])
    stride = {"kind": "arrow", "role": "model", "x": rounded([x, after]), "y": [0, 0]}
    left = {"kind": "points", "role": "model", "x": [*range(step + 1)]}
    left["y"] = rounded(distances[: step + 1])
    note = f"x = {x:.6f}, slope {slope:.3g}, next step {after - x:.3g}"
    marks = [[tangent, walked, here, stride], [left]]
    frames.append({"name": str(step), "note": note, "marks": marks})

steps = {
    "control": "step",
    "panels": [
        {"title": "the path on the curve", "xlabel": "x", "ylabel": "f(x)"}
        | {"xlim": [-0.5, 4.5], "ylim": [-0.5, 12], "marks": [curve]},
        {"title": "what is left", "xlabel": "step", "ylabel": "distance from 3"}
        | {"xlim": [0, 100], "ylim": [1e-10, 10], "yscale": "log", "marks": [straight]},
    ],
    "frames": frames,
    "start": 3,
}

# %% picture
import matplotlib.pyplot as plt

figure, (above, below) = plt.subplots(2, 1, figsize=(5.2, 5.6))
above.plot(grid, [f(x) for x in grid], color="C2")
above.plot(xs[:21], [f(x) for x in xs[:21]], "o-", color="C0", markersize=4)
above.plot([-1, 1], [15, 3], color="C3")
above.text(0.35, 7.6, "slope −6", color="C3")
above.set(xlabel="x", ylabel="f(x)", xlim=(-0.5, 4.5), ylim=(-0.5, 12))

below.semilogy(range(0, 101, 2), distances[:101:2], "o", color="C0", markersize=3)
below.semilogy([0, 100], [3, 3 * 0.8**100], "--", color="0.5")
below.text(72, 1e-9, "3 · 0.8ᵗ", color="0.5", ha="right")
below.set(xlabel="step", ylabel="distance from 3")
plt.show()

# %% claim: a-straight-line-then-a-floor
_left = torch.tensor(distances)
assert (_left[1:41] / _left[:40] - 0.8).abs().max() < 1e-3
assert len(set(distances[75:])) == 1, distances[75:]

# %% compare
formula = [3 * (1 - 0.8**t) for t in range(101)]
gaps = [abs(x - y) for x, y in zip(xs[:101], formula, strict=True)]
print(f"x after 10 steps by formula  {formula[10]:.6f}")
print(f"largest gap in 101 places    {max(gaps):.1e}")

# %% claim: loop-is-the-formula
assert len(gaps) == 101 and max(gaps) < 1e-6, max(gaps)
assert f"{formula[10]:.6f}" == f"{xs[10]:.6f}" == "2.677877"

# %% rest
gap = 3 - torch.nextafter(torch.tensor(3.0), torch.tensor(0.0)).item()
print(f"x after 100 steps      {xs[100]:.7f}")
print(f"distance from 3        {3 - xs[100]:.2e}")
print(f"next step would be     {-0.1 * grads[100]:.2e}")
print(f"gap between two floats {gap:.2e}")
print("does the step move x? ", xs[101] != xs[100])

# %% claim: rounded-away
stopped_at = next(step for step, x in enumerate(xs) if x == xs[101])
assert 60 < stopped_at < 75 and xs[100] == xs[101] < 3
assert 0 < -0.1 * grads[100] < gap / 2
assert 4e-7 < 3 - xs[100] < 5e-7
