"""Weight decay as a part of the gradient, and beside it."""

# %% three-sizes
import torch


def after(method, size, **settings):
    """Push a weight of 1 to and fro for 400 steps, with gradients of one size."""
    w = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
    optimiser = method([w], lr=0.01, **settings)
    for step in range(400):
        w.grad = torch.tensor(size if step % 2 else -size, dtype=torch.float64)
        optimiser.step()
    return w.item()


sizes = (1.0, 10.0, 100.0)
l2 = [after(torch.optim.Adam, size, weight_decay=0.1) for size in sizes]
decoupled = [after(torch.optim.AdamW, size, weight_decay=0.1) for size in sizes]
print("gradients of size ", "".join(f"{size:8.0f}" for size in sizes))
print("Adam, weight_decay", "".join(f"{w:8.3f}" for w in l2))
print("AdamW             ", "".join(f"{w:8.3f}" for w in decoupled))
print(f"(1 - lr * decay) ** 400 = {(1 - 0.01 * 0.1) ** 400:.3f}")

# %% claim: only-adamw-decays-all-alike
assert max(decoupled) - min(decoupled) < 0.02, decoupled
assert abs(decoupled[0] - 0.999**400) < 0.02
assert l2[2] > 0.95 and l2[0] < 0.75, l2

# %% claim: for-descent-no-matter
for _size in sizes:
    _shrunk = 1.0
    for _step in range(400):
        _shrunk = (1 - 0.01 * 0.1) * _shrunk - 0.01 * (_size if _step % 2 else -_size)
    _added = after(torch.optim.SGD, _size, weight_decay=0.1)
    assert abs(_added - _shrunk) < 1e-12 * _size, (_added, _shrunk)
_w = torch.tensor([1.0, -2.0], dtype=torch.float64, requires_grad=True)
_ours, _optimiser = _w.detach().clone(), torch.optim.SGD([_w], lr=0.1, weight_decay=0.2)
for _ in range(50):
    _optimiser.zero_grad()
    ((_w - 3) ** 2).sum().backward()
    _optimiser.step()
    _ours = (1 - 0.1 * 0.2) * _ours - 0.1 * 2 * (_ours - 3)  # shrunk, then stepped
    assert torch.allclose(_w, _ours)
