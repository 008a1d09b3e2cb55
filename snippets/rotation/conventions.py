"""Which numbers make a pair: neighbours, or one of each half."""

# %% neighbours
import torch

from mygpt.rotary import frequencies, rotate


def rotate_neighbours(x, base=10_000.0):
    """Turn the pairs of numbers 0 and 1, 2 and 3, … of each token."""
    T, D = x.shape[-2:]
    angles = torch.arange(T, dtype=torch.float64)[:, None] * frequencies(D, base)
    cos, sin = angles.cos().to(x), angles.sin().to(x)  # (T, D/2)
    a, b = x[..., 0::2], x[..., 1::2]
    return torch.stack([a * cos - b * sin, a * sin + b * cos], dim=-1).flatten(-2)


# %% order
D = 8
order = torch.cat([torch.arange(0, D, 2), torch.arange(1, D, 2)])
print("order", order.tolist(), " and back", order.argsort().tolist())

chance = torch.Generator().manual_seed(0)
x = torch.randn(5, D, generator=chance)
print(
    "the same, reordered:   ",
    torch.equal(rotate(x[:, order]), rotate_neighbours(x)[:, order]),
)
print("the same, as they are: ", torch.equal(rotate(x), rotate_neighbours(x)))

# %% claim: the-same-in-another-order
for _dtype in (torch.float32, torch.float64):
    for _D in (2, 4, 8, 64):
        _order = torch.cat([torch.arange(0, _D, 2), torch.arange(1, _D, 2)])
        for _ in range(5):
            _x = torch.randn(7, _D, generator=chance, dtype=torch.float64).to(_dtype)
            _ours, _theirs = rotate(_x[:, _order]), rotate_neighbours(_x)
            assert torch.equal(_ours, _theirs[:, _order])
            assert torch.equal(_ours[:, _order.argsort()], _theirs)
            assert torch.equal(rotate(_x), _theirs) == (_D == 2)

# %% scores
query, key = torch.randn(2, 300, D, generator=chance, dtype=torch.float64)
ours = rotate(query) @ rotate(key).T
theirs = rotate_neighbours(query) @ rotate_neighbours(key).T
converted = rotate(query[:, order]) @ rotate(key[:, order]).T
print(f"unchanged: scores differ by up to {(ours - theirs).abs().max():.0f}")
agree = torch.allclose(converted, theirs, rtol=0, atol=1e-13)
print("reordered: the same up to rounding:", agree)

# %% claim: scores-need-the-order
assert (ours - theirs).abs().max() > 5
assert (converted - theirs).abs().max() < 1e-13

# %% claim: no-test-of-distance-sees-it
_same_query, _same_key = query[:1].repeat(300, 1), key[:1].repeat(300, 1)
for _turn in (rotate, rotate_neighbours):
    _scores = _turn(_same_query) @ _turn(_same_key).T
    _spread = [it.max() - it.min() for it in map(_scores.diagonal, range(-299, 300))]
    assert max(_spread) < 1e-12
    assert torch.allclose(_turn(query).norm(dim=1), query.norm(dim=1))
