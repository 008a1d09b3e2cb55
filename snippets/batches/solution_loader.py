"""A loader in eight lines."""

# %% batches
import torch


def batches(B, *columns, generator):
    """Yield the rows of all columns in random order, B at a time."""
    order = torch.randperm(len(columns[0]), generator=generator)
    for rows in order.split(B):
        yield tuple(column[rows] for column in columns)


generator = torch.Generator().manual_seed(0)
x = torch.arange(10.0)
for part_x, part_y in batches(4, x, 2 * x + 0.5, generator=generator):
    print(part_x.tolist(), part_y.tolist())

# %% claim: all-rows-in-pairs
_parts = list(batches(4, x, 2 * x + 0.5, generator=generator))
assert sorted(torch.cat([p for p, _ in _parts]).tolist()) == x.tolist()
assert all(torch.equal(2 * p + 0.5, q) for p, q in _parts)
assert [len(p) for p, _ in _parts] == [4, 4, 2]
