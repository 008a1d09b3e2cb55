"""One row of numbers in memory, read in several ways."""

# %% transpose
import torch

x = torch.arange(6).reshape(2, 3)
xt = x.T

print(x)
print(xt)
print("strides:", x.stride(), xt.stride())
print("begin at the same address:", x.data_ptr() == xt.data_ptr())

# %% claim: same-numbers-other-strides
assert x.stride() == (3, 1) and xt.stride() == (1, 3)
assert x.data_ptr() == xt.data_ptr()

# %% places
views = {
    "x": x,
    "x.T": x.T,
    "x[1]": x[1],
    "x[:, 1]": x[:, 1],
    "x[:, ::2]": x[:, ::2],
    "x[0].expand(2, 3)": x[0].expand(2, 3),
}
print("view               shape   begins at  strides")
for name, view in views.items():
    shape, first = tuple(view.shape), view.storage_offset()
    print(f"{name:18} {shape!s:7} {first:5}      {view.stride()}")

# %% claim: views-share-the-storage
for _view in views.values():
    assert _view.untyped_storage().data_ptr() == x.untyped_storage().data_ptr()
assert views["x[0].expand(2, 3)"].stride() == (0, 1)

# %% picture
from itertools import pairwise

import matplotlib.pyplot as plt


def places(view):
    """The places in memory that a view reads, in its order."""
    return view.flatten().tolist()  # in x, each number is its own place


shown = {name: views[name] for name in ("x", "x.T", "x[:, 1]")}
fig, panels = plt.subplots(3, 1, figsize=(5.2, 5.2), sharex=True, sharey=True)
for axes, (name, view) in zip(panels, shown.items(), strict=True):
    order = places(view)
    axes.plot(range(6), [0] * 6, "s", color="0.5", fillstyle="none", markersize=20)
    for place in range(6):
        axes.text(place, 0, place, ha="center", va="center")
    bend = {"connectionstyle": "arc3,rad=-0.45", "shrinkA": 11, "shrinkB": 11}
    for here, there in pairwise(order):
        arrow = {"arrowstyle": "->", "color": "C0"} | bend
        axes.annotate("", (there, 0), (here, 0), arrowprops=arrow)
    axes.set_title(f"{name} reads {' '.join(map(str, order))}")
    axes.axis((-0.6, 5.6, -1.4, 1.4))
    axes.axis("off")
plt.show()

# %% claim: jumps-of-three
assert places(x.T) == [0, 3, 1, 4, 2, 5]
assert places(x[:, 1]) == [1, 4]

# %% formula
memory = x.flatten()  # the six numbers as they lie there
for name, view in views.items():
    if view.ndim == 2:
        rows, columns = view.shape
        down, right = view.stride()
        first = view.storage_offset()
        by_formula = [
            [memory[first + i * down + j * right].item() for j in range(columns)]
            for i in range(rows)
        ]
        print(f"{name:18}", by_formula == view.tolist())

# %% claim: the-formula-finds-every-element
_big = torch.arange(120).reshape(10, 12)
_others = [_big, _big.T, _big[2:7, 1::3], _big[::3].T, _big[4].expand(5, 12)]
for _view in (*views.values(), *_others):
    if _view.ndim == 1:
        _view = _view[None]  # one row of it
    (_down, _right), _first = _view.stride(), _view.storage_offset()
    for _i in range(_view.shape[0]):
        for _j in range(_view.shape[1]):
            _place = _first + _i * _down + _j * _right
            assert _view[_i, _j] == _place  # in both, each number is its own place
assert memory.tolist() == list(range(6))
