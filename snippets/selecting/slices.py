"""Rows, columns, single elements and blocks of a 3 × 4 table."""

# %% table
import torch

x = torch.arange(12).reshape(3, 4)
print(x)

# %% three-picks
print("row 1:         ", x[1])
print("column 2:      ", x[:, 2])
element = x[1, 3]
print("element (1, 3):", element)

# %% claim: as-predicted
assert x[1].tolist() == [4, 5, 6, 7]
assert x[:, 2].tolist() == [2, 6, 10]
assert element == 7

# %% shapes
picks = {
    "x[1]": x[1],
    "x[1:2]": x[1:2],
    "x[:, 2]": x[:, 2],
    "x[:, 2:3]": x[:, 2:3],
    "x[1, 3]": x[1, 3],
    "x[:, -1]": x[:, -1],
    "x[::2]": x[::2],
}
for expression, result in picks.items():
    print(f"{expression:10} has shape {tuple(result.shape)}")

# %% claim: integers-remove-slices-keep
_shapes = ((4,), (1, 4), (3,), (3, 1), (), (3,), (2, 4))
assert tuple(pick.shape for pick in picks.values()) == _shapes
assert torch.equal(picks["x[1:2]"][0], picks["x[1]"])
assert torch.equal(picks["x[:, 2:3]"][:, 0], picks["x[:, 2]"])
assert torch.equal(picks["x[:, -1]"], x[:, 3])
assert torch.equal(picks["x[::2]"], torch.stack([x[0], x[2]]))
_x = torch.zeros(3, 4, 5)
_dims = (("1", 0), ("-1", 0), ("1:2", 1), (":", 2), ("::2", 3))
for _choice in ([a, b, c] for a in _dims for b in _dims for c in _dims):
    _kept = [
        {0: None, 1: 1, 2: size, 3: (size + 1) // 2}[kind]
        for (_, kind), size in zip(_choice, _x.shape, strict=True)
    ]
    _expression = "_x[" + ", ".join(text for text, _ in _choice) + "]"
    assert [*eval(_expression).shape] == [n for n in _kept if n is not None]
