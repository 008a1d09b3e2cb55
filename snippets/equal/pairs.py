"""Pairs of computations: the same bits, or a few units apart?"""

# %% apart
import math

import numpy as np
import torch
import torch.nn.functional as F


def apart(a, b):
    """Count units in the last place of the largest number; 0 is bit for bit."""
    assert a.dtype == b.dtype and a.shape == b.shape
    if a.numpy().tobytes() == b.numpy().tobytes():
        return 0
    largest = b.abs().max()
    unit = torch.nextafter(largest, torch.full_like(largest, math.inf)) - largest
    return ((a - b).abs().max() / unit).item()


# %% decide
def decide(pairs):
    """Print and return the worst of forty runs, rounded up to 4, 16, 64, …"""
    worst = {}
    for dtype in (torch.float32, torch.float64):
        for seed in range(20):
            torch.manual_seed(seed)
            for name, a, b in pairs(dtype):
                worst[name] = max(worst.get(name, 0), apart(a, b))
    for name, units in worst.items():
        if units:
            worst[name] = max(4, 4 ** math.ceil(math.log(units, 4)))
        near = f"within {worst[name]:g}" if units < 1000 else "other numbers"
        print(f"{name:17}", near if units else "bit for bit")
    return worst.values()


# %% numbers
def numbers(dtype):
    x, y, z = torch.randn(3, 1000, dtype=dtype)
    tenths = torch.tensor([i / 10 for i in range(11)], dtype=dtype)
    yield "order of two", x + y, y + x
    yield "minus", x - y, x + (-y)
    yield "brackets", (x + y) + z, x + (y + z)
    yield "a quarter", x / 4, x * 0.25
    yield "a third", x / 3, x * (1 / 3)
    yield "there and back", (x / y) * y, x
    yield "counted", torch.arange(11, dtype=dtype) / 10, tenths
    yield "multiplied", torch.arange(11, dtype=dtype) * 0.1, tenths
    yield "weighted mean", x.lerp(y, 0.1), 0.9 * x + 0.1 * y
    yield "exp of NumPy", x.exp(), torch.from_numpy(np.exp(x.numpy()))


order, minus, brackets, quarter, third, back, counted, multiplied, lerp, exp = decide(
    numbers
)

# %% claim: order-of-two
assert order == 0

# %% claim: minus
assert minus == 0

# %% claim: brackets
assert 0 < brackets <= 4

# %% claim: quarter
assert quarter == 0

# %% claim: third
assert 0 < third <= 4

# %% claim: there-and-back
assert 0 < back <= 4

# %% claim: counted
assert counted == 0

# %% claim: multiplied
assert 0 < multiplied <= 4

# %% claim: lerp
assert 0 < lerp <= 4

# %% claim: exp
assert 0 < exp <= 4


# %% powers
def powers(dtype):
    x = torch.randn(1000, dtype=dtype)
    near = 3 + x / 1000
    yield "product", (x - 3) ** 2, (x - 3) * (x - 3)
    yield "torch.square", (x - 3) ** 2, torch.square(x - 3)
    yield "expanded", (x - 3) ** 2, x * x - 6 * x + 9
    yield "expanded near 3", (near - 3) ** 2, near * near - 6 * near + 9
    yield "exponent tensor", x**2, x ** torch.tensor(2.0, dtype=dtype)
    yield "third power", x**3, x * x * x
    yield "fourth power", x**4, (x * x) * (x * x)
    yield "root", x.abs() ** 0.5, x.abs().sqrt()


product, square, expanded, expanded_near, tensor_2, cube, fourth, root = decide(powers)

# %% claim: product
assert product == 0

# %% claim: square
assert square == 0

# %% claim: expanded
assert 0 < expanded <= 4

# %% claim: expanded-near-three
assert expanded_near > 100_000
_x = 3 + torch.linspace(-0.001, 0.001, 100)
assert (_x * _x - 6 * _x + 9).min() < 0 <= ((_x - 3) ** 2).min()

# %% claim: exponent-tensor
assert 0 < tensor_2 <= 4

# %% claim: cube
assert cube == 0

# %% claim: fourth
assert 0 < fourth <= 4

# %% claim: root
assert root == 0


# %% sums
def sums(dtype):
    x, table = torch.rand(1000, dtype=dtype), torch.rand(16, 100, dtype=dtype)
    squares = (x - x.mean()) ** 2
    yield "mean", x.mean(), x.sum() / 1000
    yield "four times", (4 * x).sum(), 4 * x.sum()
    yield "three times", (3 * x).sum(), 3 * x.sum()
    yield "from the end", x.sum(), x.flip(0).sum()
    yield "running sum", x.sum(), x.cumsum(0)[-1]
    yield "sum of NumPy", x.sum(), torch.tensor(x.numpy().sum())
    yield "exact sum", x.sum(), torch.tensor(math.fsum(x.tolist()), dtype=dtype)
    yield "a row alone", table.sum(1), torch.stack([row.sum() for row in table])
    yield "rows first", table.sum(), table.sum(1).sum()
    yield "largest", x.max(), x.flip(0).max()
    yield "variance", x.var(), squares.sum() / 999
    yield "deviation", x.std(), x.var().sqrt()
    yield "length", x.norm(), (x * x).sum().sqrt()


mean, times_4, times_3, from_end, running, *others = decide(sums)
numpy_sum, exact, row_sum, rows_first, largest, var, std, norm = others

# %% claim: mean
assert mean == 0

# %% claim: four-times
assert times_4 == 0

# %% claim: three-times
assert 0 < times_3 <= 4

# %% claim: from-the-end
assert 0 < from_end <= 4

# %% claim: running-sum
assert 0 < running <= 16

# %% claim: sum-of-numpy
assert 0 < numpy_sum <= 4

# %% claim: exact-sum
assert 0 < exact <= 4

# %% claim: row-sum
assert row_sum == 0

# %% claim: rows-first
assert 0 < rows_first <= 4

# %% claim: largest
assert largest == 0
_zeros = torch.tensor([0.0, -0.0])
assert _zeros.max().signbit() != _zeros.flip(0).max().signbit()

# %% claim: variance
assert 0 < var <= 16

# %% claim: deviation
assert 0 < std <= 4

# %% claim: norm
assert 0 < norm <= 4


# %% products
def products(dtype):
    x, weight = torch.randn(16, 64, dtype=dtype), torch.randn(10, 64, dtype=dtype)
    a, b, c = torch.randn(3, 4, 4, dtype=dtype)
    u, v, w = (4 * a).round(), (4 * b).round(), (4 * c).round()
    ids = torch.randint(0, 4, (20,))
    left, right = (x[:, s] @ weight[:, s].T for s in (slice(32), slice(32, 64)))
    yield "linear", F.linear(x, weight), x @ weight.T
    yield "einsum", torch.einsum("ij,kj->ik", x, weight), x @ weight.T
    yield "vector or row", x[3] @ weight.T, (x[3:4] @ weight.T)[0]
    yield "in halves", x @ weight.T, left + right
    yield "brackets", (a @ b) @ c, a @ (b @ c)
    yield "whole numbers", (u @ v) @ w, u @ (v @ w)
    yield "by broadcasting", left, (x[:, None, :32] * weight[:, :32]).sum(2)
    yield "outer", torch.outer(a[0], b[0]), a[0][:, None] * b[0]
    yield "looked up", F.one_hot(ids, 4).to(dtype) @ a, a[ids]


linear, einsum, vector, halves, chain, whole, broadcast, outer, lookup = decide(
    products
)

# %% claim: linear
assert linear == 0

# %% claim: einsum
assert einsum == 0


def _by_einsum(rows, inner, columns):
    left, right = torch.randn(rows, inner), torch.randn(columns, inner)
    return torch.einsum("ij,kj->ik", left, right).equal(left @ right.T)


assert all(_by_einsum(2, inner, 2) for inner in (100, 101, 150, 400))
assert all(_by_einsum(*sizes) for sizes in ((10, 8, 5), (20, 20, 1), (1, 40, 10)))
for _sizes in ((2, 99, 2), (3, 5, 7), (3, 13, 10)):
    assert not all(_by_einsum(*_sizes) for _ in range(10))

# %% claim: vector-or-row
assert vector == 0

# %% claim: halves
assert 0 < halves <= 4

# %% claim: chain
assert 0 < chain <= 4

# %% claim: whole-numbers
assert whole == 0
_large = torch.tensor(2.0**24)
assert (_large + 1) - _large == 0 and _large - _large + 1 == 1

# %% claim: by-broadcasting
assert 0 < broadcast <= 4

# %% claim: outer
assert outer == 0

# %% claim: lookup
assert lookup == 0


# %% shares
def shares(dtype):
    x = torch.randn(16, 10, dtype=dtype)
    e = (x - x.amax(1, keepdim=True)).exp()
    yield "a row alone", x.softmax(1), torch.stack([row.softmax(0) for row in x])
    yield "by the formula", x.softmax(1), e / e.sum(1, keepdim=True)
    yield "shifted by one", x.softmax(1), (x + 1).softmax(1)
    yield "sum of shares", x.softmax(1).sum(1), torch.ones(16, dtype=dtype)
    yield "log afterwards", x.log_softmax(1), x.softmax(1).log()
    yield "logsumexp", x.log_softmax(1), x - x.logsumexp(1, keepdim=True)
    yield "sigmoid", x.sigmoid(), 1 / (1 + (-x).exp())


share_row, share_formula, shifted, share_sum, share_log, logsumexp, sigmoid = decide(
    shares
)

# %% claim: share-of-a-row
assert share_row == 0

# %% claim: share-formula
assert 0 < share_formula <= 4

# %% claim: shifted
assert 0 < shifted <= 4

# %% claim: sum-of-shares
assert 0 < share_sum <= 4

# %% claim: log-afterwards
assert 0 < share_log <= 4

# %% claim: logsumexp
assert 0 < logsumexp <= 4

# %% claim: sigmoid
assert 0 < sigmoid <= 4


# %% layers
def layers(dtype):
    x = torch.randn(16, 8, dtype=dtype)
    mean, var = x.mean(1, keepdim=True), x.var(1, keepdim=True, correction=0)
    mean_square, column_var = x.pow(2).mean(1, keepdim=True), x.var(0, correction=0)
    norm, norm_ids = F.layer_norm(x, (8,)), range(16)
    batch = F.batch_norm(x, None, None, training=True)
    rms = F.rms_norm(x, (8,), eps=1e-6)
    zeros, ones = torch.zeros(8, dtype=dtype), torch.ones(8, dtype=dtype)
    yield "relu", F.relu(x), x.clamp(min=0)
    yield "gelu", F.gelu(x), x * (1 + torch.erf(x / math.sqrt(2))) / 2
    yield "gelu by tanh", F.gelu(x), F.gelu(x, approximate="tanh")
    yield "silu", F.silu(x), x * x.sigmoid()
    yield "LayerNorm", norm, (x - mean) / torch.sqrt(var + 1e-5)
    yield "its row", norm, torch.cat([F.layer_norm(x[[i]], (8,)) for i in norm_ids])
    yield "RMSNorm", rms, x * torch.rsqrt(mean_square + 1e-6)
    yield "RMSNorm, sqrt", rms, x / torch.sqrt(mean_square + 1e-6)
    yield "BatchNorm", batch, (x - x.mean(0)) / torch.sqrt(column_var + 1e-5)
    yield "BatchNorm, eval", batch, F.batch_norm(x, zeros, ones)


relu, gelu, gelu_tanh, silu, layer_norm, norm_row, *others = decide(layers)
rms_norm, rms_sqrt, batch_norm, batch_eval = others

# %% claim: relu
assert relu == 0

# %% claim: gelu
assert 0 < gelu <= 4

# %% claim: gelu-by-tanh
assert gelu_tanh > 1000
_x = torch.linspace(-4, 4, 8001, dtype=torch.float64)
_gap = (F.gelu(_x) - F.gelu(_x, approximate="tanh")).abs().max()
assert 0.0004 < _gap < 0.0005

# %% claim: silu
assert 0 < silu <= 4

# %% claim: layer-norm
assert 0 < layer_norm <= 4

# %% claim: layer-norm-row
assert norm_row == 0

# %% claim: rms-norm
assert rms_norm == 0

# %% claim: rms-norm-by-sqrt
assert 0 < rms_sqrt <= 4

# %% claim: batch-norm
assert 0 < batch_norm <= 4

# %% claim: batch-norm-eval
assert batch_eval > 1000


# %% more-layers
def more_layers(dtype):
    x = torch.randn(100, dtype=dtype)
    dropped = F.dropout(x, 0.25)
    kept = dropped != 0
    image, kernel = torch.randn(8, 8, dtype=dtype), torch.randn(3, 3, dtype=dtype)
    convolved = F.conv2d(image[None, None], kernel[None, None])[0, 0]
    patches = F.unfold(image[None, None], 3)[0]  # one column for each place
    windows = [
        kernel[i, j] * image[i : i + 6, j : j + 6] for i in range(3) for j in range(3)
    ]
    fours = image.reshape(4, 2, 4, 2)
    table, ids = torch.randn(10, 4, dtype=dtype), torch.randint(0, 10, (20,))
    yield "dropout, times", dropped[kept], (x * (1 / (1 - 0.25)))[kept]
    yield "dropout, over", dropped[kept], (x / (1 - 0.25))[kept]
    yield "dropout, eval", F.dropout(x, 0.25, training=False), x
    yield "conv, windows", convolved, sum(windows[1:], windows[0])
    yield "conv, patches", convolved.flatten(), kernel.flatten() @ patches
    yield "max of fours", F.max_pool2d(image[None], 2)[0], fours.amax((1, 3))
    yield "embedding", F.embedding(ids, table), table[ids]


times, over, dropout_eval, windows, patches, max_pool, embedding = decide(more_layers)

# %% claim: dropout-times
assert times == 0


def _dropped(p):
    x = torch.linspace(-3, 3, 1000)
    dropped = F.dropout(x, p)
    return dropped[dropped != 0].equal((x * (1 / (1 - p)))[dropped != 0])


assert all(_dropped(_k / 16) for _k in range(16))
assert not all(_dropped(_p) for _p in (0.04, 0.09))

# %% claim: dropout-over
assert 0 < over <= 4

# %% claim: dropout-eval
assert dropout_eval == 0

# %% claim: conv-windows
assert windows == 0

# %% claim: conv-patches
assert patches == 0

# %% claim: max-pool
assert max_pool == 0

# %% claim: embedding
assert embedding == 0


# %% attention
def attention(dtype):
    sdpa = F.scaled_dot_product_attention
    q, k, v = torch.randn(3, 2, 8, 16, dtype=dtype)
    later = v.clone()
    later[:, 5:] += 1
    earlier = slice(None), slice(0, 5)
    triangle = torch.ones(8, 8).tril().bool()
    formula = (q @ k.transpose(1, 2) / math.sqrt(16)).softmax(-1) @ v
    scores = q @ k.transpose(1, 2) / math.sqrt(16)
    filled = scores.masked_fill(~triangle, -math.inf).softmax(-1) @ v
    causal = sdpa(q, k, v, is_causal=True)
    yield "three dimensions", sdpa(q, k, v), formula
    yield "four dimensions", sdpa(q[None], k[None], v[None])[0], formula
    yield "causal, filled", causal, filled
    yield "causal, masked", causal, sdpa(q, k, v, attn_mask=triangle)
    yield "later changed", causal[earlier], sdpa(q, k, later, is_causal=True)[earlier]


three_dims, four_dims, filled, masked, later = decide(attention)

# %% claim: attention-in-three
assert three_dims == 0

# %% claim: attention-in-four
assert 0 < four_dims <= 4

# %% claim: attention-filled
assert filled == 0
_q, _k, _v = torch.randn(3, 1, 2, 8, 16)
_above = torch.ones(8, 8).triu(1).bool()
_shares = (_q @ _k.mT / 4).masked_fill(_above, -math.inf).softmax(-1)
assert not (_shares @ _v).equal(
    F.scaled_dot_product_attention(_q, _k, _v, is_causal=True)
)

# %% claim: attention-mask
assert masked == 0

# %% claim: attention-later
assert later == 0


# %% losses
def losses(dtype):
    x, y = torch.randn(16, 10, dtype=dtype), torch.randint(0, 10, (16,))
    p, t = torch.randn(2, 100, dtype=dtype)
    yes = (t > 0).to(dtype)
    logs, loss = x.log_softmax(1), F.cross_entropy(x, y)
    halves = F.mse_loss(p[:50], t[:50]) + F.mse_loss(p[50:], t[50:])
    uneven = F.mse_loss(p[:90], t[:90]) + F.mse_loss(p[90:], t[90:])
    bce = F.binary_cross_entropy_with_logits(p, yes)
    yield "nll_loss", loss, F.nll_loss(logs, y)
    yield "picked", loss, -logs.gather(1, y[:, None]).mean()
    yield "sum over n", loss, F.cross_entropy(x, y, reduction="sum") / 16
    yield "one-hot", loss, F.cross_entropy(x, F.one_hot(y, 10).to(dtype))
    yield "mean of squares", F.mse_loss(p, t), ((p - t) ** 2).mean()
    yield "mean of sizes", F.l1_loss(p, t), (p - t).abs().mean()
    yield "sigmoid first", bce, F.binary_cross_entropy(p.sigmoid(), yes)
    yield "mean of halves", F.mse_loss(p, t), halves / 2
    yield "uneven parts", F.mse_loss(p, t), uneven / 2


nll, picked, sum_over_n, one_hot, mse, l1, sigmoid_first, halved, uneven = decide(
    losses
)

# %% claim: nll
assert nll == 0

# %% claim: picked
assert 0 < picked <= 4

# %% claim: sum-over-n
assert sum_over_n == 0

# %% claim: one-hot
assert 0 < one_hot <= 4

# %% claim: mse
assert mse == 0

# %% claim: l1
assert l1 == 0

# %% claim: sigmoid-first
assert 0 < sigmoid_first <= 4

# %% claim: mean-of-halves
assert 0 < halved <= 4

# %% claim: uneven-parts
assert uneven > 1000


# %% gradient
from functools import partial

from torch.utils.checkpoint import checkpoint


def loss_of(w, rows):
    return (rows @ w).tanh().pow(2).mean()


two_losses = (
    lambda x: F.mse_loss(x, torch.full_like(x, 3)),
    lambda x: ((x - 3) ** 2).mean(),
)


def gradient(at, *losses):
    """Call backward for each of the losses; the slopes add up."""
    at = at.clone().requires_grad_()
    for loss in losses:
        loss(at).backward()
    return at.grad


# %% gradients
def gradients(dtype):
    x, w = 3 + torch.randn(100, dtype=dtype), torch.randn(8, 4, dtype=dtype)
    rows, order = torch.randn(16, 8, dtype=dtype), torch.randperm(16)
    quarters = [lambda w, part=part: loss_of(w, part) / 4 for part in rows.split(4)]
    whole = partial(loss_of, rows=rows)
    slope = gradient(w, whole)
    both = gradient(w, lambda w: whole(w) + w.abs().mean())
    again = gradient(w, lambda w: checkpoint(whole, w, use_reentrant=False))
    yield "of the square", gradient(x, lambda x: ((x - 3) ** 2).sum()), 2 * (x - 3)
    yield "of mse_loss", *(gradient(x, loss) for loss in two_losses)
    yield "four times", gradient(w, lambda w: 4 * whole(w)), 4 * slope
    yield "three times", gradient(w, lambda w: 3 * whole(w)), 3 * slope
    yield "accumulated", slope, gradient(w, *quarters)
    yield "another order", slope, gradient(w, lambda w: whole(w, rows=rows[order]))
    yield "two backwards", both, gradient(w, whole, lambda w: w.abs().mean())
    yield "torch.func.grad", slope, torch.func.grad(whole)(w)
    yield "checkpoint", slope, again
    recorded = whole(w.clone().requires_grad_())
    yield "no_grad", recorded.detach(), torch.no_grad()(whole)(w)


of_square, of_mse, slopes_4, slopes_3, accumulated, reordered, *others = decide(
    gradients
)
two_backwards, func_grad, checkpointed, without_record = others

# %% claim: gradient-of-the-square
assert of_square == 0

# %% claim: gradient-of-mse
assert of_mse == 0

# %% claim: four-times-the-loss
assert slopes_4 == 0

# %% claim: three-times-the-loss
assert 0 < slopes_3 <= 16

# %% claim: accumulated
assert 0 < accumulated <= 4

# %% claim: another-order
assert 0 < reordered <= 4

# %% claim: two-backwards
assert two_backwards == 0
_w, _again = (torch.linspace(-1, 1, 50).requires_grad_() for _ in range(2))
_shared, _twice = 0.3 * _w, 0.3 * _again
(_shared.sin().sum() + _shared.exp().sum()).backward()
_twice.sin().sum().backward(retain_graph=True)
_twice.exp().sum().backward()
assert not _w.grad.equal(_again.grad) and torch.allclose(_w.grad, _again.grad)

# %% claim: func-grad
assert func_grad == 0

# %% claim: checkpoint
assert checkpointed == 0

# %% claim: no-grad
assert without_record == 0


# %% lookups
def lookups(dtype):
    table, ids = torch.randn(50, 64, dtype=dtype), torch.randint(0, 50, (200,))
    factors, chosen = torch.randn(200, 64, dtype=dtype), F.one_hot(ids, 50).to(dtype)
    picked = gradient(table, lambda table: (table[ids] * factors).sum())
    yield "of a lookup", picked, gradient(table, lambda t: (chosen @ t * factors).sum())


(of_lookup,) = decide(lookups)

# %% claim: gradient-of-a-lookup
assert 0 < of_lookup <= 4
