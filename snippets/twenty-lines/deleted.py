"""The loop with one of its five lines deleted, for each of them."""
# varies: the figure shows training in float32, whose sixth digit is the processor's

# %% five-lines
LOOP = {
    "clear": "optimiser.zero_grad()",
    "predict": "prediction = w * hours",
    "compare": "loss = (prediction - score) ** 2",
    "trace back": "loss.backward()",
    "step": "optimiser.step()",
}

# %% without-one
import torch


def train_without(deleted, steps=30):
    w = torch.tensor(1.0, requires_grad=True)
    optimiser = torch.optim.SGD([w], lr=0.1)
    names = {"w": w, "optimiser": optimiser}
    names |= {"hours": torch.tensor(2.0), "score": torch.tensor(4.0)}
    path = [w.item()]
    for _ in range(steps):
        for name, line in LOOP.items():
            if name != deleted:
                exec(line, names)  # run this line of Python
        path.append(w.item())
    return path


paths, errors = {}, {}
for deleted in ["nothing", *LOOP]:
    try:
        paths[deleted] = train_without(deleted)
        print(f"{deleted:10}  w ends at {paths[deleted][-1]:.4f}")
    except NameError as error:
        errors[deleted] = f"NameError: {error}"
        print(f"{deleted:10}  {errors[deleted]}")

# %% claim: two-stop-with-an-error
assert list(errors) == ["predict", "compare"], errors
assert "'prediction'" in errors["predict"] and "'loss'" in errors["compare"]

# %% claim: two-leave-w-where-it-was
assert set(paths["trace back"]) == set(paths["step"]) == {1.0}

# %% claim: one-never-comes-to-rest
_swing = paths["clear"]
assert len(_swing) == 31
for _part in (_swing[:15], _swing[15:]):
    assert max(_part) > 2.9 and min(_part) < 1.1, _part

# %% claim: with-all-five-it-learns
assert abs(paths["nothing"][-1] - 2) < 1e-6

# %% claim: in-a-notebook-otherwise
for _deleted in ("predict", "compare"):
    _names = {"w": torch.tensor(1.0, requires_grad=True)}
    _names["optimiser"] = torch.optim.SGD([_names["w"]], lr=0.1)
    _names |= {"hours": torch.tensor(2.0), "score": torch.tensor(4.0)}
    for _line in LOOP.values():
        exec(_line, _names)  # the run before, which leaves its names behind
    try:
        for _name, _line in LOOP.items():
            if _name != _deleted:
                exec(_line, _names)
        raise AssertionError("it went through")
    except RuntimeError as _error:
        assert "backward through the graph a second time" in str(_error)

# %% data: deletions
frames = []
for absent in ["nothing", *LOOP]:
    path = paths.get(absent, [])
    if absent in errors:
        note = errors[absent]
    elif absent == "clear":
        note = f"no error; w swings between {min(path):.2f} and {max(path):.2f}"
    elif set(path) == {1.0}:
        note = "no error; w stays where it was"
    else:
        note = f"w comes to {path[-1]:.4f}"
    text = ["" if name == absent else line for name, line in LOOP.items()]
    code = {"kind": "text", "role": "model", "x": [0] * 5, "y": [5, 4, 3, 2, 1]}
    heights = [float(f"{w:.4g}") for w in path]
    line = {"kind": "line", "role": "model", "x": list(range(len(path)))}
    frames.append(
        {"name": absent, "note": note}
        | {"marks": [[code | {"text": text}], [line | {"y": heights}]]}
    )

right = {"kind": "line", "role": "data", "x": [0, 30], "y": [2, 2]}
deletions = {
    "control": "deleted",
    "panels": [
        {"title": "the loop", "xlim": [0, 10], "ylim": [0.5, 5.5]},
        {"title": "what becomes of w", "xlabel": "step", "ylabel": "w"}
        | {"xlim": [0, 30], "ylim": [0.8, 3.2]}
        | {"marks": [right | {"label": "would be right"}]},
    ],
    "frames": frames,
    "start": 0,
}

# %% picture
import matplotlib.pyplot as plt

swing_low, swing_high = min(paths["clear"]), max(paths["clear"])
plt.axhline(2, color="C1", linewidth=1)
for deleted, colour in [("nothing", "C0"), ("clear", "C4"), ("step", "0.5")]:
    plt.plot(paths[deleted], color=colour, label=f"{deleted} deleted")
plt.legend(loc="upper center", ncols=3, handlelength=1, columnspacing=1)
plt.ylim(0.7, 3.8)
plt.xlabel("step")
plt.ylabel("w")
plt.show()
