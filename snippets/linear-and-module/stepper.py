"""The five costumes as text: what the figure shows is what is executed."""

# %% picture
import matplotlib.pyplot as plt

parts = ["hold the numbers", "clear the gradients", "predict", "loss", "backward"]
parts += ["update"]
hold, clear, predict, compare, backward, update = parts
lit = {  # what is new in each costume
    "1 raw tensors": set(),
    "2 nn.Parameter": {hold},
    "3 nn.Linear": {hold, clear, predict, update},
    "4 nn.Module": {hold, clear, predict, update},
    "5 torch.optim": {clear, compare, update},
}
for column, new in enumerate(lit.values()):
    for row, part in enumerate(parts):
        colour = "C0" if part in new else "0.5"
        plt.plot(column, row, "s" if part in new else ".", color=colour)
plt.xticks(range(5), [name[2:].replace(" ", "\n").replace(".", ".\n") for name in lit])
plt.yticks(range(6), parts)
plt.gca().invert_yaxis()
plt.title("squares: what changes in this costume")
plt.show()

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

# %% claim: same-curve-each-time
for name, curve in curves.items():
    gaps = [abs(a - b) for a, b in zip(curve, curves["1 raw tensors"], strict=True)]
    assert len(curve) == 100 and max(gaps) < 1e-5, f"{name}: {max(gaps)}"

# %% claim: backward-never-changes
_signs = {
    "hold the numbers": ("W = ", "b = ", "layer = ", "model = ", "start_there"),
    "clear the gradients": (".grad = None", "zero_grad"),
    "predict": ("y_hat =",),
    "loss": ("loss =", "criterion ="),
    "backward": ("backward",),
    "update": ("no_grad", "-=", "parameters():", "step()", "optimiser ="),
}
assert list(_signs) == parts
_frame = ["for _ in range(epochs):", "losses.append(loss.item())"]  # of no part
for _name, _text in costumes.items():
    _lines = _text.splitlines()
    assert not is_new[_name][_lines.index("    loss.backward()")], _name
    _new = set()
    for _line, _is_new in zip(_lines, is_new[_name], strict=True):
        _its = [part for part, it in _signs.items() if any(s in _line for s in it)]
        assert len(_its) == (_line.strip() not in _frame), (_line, _its)
        _new |= set(_its) if _is_new else set()
    assert _new == lit[_name], (_name, _new)
