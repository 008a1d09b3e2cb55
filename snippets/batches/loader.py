"""A dataset, a loader, and two epochs of batches."""

# %% dataset
import torch
from torch.utils.data import DataLoader, Dataset


class Line(Dataset):
    """Ten points on the line y = 2x + 0.5."""

    def __init__(self):
        self.x = torch.arange(10.0)
        self.y = 2 * self.x + 0.5

    def __len__(self):
        return len(self.x)

    def __getitem__(self, i):
        return self.x[i], self.y[i]


points = Line()
print(len(points), points[3])

# %% loader
generator = torch.Generator().manual_seed(0)
loader = DataLoader(points, batch_size=4, shuffle=True, generator=generator)

steps = 0
for epoch in (1, 2):
    for x, y in loader:
        steps += 1
        print(f"epoch {epoch}, step {steps}: x {x.tolist()}, {len(y)} targets")

# %% claim: in-order-unless-asked
_in_order = [_x.tolist() for _x, _ in DataLoader(points, batch_size=4)]
assert _in_order == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]], _in_order

# %% claim: every-point-once
_epoch = [x.tolist() for x, _ in loader]
assert sorted(i for part in _epoch for i in part) == points.x.tolist(), _epoch
assert _epoch != [_x.tolist() for _x, _ in loader], "and in another order"
assert steps == 2 * len(loader) == 6
_sizes = [len(part) for part in _epoch]
assert _sizes == [4, 4, 2], _sizes
