"""One number rolls down its loss, until the prediction is right."""

# %% loop
import torch

hours, score = torch.tensor(2.0), torch.tensor(4.0)
w = torch.tensor(-0.5, requires_grad=True)
optimiser = torch.optim.SGD([w], lr=0.02)

path = []
for step in range(31):
    optimiser.zero_grad()  # 1 clear
    prediction = w * hours  # 2 predict
    loss = (prediction - score) ** 2  # 3 compare
    loss.backward()  # 4 trace back
    path.append((w.item(), loss.item()))
    if step % 10 == 0:
        print(f"step {step:2d}   w = {w.item():6.3f}   loss = {loss.item():6.3f}")
    optimiser.step()  # 5 step

# %% claim: never-climbs
heights = [height for _, height in path]
assert heights == sorted(set(heights), reverse=True), heights

# %% claim: arrives
assert abs(path[-1][0] - 2) < 0.02, path[-1]

# %% picture
import matplotlib.pyplot as plt

ws, losses = zip(*path, strict=True)
grid = [round(-1 + 0.1 * i, 1) for i in range(61)]
valley = [round((2 * x - 4) ** 2, 4) for x in grid]
plt.plot(grid, valley, color="0.5")
plt.plot(ws, losses, "o-", color="C2")
plt.xlabel("w")
plt.ylabel("loss")
plt.show()

w_start, w_end = path[0][0], path[-1][0]
loss_start = path[0][1]

# %% data: steps
steps = {
    "control": "step",
    "panels": [
        {
            "title": "the loss of every possible w",
            "xlabel": "w",
            "ylabel": "loss",
            "xlim": [-1, 5],
            "ylim": [0, 36],
            "marks": [{"kind": "line", "role": "muted", "x": grid, "y": valley}],
        },
        {
            "title": "what the machine predicts",
            "xlabel": "hours",
            "ylabel": "score",
            "xlim": [0, 3],
            "ylim": [-1.5, 6],
            "marks": [
                {
                    "kind": "points",
                    "role": "data",
                    "x": [2],
                    "y": [4],
                    "label": "seen",
                }
            ],
        },
    ],
    "frames": [],
    "start": 0,
}
for step, (at, height) in enumerate(path):
    trail = path[: step + 1]
    steps["frames"].append(
        {
            "name": str(step),
            "note": f"w = {at:.3f}, loss {height:.3f}",
            "marks": [
                [
                    {
                        "kind": "line",
                        "role": "loss",
                        "x": [round(x, 4) for x, _ in trail],
                        "y": [round(y, 4) for _, y in trail],
                    },
                    {
                        "kind": "points",
                        "role": "loss",
                        "x": [round(at, 4)],
                        "y": [round(height, 4)],
                    },
                ],
                [
                    {
                        "kind": "line",
                        "role": "model",
                        "x": [0, 3],
                        "y": [0, round(3 * at, 4)],
                        "label": "predicted",
                    }
                ],
            ],
        }
    )
