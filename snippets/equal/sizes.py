"""Up to which size, distance or number are two computations the same?"""

# %% sizes
import math

import torch
import torch.nn.functional as F


def same_sizes(pair, candidates, seeds=10, dtypes=(torch.float32, torch.float64)):
    """List the sizes at which no run of a pair differs in a bit."""

    def same(size):
        for dtype in dtypes:
            for seed in range(seeds):
                torch.manual_seed(seed)
                if not torch.equal(*pair(size, dtype)):
                    return False
        return True

    return [size for size in candidates if same(size)]


# %% sums
def left_to_right(n, dtype):
    x = torch.rand(n, dtype=dtype)
    return x.sum(), sum(x[1:], start=x[0])


def divided_first(n, dtype):
    x = torch.rand(n, dtype=dtype)
    return x.mean(), (x / n).sum()


in_turn = same_sizes(left_to_right, range(1, 11))
divided = same_sizes(divided_first, range(1, 33))
print("left to right:", in_turn)
print("divided first:", divided)

# %% claim: left-to-right
assert in_turn == [1, 2, 3, 4]

# %% claim: divided-first
assert divided == [1, 2, 4, 8, 16, 32]


# %% losses
def picked(n, dtype):
    x, y = torch.randn(n, 10, dtype=dtype), torch.randint(0, 10, (n,))
    return F.cross_entropy(x, y), -x.log_softmax(1).gather(1, y[:, None]).mean()


def slope_of_mean(n, dtype):
    x = torch.randn(n, dtype=dtype, requires_grad=True)
    ((x - 3) ** 2).mean().backward()
    return x.grad, 2 * (x.detach() - 3) / n


rows = same_sizes(picked, range(1, 9), seeds=20)
slopes = same_sizes(slope_of_mean, range(1, 33))
print("cross-entropy picked:", rows)
print("slope of a mean:     ", slopes)

# %% claim: picked
assert rows == [1, 2]

# %% claim: slope-of-mean
assert slopes == [1, 2, 4, 8, 16, 32]


# %% attention
def by_formula(width, dtype):
    q, k, v = torch.randn(3, 2, 8, width, dtype=dtype)
    shares = (q @ k.transpose(1, 2) / math.sqrt(width)).softmax(-1)
    return F.scaled_dot_product_attention(q, k, v), shares @ v


widths = same_sizes(by_formula, [1, 2, 4, 8, 16, 32, 64, 128, 256], seeds=3)
print("attention by its formula:", widths)

# %% claim: attention-width
assert widths == [1, 16, 256]
assert all((width**0.25).is_integer() for width in widths)
for _width in (2, 8, 64):
    for _dtype in (torch.float32, torch.float64):
        _q, _k, _v = torch.randn(3, 2, 8, _width, dtype=_dtype)
        _root = _width**-0.25
        _shares = ((_q * _root) @ (_k * _root).transpose(1, 2)).softmax(-1)
        assert (_shares @ _v).equal(F.scaled_dot_product_attention(_q, _k, _v))

# %% limits
distances = range(1, 200)
shares = [torch.tensor([0.0, -d]).softmax(0).log()[1] for d in distances]
far = max(d for d, log in zip(distances, shares, strict=True) if log.isfinite())

logits, target = torch.arange(1.0, 101), torch.zeros(1)
losses = [F.binary_cross_entropy(z.sigmoid()[None], target) for z in logits]
sure = next(int(z) for z, loss in zip(logits, losses, strict=True) if loss == 100)

last = 2**24 - 1
counts = [bool(torch.tensor(float(n)) + 1 > n) for n in (last, last + 1)]
print(f"the log of a share is finite up to a distance of {far}")
print(f"a sigmoid is so sure that its loss jumps to 100 from {sure} on")
print(f"{last} + 1 is more than {last}: {counts[0]}; from the next on: {counts[1]}")

# %% claim: far
assert torch.tensor([0.0, -far]).softmax(0)[1] > 0
_x = torch.tensor([0.0, -far - 1.0])
assert _x.softmax(0).log()[1] == -math.inf and _x.log_softmax(0)[1] == -far - 1

# %% claim: sure
_z = torch.tensor([float(sure)])
assert F.binary_cross_entropy_with_logits(_z, target) == sure
assert F.binary_cross_entropy((_z - 1).sigmoid(), target) < sure

# %% claim: counted
assert counts == [True, False]
_whole = torch.cat([torch.arange(100.0), torch.arange(last - 100.0, last + 1)])
assert (_whole + 1 > _whole).all()

# %% ties
stable = [
    n for n in range(2, 41) if torch.zeros(n).sort().indices.equal(torch.arange(n))
]
first_two = [
    n for n in range(2, 41) if torch.zeros(n).topk(2).indices.tolist() == [0, 1]
]
print("sort keeps the order of ties: up to", stable[-1])
print("topk takes the first of ties: up to", first_two[-1])

# %% claim: stable
assert stable == [*range(2, 17)]
assert all(
    torch.zeros(n).sort(stable=True).indices.equal(torch.arange(n)) for n in (17, 40)
)

# %% claim: topk
assert first_two == [2, 3]
