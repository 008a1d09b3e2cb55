"""Operations for each new token, counted by torch and by formula."""

# %% model
import torch
from torch.utils.flop_counter import FlopCounterMode

from mygpt import set_seed
from mygpt.attention import KVCache
from mygpt.model import GPT, GPTConfig

set_seed(0)
V, L, C, T = 17, 2, 32, 32
model = GPT(GPTConfig(V, context=T, width=C, layers=L)).double()
ids = torch.randint(V, (1, T))


def operations(*given):
    """Count multiplications and additions in matrix products."""
    with torch.no_grad(), FlopCounterMode(display=False) as counter:
        model(*given)
    return counter.get_total_flops()


# %% write
cache, kept, anew = KVCache(), [], []
for t in range(1, T + 1):
    kept.append(operations(ids[:, t - 1 : t], cache))  # one new token
    anew.append(operations(ids[:, :t]))  # all of the text again

print("token   kept       anew")
for t in (1, 2, 8, 32):
    print(f"{t:5d} {kept[t - 1]:6,d} {anew[t - 1]:10,d}")
print(f"  all {sum(kept):6,d} {sum(anew):10,d}")

# %% formula
weights = L * 12 * C**2 + C * V  # those of the matrices; each multiplies and adds
kept_formula = [2 * weights + 4 * L * C * t for t in range(1, T + 1)]
anew_formula = [t * (2 * weights + 4 * L * C * t) for t in range(1, T + 1)]
print("by formula:", kept == kept_formula, anew == anew_formula)

# %% claim: counted-is-formula
_matrices = [
    p.numel()
    for name, p in model.named_parameters()
    if p.ndim == 2 and not name.startswith(("tokens", "positions"))
]
assert kept == kept_formula and anew == anew_formula
assert len(kept) == T and weights == sum(_matrices)

# %% claim: anew-is-the-length-times
assert all(a == t * k for t, (a, k) in enumerate(zip(anew, kept, strict=True), 1))
share = sum(anew) / sum(kept)
assert (T + 1) / 2 < share < (T + 1) / 2 + 1, share

# %% claim: reading-what-is-kept
reading = 4 * L * C * T / kept[-1]
equal_at = weights / (2 * L * C)  # tokens at which reading costs as much as weights
assert 0.1 < reading < 0.2, reading
assert 4 * L * C * equal_at == 2 * weights and 150 < equal_at < 250
