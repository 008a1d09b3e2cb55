"""Random numbers: what another size, type or call changes of a stream."""

# %% draw
import torch
import torch.nn.functional as F


def draw(function, *arguments, seed=0, **options):
    torch.manual_seed(seed)
    return function(*arguments, **options)


def shared(a, b):
    """Count the places from the first on in which two draws agree."""
    agree = [x == y for x, y in zip(a.tolist(), b.tolist(), strict=False)]
    return agree.index(False) if False in agree else len(agree)


# %% sizes
for name, function in (("rand", torch.rand), ("randn", torch.randn)):
    for n in (15, 16, 17, 32, 33):
        print(f"{name:5} {n}: like 64 in the first", end=" ")
        print(shared(draw(function, n), draw(function, 64)), "places")

# %% claim: rand
for _seed in range(3):
    _long = draw(torch.rand, 64, seed=_seed)
    for _n in range(1, 65, 3):
        assert draw(torch.rand, _n, seed=_seed).equal(_long[:_n])

# %% claim: randn-sixteen
for _seed in range(3):
    _long = draw(torch.randn, 64, seed=_seed)
    assert draw(torch.randn, 16, seed=_seed).equal(_long[:16])
    assert draw(torch.randn, 15, seed=_seed)[0] != _long[0]
    assert draw(torch.randn, 8, seed=_seed).equal(draw(torch.randn, 15, seed=_seed)[:8])

# %% claim: randn-seventeen
for _seed in range(3):
    _long = draw(torch.randn, 64, seed=_seed)
    for _n in range(17, 32, 2):
        assert shared(draw(torch.randn, _n, seed=_seed), _long) == _n - 16
    assert draw(torch.randn, 32, seed=_seed).equal(_long[:32])


# %% types
def doubled(n, function):
    """In how many places is a draw in float64, rounded, the one in float32?"""
    double = draw(function, n, dtype=torch.float64)
    return int((double.float() == draw(function, n)).sum())


print("randn in float64, rounded: equal in", end=" ")
print(*(f"{doubled(n, torch.randn)} of {n}" for n in (8, 15, 16, 100)), sep=", ")
print("rand in float64, rounded:  equal in", end=" ")
print(*(f"{doubled(n, torch.rand)} of {n}" for n in (8, 15, 16, 100)), sep=", ")

# %% claim: double-normal
assert all(doubled(_n, torch.randn) == _n for _n in range(1, 16))
assert all(doubled(_n, torch.randn) == 0 for _n in (16, 17, 31, 32, 64, 100))

# %% claim: double-uniform
assert all(doubled(_n, torch.rand) == 0 for _n in (1, 15, 16, 100))


# %% calls
def fair(n):
    return torch.bernoulli(torch.full((n,), 0.5))


def same(a, b):
    """Hold two draws from the same seed against each other, by function and size."""
    a, b = (draw(function, *arguments) for function, *arguments in (a, b))
    length = min(a.numel(), b.numel())
    return torch.equal(a.flatten()[:length], b.flatten()[:length])


generator = torch.Generator().manual_seed(0)
passed = torch.rand(100, generator=generator).equal(draw(torch.rand, 100))
table = same((torch.rand, 10, 10), (torch.rand, 100))
normal = same((torch.normal, 0.0, 1.0, (100,)), (torch.randn, 100))
coins = draw(fair, 100).equal((draw(torch.rand, 100) < 0.5).float())
in_place = same((fair, 100), (torch.empty(100).bernoulli_,))
integers = same((torch.randint, 100, (10,)), (torch.randint, 100, (20,)))
order = same((torch.randperm, 10), (torch.randperm, 20))
dropped = same((F.dropout, torch.ones(100)), (F.dropout, torch.ones(1000)))
print("a generator of one's own, a table:", passed, table)
print("normal, coins, coins in place:    ", normal, coins, in_place)
print("integers, an order, dropout:      ", integers, order, dropped)

# %% claim: generator
assert passed

# %% claim: table
assert table

# %% claim: normal
assert normal

# %% claim: coins
assert coins
for _p in (0.1, 0.3, 0.9):
    _coins = draw(torch.bernoulli, torch.full((100,), _p))
    assert _coins.equal((draw(torch.rand, 100) < _p).float())

# %% claim: coins-in-place
assert not in_place

# %% claim: integers
assert integers

# %% claim: order
assert not order

# %% claim: dropout
assert dropped
