"""Four tokens, read one after the other; keys and values are kept."""

# %% kept
import math

import torch

x = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [0.0, 0.0]])  # I love AI !
keys, values, rows = torch.empty(0, 2), torch.empty(0, 2), []

for word, token in zip(["I", "love", "AI", "!"], x, strict=True):
    keys = torch.cat([keys, token[None]])  # what is kept grows by one row
    values = torch.cat([values, token[None]])
    weights = (keys @ token / math.sqrt(2)).softmax(dim=0)  # only this token asks
    rows.append(weights @ values)
    print(
        f"{word:5} asks {len(keys)}, gets", *[f"{it:.3f}" for it in rows[-1].tolist()]
    )

# %% claim: rows-as-on-paper
_paper = torch.tensor([[1, 0], [0.330, 0.670], [0.752, 0.752], [0.5, 0.5]])
assert (torch.stack(rows) - _paper).abs().max() < 5e-4
assert keys.shape == values.shape == (4, 2)

# %% whole
scores = (x @ x.T / math.sqrt(2)).masked_fill(torch.ones(4, 4).triu(1) > 0, -math.inf)
whole = scores.softmax(dim=-1) @ x
print("as the whole table:", torch.allclose(torch.stack(rows), whole))

# %% claim: row-by-row-is-the-table
assert torch.allclose(torch.stack(rows), whole, rtol=0, atol=1e-6)

# %% count
for length in (4, 100):
    anew = sum(t * t for t in range(1, length + 1))  # a whole table for each token
    kept = sum(range(1, length + 1))  # one row of it
    print(f"{length:3d} tokens: scores anew {anew:7,d}, kept {kept:5,d}")

# %% claim: scores-by-formula
for _T in (1, 4, 100):
    assert sum(t * t for t in range(1, _T + 1)) == _T * (_T + 1) * (2 * _T + 1) // 6
    assert sum(range(1, _T + 1)) == _T * (_T + 1) // 2
anew_4, kept_4, ratio = 30, 10, anew / kept
assert (sum(t * t for t in range(1, 5)), sum(range(1, 5))) == (anew_4, kept_4)
assert ratio == (2 * 100 + 1) / 3
