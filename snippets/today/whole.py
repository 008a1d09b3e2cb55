"""A GPT of today, from its config, and what it has kept of the old one."""

# %% config
from dataclasses import replace

import torch

from mygpt import set_seed
from mygpt.model import GPT, GPTConfig

torch.set_default_dtype(torch.float64)
old = GPTConfig(vocab_size=17, context=16, width=16, heads=4)
today = replace(
    old,
    positions="rotary",
    norm="rms",
    gated=True,
    kv_heads=1,
    bias=False,
    tied=True,
)
set_seed(0)
models = {"GPT-2": GPT(old), "today": GPT(today)}
for name, model in models.items():
    print(f"{name}: {sum(p.numel() for p in model.parameters()):,d} parameters")

# %% parts
for name, parameter in models["today"].named_parameters():
    print(f"{name:30} {tuple(parameter.shape)}")

# %% claim: a-quarter-fewer
n_old, n_today = (sum(p.numel() for p in it.parameters()) for it in models.values())
saved = 1 - n_today / n_old
_C, _D, _F = 16, 4, 8 * 16 // 3
assert n_today == 17 * _C + 2 * _C * _C + 2 * _C * _D + 3 * _C * _F + 3 * _C
assert n_old == 2 * 17 * _C + 16 * _C + 12 * _C * _C + 9 * _C + 2 * _C
assert 0.25 < saved < 0.3, saved

# %% same
from mygpt.attention import KVCache

ids = torch.randint(17, (1, 16), generator=torch.Generator().manual_seed(0))
changed = ids.clone()
changed[0, 10] = (ids[0, 10] + 1) % 17
for name, model in models.items():
    cache = KVCache()
    pieces = torch.cat([model(piece, cache) for piece in ids.split(1, dim=1)], dim=1)
    kept = torch.allclose(pieces, model(ids), rtol=0, atol=1e-12)
    leak = (model(changed) - model(ids))[:, :10].abs().max().item()
    numbers = sum(part.numel() for pair in cache.values() for part in pair)
    print(f"{name}: cached the same {kept}, leak {leak}, numbers kept {numbers}")

# %% claim: still-a-gpt
for _model in models.values():
    _cache = KVCache()
    _pieces = [_model(_piece, _cache) for _piece in ids.split(1, dim=1)]
    assert (torch.cat(_pieces, dim=1) - _model(ids)).abs().max().item() < 1e-12
    _difference = (_model(changed) - _model(ids)).abs()
    assert _difference[:, :10].max() == 0 and _difference[:, 10].max() > 0
    _numbers = sum(part.numel() for pair in _cache.values() for part in pair)
    assert _numbers == 2 * 16 * _model.config.width // (4 if _model is model else 1)
