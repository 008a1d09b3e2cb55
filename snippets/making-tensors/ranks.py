"""Four tensors, of ranks 0 to 3, drawn as boxes."""

# %% tensors
import torch

tensors = [
    torch.tensor(7),
    torch.tensor([4, 5, 6]),
    torch.tensor([[1, 2, 3], [4, 5, 6]]),
    torch.tensor([[[1, 2, 3], [4, 5, 6]], [[7, 8, 9], [10, 11, 12]]]),
]
for tensor in tensors:
    print(f"rank {tensor.ndim}, shape {tuple(tensor.shape)}, entries {tensor.numel()}")

# %% draw
import matplotlib.pyplot as plt


def draw(tensor, left, top, colour="C0"):
    """Draw each entry as a box; sheets of rank 3 stand one behind the other."""
    if tensor.ndim == 3:
        draw(tensor[1], left + 1, top + 2.3, "C4")
        for x, y in [(0, 0), (3, -2)]:  # join two corners of the sheets
            plt.plot(
                [left + x, left + x + 1], [top + y, top + y + 2.3], color="0.5", lw=1
            )
        tensor = tensor[0]
    if tensor.ndim < 2:
        tensor = tensor.reshape(1, -1)  # one row
    for i, row in enumerate(tensor.tolist()):
        for j, entry in enumerate(row):
            x, y = left + j, top - i - 1
            plt.gca().add_patch(plt.Rectangle((x, y), 1, 1, ec=colour, fc="none"))
            at = {"ha": "center", "va": "center", "color": colour}
            plt.text(x + 0.5, y + 0.5, entry, **at)


# %% picture
plt.figure(figsize=(5.2, 4.6))
for tensor, place in zip(tensors, [(0, 9), (0, 6), (0, 3), (5, 4.4)], strict=True):
    draw(tensor, *place)
    left, top = place
    bottom = top - (tensor.shape[-2] if tensor.ndim > 1 else 1)
    plt.text(left, bottom - 0.6, f"rank {tensor.ndim}")
    plt.text(left, bottom - 1.15, f"shape {tuple(tensor.shape)}", color="0.5")
plt.xlim(-0.3, 9.3)
plt.ylim(-0.3, 9.2)
plt.gca().set_aspect("equal")
plt.axis("off")
plt.show()

# %% claim: one-more-rank-one-more-number
for _rank, _tensor in enumerate(tensors):
    assert _tensor.ndim == len(_tensor.shape) == _rank
assert [tuple(it.shape) for it in tensors] == [(), (3,), (2, 3), (2, 2, 3)]
_box = torch.zeros(())
for _n in (2, 3, 1, 4, 2):
    _boxes = torch.tensor([_box.tolist()] * _n)
    assert _boxes.shape == (_n, *_box.shape) and _boxes.ndim == _box.ndim + 1
    _box = _boxes

# %% claim: entries-are-the-product
for _tensor in (*tensors, _box, torch.zeros(7, 1, 2), torch.zeros(2, 0, 3)):
    _product = 1
    for _size in _tensor.shape:
        _product *= _size
    assert _tensor.numel() == _product
assert [it.numel() for it in tensors] == [1, 3, 6, 12]
