"""Twenty tanh layers: how large the signal is at each, forward and backward."""

# %% ladder
import torch

DEPTH, WIDTH, BATCH = 20, 64, 64


def rms(x):
    return (x**2).mean().sqrt().item()


def climb(gain, activation=torch.tanh, seed=0):
    """Return the size of the signal after each layer, and of its gradient."""
    generator = torch.Generator().manual_seed(seed)
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
assert 0.5e-6 < ends[0.5][0] < 2e-6 and 0.5e-6 < ends[0.5][1] < 2e-6, ends
assert 0.1 < ends[1.0][0] < 1 and 0.1 < ends[1.0][1] < 1, ends
assert 0.5 < ends[3.0][0] < 1 and 200 < ends[3.0][1] < 1000, ends

# %% claim: below-one-it-shrinks
for _seed in (0, 1, 2):
    for _activation in (torch.tanh, lambda x: x):
        _forward, _ = climb(0.577, _activation, _seed)
        assert _forward == sorted(_forward, reverse=True), (_seed, _forward)
        assert 0.4 < _forward[1] < 0.6 and 0.5e-5 < _forward[20] < 2e-5, _forward

# %% data: gains
frames, at_both_ends = [], {}
for gain in (0.5, 0.577, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.5, 1.7, 2.0, 2.5, 3.0):
    forward, backward = climb(gain)
    at_both_ends[gain] = forward[-1], backward[0]
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


# %% claim: a-little-above-one
def _healthy(sizes):
    return all(0.2 < size < 5 for size in sizes)


assert [_gain for _gain, _it in at_both_ends.items() if _healthy(_it)] == [
    1.1,
    1.2,
    1.3,
    1.5,
], at_both_ends
for _seed in (1, 2, 3):
    for _gain in (1.0, 1.1, 1.2, 1.3, 1.5, 2.0):
        _forward, _backward = climb(_gain, seed=_seed)
        _ends = _forward[-1], _backward[0]
        assert _healthy(_ends) == (1.0 < _gain < 2.0), (_seed, _gain, _ends)

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
