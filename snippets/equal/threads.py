"""The same sum with one thread and with two."""

# %% threads
import torch


def sums(n, threads):
    torch.manual_seed(0)
    torch.set_num_threads(threads)
    return [torch.rand(n).sum().item() for _ in range(20)]


def agree(n):
    return sums(n, threads=1) == sums(n, threads=2)


smallest = next(n for n in range(32_760, 32_780) if not agree(n))
largest_equal = smallest - 1
torch.set_num_threads(1)
print("20 sums agree up to", largest_equal, "numbers")

# %% claim: two-threads
assert largest_equal == 2**15
assert all(agree(_n) for _n in (10, 1000, 10_000))
torch.set_num_threads(1)

# %% claim: row-alone
_table = torch.rand(20, 100_000)
_alike = []
for _threads in (1, 2):
    torch.set_num_threads(_threads)
    _alike.append(_table.sum(1).equal(torch.stack([row.sum() for row in _table])))
torch.set_num_threads(1)
assert _alike == [True, False]
