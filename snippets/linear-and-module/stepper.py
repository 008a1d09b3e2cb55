"""The five costumes as text: what the figure shows is what is executed."""

# %% data: steps
import torch
from torch import nn, optim

torch.manual_seed(0)
X = torch.randn(10, 1)
y = X @ torch.tensor([[2.0]]) + 1.0 + 0.1 * torch.randn(10, 1)
W_start, b_start, lr = torch.randn(1, 1), torch.randn(1), 0.01


class LinearRegressionModel(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.linear_layer = nn.Linear(in_features, out_features)

    def forward(self, x):
        return self.linear_layer(x)


def start_there(layer):
    with torch.no_grad():
        layer.weight.copy_(W_start)
        layer.bias.copy_(b_start)


raw_tensors = """\
W = W_start.clone().requires_grad_()
b = b_start.clone().requires_grad_()
for _ in range(epochs):
    W.grad, b.grad = None, None
    y_hat = X @ W + b
    loss = ((y_hat - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        W -= lr * W.grad
        b -= lr * b.grad
    losses.append(loss.item())"""

parameters = """\
W = nn.Parameter(W_start.clone())
b = nn.Parameter(b_start.clone())
""" + "\n".join(raw_tensors.splitlines()[2:])

linear = """\
layer = nn.Linear(1, 1)
start_there(layer)
for _ in range(epochs):
    layer.zero_grad()
    y_hat = layer(X)
    loss = ((y_hat - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        for p in layer.parameters():
            p -= lr * p.grad
    losses.append(loss.item())"""

module = """\
model = LinearRegressionModel(1, 1)
start_there(model.linear_layer)
""" + "\n".join(linear.replace("layer", "model").splitlines()[2:])

optimiser = """\
model = LinearRegressionModel(1, 1)
start_there(model.linear_layer)
criterion = nn.MSELoss()
optimiser = optim.SGD(model.parameters(), lr=lr)
for _ in range(epochs):
    optimiser.zero_grad()
    y_hat = model(X)
    loss = criterion(y_hat, y)
    loss.backward()
    optimiser.step()
    losses.append(loss.item())"""

costumes = {
    "1 raw tensors": raw_tensors,
    "2 nn.Parameter": parameters,
    "3 nn.Linear": linear,
    "4 nn.Module": module,
    "5 torch.optim": optimiser,
}
tools = {"torch": torch, "nn": nn, "optim": optim, "start_there": start_there}
tools |= {"X": X, "y": y, "W_start": W_start, "b_start": b_start, "lr": lr}
tools |= {"LinearRegressionModel": LinearRegressionModel, "epochs": 100}
curves, is_new = {}, {}
before = raw_tensors.splitlines()
for name, text in costumes.items():
    losses = []
    exec(text, {**tools, "losses": losses})
    curves[name] = losses
    is_new[name] = [line not in before for line in text.splitlines()]
    before = text.splitlines()

frames = []
for name, text in costumes.items():
    old = {"kind": "text", "role": "muted", "x": [], "y": [], "text": []}
    new = {"kind": "text", "role": "model", "x": [], "y": [], "text": []}
    for row, line in enumerate(text.splitlines()):
        mark = new if is_new[name][row] else old
        mark["x"].append(1)
        mark["y"].append(11 - row)
        # spaces at the start of a line would be swallowed
        mark["text"].append(line.replace("    ", "\N{NO-BREAK SPACE}" * 4))
    curve = [float(f"{loss:.4g}") for loss in curves[name]]
    line = {"kind": "line", "role": "loss", "x": list(range(1, 101)), "y": curve}
    n_new = sum(is_new[name])
    note = f"{n_new or 'no'} new lines, last loss {curves[name][-1]:.6f}"
    frames.append({"name": name, "note": note, "marks": [[old, new], [line]]})

steps = {
    "control": "costume",
    "panels": [
        {"title": "the loop, new lines lit", "xlim": [0, 50], "ylim": [0, 12]},
        {
            "title": "the loss of this loop",
            "xlabel": "epoch",
            "ylabel": "loss",
            "xlim": [0, 100],
            "ylim": [0.01, 10],
            "yscale": "log",
        },
    ],
    "frames": frames,
    "start": 2,
}

PARTS = {
    "hold the numbers": ("W = ", "b = ", "layer = ", "model = ", "start_there"),
    "clear the gradients": (".grad = None", "zero_grad"),
    "predict": ("y_hat =",),
    "loss": ("loss =", "criterion ="),
    "backward": ("backward",),
    "update": ("no_grad", "-=", "parameters():", "step()", "optimiser ="),
}
parts = list(PARTS)


def part_of(line):
    """Return the one part of the loop to which a line belongs."""
    (part,) = [it for it, signs in PARTS.items() if any(s in line for s in signs)]
    return part


# %% claim: same-curve-each-time
for _name, _curve in curves.items():
    _pairs = zip(_curve, curves["1 raw tensors"], strict=True)
    _gap = max(abs(_a - _b) for _a, _b in _pairs)
    assert len(_curve) == 100 and _gap < 1e-5, f"{_name}: {_gap}"

# %% claim: backward-never-changes
for _name, _text in costumes.items():
    _at = _text.splitlines().index("    loss.backward()")
    assert not is_new[_name][_at], _name

# %% picture
import matplotlib.pyplot as plt

for column, (name, text) in enumerate(costumes.items()):
    lines = zip(text.splitlines(), is_new[name], strict=True)
    changed = {part_of(line) for line, new in lines if new}
    for row, part in enumerate(parts):
        new = part in changed

        plt.plot(column, row, "s" if new else ".", color="C0" if new else "0.5")
plt.xticks(
    range(5),
    ["raw\ntensors", "nn.\nParameter", "nn.\nLinear", "nn.\nModule", "torch.\noptim"],
)
plt.yticks(range(len(parts)), parts)
plt.gca().invert_yaxis()
plt.title("squares: what changes in this costume")
plt.show()
