"""Twenty tanh layers: how large the signal is at each, forward and backward."""

# %% ladder
import torch

DEPTH, WIDTH, BATCH = 20, 64, 64


def rms(x):
    return (x**2).mean().sqrt().item()


def climb(gain, activation=torch.tanh):
    """Return the size of the signal after each layer, and of its gradient."""
    generator = torch.Generator().manual_seed(0)
    settings = {"generator": generator, "dtype": torch.float64}
    x = torch.randn(BATCH, WIDTH, **settings).requires_grad_()
    signals = [x]
    for _ in range(DEPTH):
        W = torch.randn(WIDTH, WIDTH, **settings) * gain / WIDTH**0.5
        x = activation(x @ W.T)
        signals.append(x)
    grads = torch.autograd.grad(x, signals, torch.randn(x.shape, **settings))
    return [rms(x) for x in signals], [rms(g) for g in grads]


# %% table
print("gain   signal after 20 layers   gradient at the input")
ends = {}
for gain in (0.5, 1.0, 1.5, 3.0):
    forward, backward = climb(gain)
    ends[gain] = forward[-1], backward[0]
    print(f"{gain:4.1f}   {forward[-1]:22.1e}   {backward[0]:21.1e}")

# %% claim: three-fates
assert ends[0.5][0] < 1e-5 and ends[0.5][1] < 1e-5, ends
assert 0.05 < ends[1.0][0] < 0.5 and 0.01 < ends[1.0][1] < 1, ends
assert ends[3.0][0] > 0.8 and ends[3.0][1] > 100, ends

# %% claim: a-little-above-one
forward, backward = climb(1.2)
assert 0.2 < forward[-1] < 5 and 0.2 < backward[0] < 5, (forward[-1], backward[0])

# %% data: gains
frames = []
for gain in (0.5, 0.577, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.5, 1.7, 2.0, 2.5, 3.0):
    forward, backward = climb(gain)
    marks = []
    for role, sizes in (("model", forward), ("gradient", backward)):
        x, y = list(range(DEPTH + 1)), [float(f"{size:.4g}") for size in sizes]
        line = {"kind": "line", "role": role, "x": x, "y": y}
        marks.append([line, line | {"kind": "points"}])
    note = (
        f"signal at the end {forward[-1]:.1e}, gradient at the input {backward[0]:.1e}"
    )
    name = "0.577 (nn.Linear)" if gain == 0.577 else f"{gain:.1f}"
    frames.append({"name": name, "note": note, "marks": marks})
view = {"xlabel": "layer", "xlim": [0, DEPTH], "ylim": [1e-7, 1e4], "yscale": "log"}
gains = {
    "control": "gain",
    "panels": [
        {"title": "forward: size of the signal", "ylabel": "rms"} | view,
        {"title": "backward: size of the gradient", "ylabel": "rms"} | view,
    ],
    "frames": frames,
    "start": 5,
}

# %% picture
import matplotlib.pyplot as plt

figure, panels = plt.subplots(2, 1, figsize=(5.2, 5.2), sharex=True, sharey=True)
for gain, style in ((0.5, ":"), (1.0, "-"), (3.0, "--")):
    sizes = climb(gain)
    for panel, size, color in zip(panels, sizes, ("C0", "C3"), strict=True):
        panel.semilogy(size, style, color=color, label=f"gain {gain}")
panels[0].set_ylabel("size of the signal")
panels[1].set_ylabel("size of the gradient")
panels[1].set_xlabel("layer")
panels[1].set_xticks(range(0, 21, 5))
panels[0].legend()
panels[1].legend()
plt.show()
