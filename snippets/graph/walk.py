"""The graph of z = x·(a + b), found by following grad_fn, and drawn."""

# %% walk
import torch

a = torch.tensor(2.0, requires_grad=True)
b = torch.tensor(3.0, requires_grad=True)
x = torch.tensor(4.0, requires_grad=True)
y = a + b
z = x * y


def walk(node, depth=0):
    """Print a node, and below it, indented, the nodes of its inputs."""
    print("    " * depth + type(node).__name__)
    for earlier, _ in node.next_functions:
        walk(earlier, depth + 1)


walk(z.grad_fn)

# %% claim: two-operations-three-leaves
_mul, _add = z.grad_fn, y.grad_fn
assert _mul.next_functions[1][0] is _add
_ends = [_mul.next_functions[0][0], *(_node for _node, _ in _add.next_functions)]
assert {type(_node).__name__ for _node in _ends} == {"AccumulateGrad"}
for _node, _leaf in zip(_ends, (x, a, b), strict=True):
    assert _node.variable is _leaf and not _node.next_functions


# %% place
def place(result):
    """Give each node a column and a row: leaves left, the result right."""
    depth, places = {}, {}

    def measure(node, steps):
        depth[node] = max(steps, depth.get(node, 0))
        for earlier, _ in node.next_functions:
            measure(earlier, steps + 1)

    def settle(node):
        if node in places:
            return
        inputs = [earlier for earlier, _ in node.next_functions]
        for earlier in inputs:
            settle(earlier)
        rows = [places[earlier][1] for earlier in inputs]
        leaves = sum(column == 0 for column, _ in places.values())
        column = max(depth.values()) - depth[node] if inputs else 0
        places[node] = (column, sum(rows) / len(rows) if inputs else -leaves)

    measure(result, 0)
    settle(result)
    return places


# %% picture
import matplotlib.pyplot as plt
from torch.autograd.graph import get_gradient_edge

tensors = {"a": a, "b": b, "x": x, "y": y, "z": z}
names = {get_gradient_edge(tensor).node: name for name, tensor in tensors.items()}
places = place(z.grad_fn)
box = {"boxstyle": "round,pad=0.5", "facecolor": "none", "edgecolor": "C0"}
for node, (column, row) in places.items():
    name = names[node]
    label = f"{name} = {tensors[name].item():g}\n{type(node).__name__}"
    plt.text(column, row, label, ha="center", va="center", fontsize=10, bbox=box)
    for earlier, _ in node.next_functions:
        start = (places[earlier][0] + 0.37, places[earlier][1])
        arrow = {"arrowstyle": "->", "color": "0.5"}
        plt.annotate("", (column - 0.35, row), start, arrowprops=arrow)
plt.axis((-0.45, 2.45, -2.4, 0.4))
plt.axis("off")
plt.show()

# %% before
print(a.grad, b.grad, x.grad)

# %% claim: nothing-before-backward
assert a.grad is b.grad is x.grad is None

# %% backward
arrivals = {}


def listen(name):
    def hook(slope):  # is called when a slope arrives at this tensor
        arrivals[name] = slope.item()
        print(f"at {name}: {slope:g}")

    return hook


for name, tensor in tensors.items():
    tensor.register_hook(listen(name))

z.backward()
print("left in .grad:", a.grad, b.grad, x.grad)

# %% claim: as-on-paper
assert (a.grad, b.grad, x.grad) == (4, 4, 5)

# %% claim: backwards-from-z
assert arrivals == {"z": 1, "x": 5, "y": 4, "a": 4, "b": 4}, arrivals
_order = list(arrivals)
assert _order[0] == "z" and _order.index("y") < min(map(_order.index, "ab"))

# %% claim: built-anew-and-freed
try:
    z.grad_fn._saved_other
    raise AssertionError("y was not freed")
except RuntimeError as _error:
    assert "saved" in str(_error) and "freed" in str(_error)
assert (x * (a + b)).grad_fn is not z.grad_fn
for _numbers in ((2.0, 3.0, 4.0), (-1.0, 0.5, 7.0)):
    _a, _b, _x = (torch.tensor(number, requires_grad=True) for number in _numbers)
    _before = None
    for _ in range(2):
        _z = _x * (_a + _b)
        assert _z.grad_fn is not _before  # each forward pass has a graph of its own
        _before = _z.grad_fn
        _z.backward()
        assert _z.grad_fn is _before and len(_before.next_functions) == 2  # still there
        try:
            _z.backward()
            raise AssertionError("nothing was freed")
        except RuntimeError as _error:
            assert "saved" in str(_error) and "freed" in str(_error)

# %% data: pulses
formulas = {"a": "a", "b": "b", "x": "x", "y": "y = a + b", "z": "z = x·y"}
xs = [0, 3.5, 7.6]  # where the words of a column begin
spots = {names[n]: (xs[column], row) for n, (column, row) in places.items()}
links = [(names[e], names[n]) for n in places for e, _ in n.next_functions]


def texts(role, words, lower=0.0):
    xs, ys = ([spots[name][axis] for name in words] for axis in (0, 1))
    ys = [round(y - lower, 3) for y in ys]
    return {
        "kind": "text",
        "role": role,
        "x": xs,
        "y": ys,
        "text": list(words.values()),
    }


def pointer(role, ends, lower=0.0):
    """An arrow between two names, which leaves room for the words of the left one."""
    mark = {"kind": "arrow", "role": role, "x": [], "y": []}
    if not ends:
        return mark
    (x0, y0), (x1, y1) = sorted(spots[name] for name in ends)
    xs = [x0 + (1.6 if x0 == 0 else 2.6), x1 - 0.2]
    ys = [round(y0 + (y1 - y0) * (x - x0) / (x1 - x0) + 0.06 - lower, 3) for x in xs]
    forward = spots[ends[0]] < spots[ends[1]]
    return mark | ({"x": xs, "y": ys} if forward else {"x": xs[::-1], "y": ys[::-1]})


def frame(name, note, known, slopes):
    values = {n: f" = {tensors[n].item():g}" if n in known else "" for n in spots}
    marks = [texts("model", {n: formulas[n] + values[n] for n in spots})]
    arrived = {n: f"slope {slopes[n]:g}" if n in slopes else "" for n in spots}
    marks.append(texts("gradient", arrived, lower=0.28))
    for early, late in links:
        marks.append(pointer("muted", (early, late) if late in known else ()))
        marks.append(
            pointer("gradient", (late, early) if early in slopes else (), 0.16)
        )
    return {"name": name, "note": note, "marks": [marks]}


known, slopes = ["a", "b", "x"], {}
frames = [frame("start", "three leaves, and nothing computed", known, slopes)]
for number, letter in enumerate("yz", start=1):
    known.append(letter)
    note = f"{formulas[letter]} = {tensors[letter].item():g}"
    frames.append(frame(f"forward {number}", note, known, slopes))
for number, (letter, slope) in enumerate(arrivals.items(), start=1):
    slopes[letter] = slope
    note = f"the slope of z with respect to {letter} is {slope:g}"
    frames.append(frame(f"backward {number}", note, known, slopes))

pulses = {
    "control": "step",
    "panels": [
        {"title": "values go to the right, slopes come back"}
        | {"xlim": [-0.2, 10.4], "ylim": [-2.5, 0.4]}
    ],
    "frames": frames,
    "start": 2,
}

# %% picture-back
for node, (column, row) in places.items():
    name = names[node]
    label = f"{name} = {tensors[name].item():g}"
    plt.text(column, row, label, ha="center", va="center", fontsize=10, bbox=box)
    for earlier, _ in node.next_functions:
        start, end = (column - 0.22, row), places[earlier]
        end = (end[0] + 0.22, end[1])
        arrow = {"arrowstyle": "->", "color": "C3"}
        plt.annotate("", end, start, arrowprops=arrow)
        middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
        plt.text(*middle, f"{arrivals[names[earlier]]:g}", color="C3", va="bottom")
plt.axis((-0.45, 2.45, -2.4, 0.4))
plt.axis("off")
plt.show()
