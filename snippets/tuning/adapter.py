"""A low-rank adapter: its size, its start, and what merging costs."""

# %% adapter
import torch
from torch import Tensor, nn

torch.set_default_dtype(torch.float64)


class LoRA(nn.Module):
    """A frozen layer and, beside it, a change of low rank that is trained."""

    def __init__(self, layer: nn.Linear, rank: int) -> None:
        super().__init__()
        inputs, outputs = layer.in_features, layer.out_features
        self.layer = layer.requires_grad_(False)
        self.A = nn.Parameter(torch.randn(rank, inputs) / inputs**0.5)
        self.B = nn.Parameter(torch.zeros(outputs, rank))

    def forward(self, x: Tensor) -> Tensor:
        return self.layer(x) + x @ self.A.T @ self.B.T  # (…, m) -> (…, r) -> (…, n)


# %% count
def trained(module: nn.Module) -> int:
    return sum(p.numel() for p in module.parameters() if p.requires_grad)


for size in (32, 4096):
    with torch.device("meta"):  # shapes alone: no number is drawn
        layer = nn.Linear(size, size, bias=False)
        whole, part = trained(layer), trained(LoRA(layer, rank=4))
    print(f"{size:4d} by {size:<4d}  whole {whole:10,}  rank 4 {part:6,}", end="")
    print(f"  {part / whole:.1%}")
    if size == 32:
        whole_small, part_small = whole, part

# %% claim: r-times-n-plus-m
for _n, _m, _r in ((32, 32, 4), (20, 32, 4), (128, 32, 1), (5, 7, 3)):
    assert trained(LoRA(nn.Linear(_m, _n), _r)) == _r * (_n + _m)
assert part_small == 4 * (32 + 32) and whole_small == 32 * 32
assert part / whole < 0.002 < 0.2 < part_small / whole_small

# %% start
torch.manual_seed(0)
layer = nn.Linear(32, 32)
adapted = LoRA(layer, rank=4)
x = torch.randn(100, 32)
same_at_start = torch.equal(adapted(x), layer(x))
print("the same at the start, bit for bit:", same_at_start)

# %% claim: equal-bit-for-bit
assert same_at_start
assert (adapted.A != 0).all() and x.numel() == 3200

# %% merge
nn.init.normal_(adapted.B)  # as if it had been trained
with torch.no_grad():
    beside = adapted(x)
    merged = nn.Linear(32, 32)
    merged.weight.copy_(layer.weight + adapted.B @ adapted.A)
    merged.bias.copy_(layer.bias)
    gap = (merged(x) - beside).abs()  # (100, 32)

    u, k = 2.0**-53, 32 + 4 + 2  # half the spacing at 1; roundings on the longest way
    size = layer.weight.abs() + adapted.B.abs() @ adapted.A.abs()
    bound = 2 * k * u / (1 - k * u) * (x.abs() @ size.T + layer.bias.abs())
print("some differ in a last bit:", bool(gap.max() > 0))
print("all are within the bound:", bool((gap <= bound).all()))

# %% claim: merged-within-the-bound
assert 0 < gap.max() < 1e-13 and (gap <= bound).all()
assert bound.max() < 1e-11 and beside.abs().mean() > 1
