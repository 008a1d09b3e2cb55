"""A column plus a row, and how each is stretched."""

# %% column-plus-row
import torch

column = torch.tensor([[10], [20], [30]])
row = torch.tensor([1, 2, 3, 4])
print(tuple(column.shape), "+", tuple(row.shape), "->", tuple((column + row).shape))
print(column + row)

# %% claim: as-if-copied
_columns, _rows = column.repeat(1, 4), row.repeat(3, 1)
assert _columns.shape == _rows.shape == (3, 4)
assert torch.equal(column + row, _columns + _rows)
for _m in range(1, 5):
    for _n in range(1, 5):
        _c, _r = 10 * torch.arange(_m).reshape(_m, 1), torch.arange(_n)
        for _apply in (torch.add, torch.mul, torch.sub, torch.maximum):
            _full = _apply(_c.repeat(1, _n), _r.repeat(_m, 1))
            assert torch.equal(_apply(_c, _r), _full) and _full.shape == (_m, _n)
for _i in range(3):
    for _j in range(4):
        assert (column + row)[_i, _j] == column[_i, 0] + row[_j]

# %% copies
wide, tall = (copied.tolist() for copied in torch.broadcast_tensors(column, row))
total = (column + row).tolist()
print("the column, stretched:", wide)
print("the row, stretched:   ", tall)

# %% data: steps
OWN, COPY, NOW = 0.22, 0.05, 0.5  # how dark a cell is


def panel(numbers, shades, role):
    places = [(i, j) for i, line in enumerate(numbers) for j, _ in enumerate(line)]
    text = {"kind": "text", "role": role, "x": [], "y": [], "text": []}
    for i, j in places:
        if shades[i][j]:  # none yet where it is 0
            text["x"].append(round(j - 0.2 - 0.1 * (numbers[i][j] > 9), 2))
            text["y"].append(i + 0.1)
            text["text"].append(str(numbers[i][j]))
    return [{"kind": "cells", "role": role, "values": shades}, text]


def frame(name, note, a, b, done=0, now=None):
    """Columns of a and rows of b that are drawn, and how many sums are done."""
    left = [[COPY if j else OWN for j in range(a)] for i in range(3)]
    right = [[COPY if i else OWN for j in range(4)] for i in range(b)]
    sums = [[OWN if 4 * i + j < done else 0 for j in range(4)] for i in range(3)]
    if now:
        left[now[0]][now[1]] = right[now[0]][now[1]] = sums[now[0]][now[1]] = NOW
    marks = [
        panel([line[:a] for line in wide], left, "model"),
        panel(tall[:b], right, "data"),
        panel(total, sums, "extra"),
    ]
    return {"name": name, "note": note, "marks": marks}


frames = [
    frame("given", "a column of shape (3, 1) and a row of shape (4,)", 1, 1),
    frame("align", "aligned at the right, (4,) lacks a dimension: now (1, 4)", 1, 1),
    frame("rows", "3 against 1: the row is stretched downwards, to (3, 4)", 1, 3),
    frame("columns", "1 against 4: the column is stretched, to (3, 4)", 4, 3),
]
for k in range(12):
    i, j = divmod(k, 4)
    said = f"{wide[i][j]} + {tall[i][j]} = {total[i][j]}"
    frames.append(frame(f"entry {i}, {j}", said, 4, 3, done=k + 1, now=(i, j)))

steps = {
    "control": "step",
    "panels": [
        {"title": title, "xlim": [-0.5, 3.5], "ylim": [-0.5, 2.5]}
        for title in ("column", "row", "column + row")
    ],
    "frames": frames,
    "start": 0,
}

# %% picture
import matplotlib.pyplot as plt


def draw(values, left, own, colour):
    for i, line in enumerate(values):
        for j, value in enumerate(line):
            mine = colour if own(i, j) else "0.5"
            box = plt.Rectangle((left + j, -i), 1, 1, ec=mine, fc="none")
            plt.gca().add_patch(box)
            at = {"ha": "center", "va": "center", "fontsize": 9}
            plt.text(left + j + 0.5, 0.5 - i, value, color=mine, **at)


plt.figure(figsize=(5.2, 1.6))
draw(wide, 0, lambda i, j: j == 0, "C0")
draw(tall, 5, lambda i, j: i == 0, "C1")
draw(total, 10, lambda i, j: True, "C4")
plt.text(4.5, -0.5, "+", ha="center", va="center")
plt.text(9.5, -0.5, "=", ha="center", va="center")
plt.xlim(-0.1, 14.1)
plt.ylim(-2.1, 1.1)
plt.gca().set_aspect("equal")
plt.axis("off")
plt.show()

# %% claim: grey-ones-are-copies
assert all(line == [line[0]] * 4 for line in wide)
assert tall == [tall[0]] * 3
