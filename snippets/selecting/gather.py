"""One element of each row, another column each time."""

# %% loop
import torch

data = torch.tensor([[10, 11, 12, 13], [20, 21, 22, 23], [30, 31, 32, 33]])
columns = [2, 0, 3]  # of row 0, of row 1, of row 2

print([data[row, column].item() for row, column in enumerate(columns)])

# %% gather
index = torch.tensor([[2], [0], [3]])
picked = torch.gather(data, dim=1, index=index)
print(picked)

# %% claim: twelve-twenty-thirty-three
assert picked.flatten().tolist() == [12, 20, 33]
assert picked.shape == index.shape == (3, 1)
torch.manual_seed(0)
for _n in range(1, 5):
    _data, _index = torch.rand(3, 4), torch.randint(4, (3, _n))
    _result = torch.gather(_data, 1, _index)
    assert _result.shape == _index.shape
    for _i in range(3):
        for _j in range(_n):
            assert _result[_i, _j] == _data[_i, _index[_i, _j]]

# %% rows-instead
rows = torch.tensor([[2, 0, 1, 1]])
from_columns = torch.gather(data, dim=0, index=rows)
print(from_columns)

# %% claim: thirty-eleven
assert from_columns.tolist() == [[30, 11, 22, 23]]
torch.manual_seed(0)
for _n in range(1, 5):
    _data, _index = torch.rand(3, 4), torch.randint(3, (_n, 4))
    _result = torch.gather(_data, 0, _index)
    assert _result.shape == _index.shape
    for _i in range(_n):
        for _j in range(4):
            assert _result[_i, _j] == _data[_index[_i, _j], _j]

# %% draw
import matplotlib.pyplot as plt


def draw(axes, dim, index):
    """The data; on one side of them the index; on the other what gather returns."""
    result = torch.gather(data, dim, index)
    arrow = {"arrowstyle": "->", "color": "C0", "shrinkA": 13, "shrinkB": 9}
    arrow["connectionstyle"] = "arc3,rad=-0.18"
    for i in range(3):
        for j in range(4):
            axes.text(j, i, data[i, j].item(), ha="center", va="center")
    for i in range(index.shape[0]):
        for j in range(index.shape[1]):
            chosen = index[i, j].item()
            if dim == 1:  # the index says which column
                source, label, end = (chosen, i), (-1.3, i), (5.2, i)
            else:  # the index says which row
                source, label, end = (j, chosen), (j, -1.3), (j, 4.2)
            axes.text(*label, chosen, color="C4", ha="center", va="center")
            axes.plot(*source, "o", color="C0", markersize=22, fillstyle="none")
            axes.annotate("", end, source, arrowprops=arrow)
            axes.text(*end, result[i, j].item(), color="C0", ha="center", va="center")


# %% picture
fig, (top, bottom) = plt.subplots(2, 1, figsize=(5.2, 6.6), height_ratios=(4, 6.5))
draw(top, 1, index)
draw(bottom, 0, rows)
top.set(xlim=(-2, 6), ylim=(2.6, -1.4), title="dim=1: one column for each row")
bottom.set(xlim=(-2, 6), ylim=(4.7, -1.8), title="dim=0: one row for each column")
top.text(-1.3, -1, "index", color="C4", ha="center")
top.text(5.2, -1, "result", color="C0", ha="center")
bottom.text(4, -1.3, "index", color="C4", va="center")
bottom.text(4, 4.2, "result", color="C0", va="center")
top.axis("off")
bottom.axis("off")
plt.show()
