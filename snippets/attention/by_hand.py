"""Four tokens of two numbers each attend to one another."""

# %% scores
import math

import torch

x = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [0.0, 0.0]])  # I love AI !
q, k, v = x, x, x
T, D = x.shape

attn_scores = q @ k.T / math.sqrt(D)  # (T, D) @ (D, T) -> (T, T)
print(attn_scores)

# %% claim: scores-as-on-paper
_paper = torch.tensor([[1, 0, 1, 0], [0, 1, 1, 0], [1, 1, 2, 0], [0, 0, 0, 0]])
assert torch.allclose(attn_scores * math.sqrt(2), _paper.float())

# %% mask
mask = torch.ones(T, T, dtype=torch.bool).tril()
attn_scores = attn_scores.masked_fill(~mask, -math.inf)
print(attn_scores)

# %% weights
attn_weights = attn_scores.softmax(dim=-1)
print(attn_weights)
print("sums of the rows", attn_weights.sum(dim=-1))

# %% claim: weights-as-on-paper
_weights = torch.tensor(
    [[1, 0, 0, 0], [0.330, 0.670, 0, 0], [0.248, 0.248, 0.503, 0], [0.25] * 4]
)
assert (attn_weights - _weights).abs().max() < 5e-4
assert torch.equal(attn_weights[3], torch.full((4,), 0.25))
last_weight = attn_weights[3, 0].item()

# %% claim: rows-sum-to-one
assert torch.allclose(attn_weights.sum(dim=-1), torch.ones(T))
assert (attn_weights.triu(1) == 0).all()

# %% out
out = attn_weights @ v  # (T, T) @ (T, D) -> (T, D)
print(out)
print("mean of all four:", v.mean(dim=0))

# %% claim: last-is-the-mean
assert torch.equal(out[3], v.mean(dim=0))

# %% claim: outputs-as-on-paper
_out = torch.tensor([[1, 0], [0.330, 0.670], [0.752, 0.752], [0.5, 0.5]])
assert (out - _out).abs().max() < 5e-4

# %% picture
import matplotlib.pyplot as plt

plt.plot(*v.T, "s", color="0.5", label="values")
plt.plot(*out.T, "o", color="C0", label="outputs")
for token, start, end in zip(["I", "love", "AI", "!"], v, out, strict=True):
    plt.plot(*torch.stack([start, end]).T, color="C0", lw=1, ls=":")
    plt.annotate(token, start, xytext=(6, 6), textcoords="offset points", color="0.5")
    plt.annotate(token, end, xytext=(6, -14), textcoords="offset points", color="C0")
plt.axis([-0.15, 1.3, -0.2, 1.2])
plt.xlabel("first number")
plt.ylabel("second number")
plt.legend(loc="center left")
plt.show()

# %% claim: outputs-lie-between
assert (out >= v.min(dim=0).values).all()
assert (out <= v.max(dim=0).values).all()
assert torch.equal(out[0], v[0])
assert abs(out[1].sum().item() - 1) < 1e-6  # on the straight line from I to love
assert abs((out[2, 0] - out[2, 1]).item()) < 1e-6  # on the diagonal
