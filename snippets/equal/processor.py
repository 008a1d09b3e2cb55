"""Boundaries that belong to the processor and to the libraries on it."""
# varies: FMA, vectors and MKL's way to cut matrices decide these

# %% matrices
import torch
import torch.nn.functional as F


def same_sizes(pair, candidates):
    """List the sizes at which two runs, one in each number type, differ in no bit."""

    def same(size, dtype):
        torch.manual_seed(0)
        return torch.equal(*pair(size, dtype))

    types = (torch.float32, torch.float64)
    return [n for n in candidates if all(same(n, dtype) for dtype in types)]


def with_bias(k, dtype):
    x, weight = torch.randn(2, 32, k, dtype=dtype)
    bias = torch.randn(32, dtype=dtype)
    return F.linear(x, weight, bias), x @ weight.T + bias


# %% more-matrices
def rows_of_product(k, dtype):
    x, weight = torch.randn(16, k, dtype=dtype), torch.randn(k, 16, dtype=dtype)
    return x @ weight, torch.stack([row @ weight for row in x])


def rows_of_layer(n, dtype):
    x, weight = torch.randn(2, n, n, dtype=dtype)
    bias = torch.randn(n, dtype=dtype)
    return F.linear(x, weight, bias), torch.cat(
        [F.linear(row[None], weight, bias) for row in x]
    )


widths = [1, 4, 16, 64, 112, 120, 128, 256]
biased, rows = same_sizes(with_bias, widths), same_sizes(rows_of_product, widths)
layer_rows = same_sizes(rows_of_layer, range(1, 9))
biased_up_to, rows_up_to, layer_up_to = biased[-1], rows[-1], layer_rows[-1]
print("bias added later:   ", biased)
print("row of a product:   ", rows)
print("row through a layer:", layer_rows)

# %% claim: bias
assert biased == [k for k in widths if k <= biased_up_to] and 256 not in biased

# %% claim: rows
assert rows == [k for k in widths if k <= rows_up_to] and 256 not in rows

# %% claim: layer
assert layer_rows == [*range(1, layer_up_to + 1)] and 8 not in layer_rows


# %% starts
def walk(start, rate, by_hand):
    """Walk down (x − 3)² for a hundred steps, and list the places."""
    x = torch.tensor(float(start), requires_grad=True)
    opt, places = torch.optim.SGD([x], lr=rate), []
    for _ in range(100):
        opt.zero_grad()
        ((x - 3) ** 2).backward()
        if by_hand:
            with torch.no_grad():
                x -= rate * x.grad
        else:
            opt.step()
        places.append(x.item())
    return places


def equal_starts(rate):
    starts = range(-10, 11)
    return [x for x in starts if walk(x, rate, True) == walk(x, rate, False)]


tenth, quarter = equal_starts(0.1), equal_starts(0.25)
print("rate 0.1:  equal from the starts", tenth[0], "to", tenth[-1])
print("rate 0.25: equal from the starts", quarter[0], "to", quarter[-1])

# %% claim: starts-from-zero
assert tenth == [*range(11)]

# %% claim: power-of-two
assert quarter == [*range(-10, 11)]

# %% grids
odd = range(3, 130, 2)
centred = [n for n in odd if torch.linspace(-1, 1, n)[n // 2] == 0]
counted = [
    n for n in odd if (torch.arange(-(n // 2), n // 2 + 1) / (n // 2))[n // 2] == 0
]
print("linspace(-1, 1, n) has a 0 for n =", centred)

# %% claim: linspace
assert centred == [2**k + 1 for k in range(1, 8)]
assert counted == [*odd]
