"""Words that are used alike drift together: six words in the plane."""

# %% train
import torch
from torch import nn

words = ["cat", "dog", "sees", "hears", "the", "a"]
followers = {
    ("cat", "dog"): ("sees", "hears"),
    ("sees", "hears"): ("the", "a"),
    ("the", "a"): ("cat", "dog"),
}
pairs = [(a, b) for group, after in followers.items() for a in group for b in after]
word = torch.tensor([words.index(a) for a, _ in pairs])
next_word = torch.tensor([words.index(b) for _, b in pairs])

torch.manual_seed(2)
embedding = nn.Embedding(6, 2, dtype=torch.float64)
model = nn.Sequential(embedding, nn.Linear(2, 6, dtype=torch.float64))
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
tables, losses = [], []
for _ in range(301):
    optimiser.zero_grad()
    loss = nn.functional.cross_entropy(model(word), next_word)
    tables.append(embedding.weight.detach().clone())
    losses.append(loss.item())
    loss.backward()
    optimiser.step()

# %% data: steps
MOMENTS = [0, 2, 4, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200, 300]
RIGHT = [0.15, -0.5, 0.15, 0.15, -0.5, 0.15]  # where each name stands
UP = [-0.1, -0.25, -0.3, 0.1, -0.3, 0.1]
frames = []
for step in MOMENTS:
    x, y = ([round(v, 3) for v in tables[step][:, i].tolist()] for i in (0, 1))
    points = {"kind": "points", "role": "model", "x": x, "y": y}
    names = {"kind": "text", "role": "muted", "text": words}
    names["x"] = [round(v + right, 3) for v, right in zip(x, RIGHT, strict=True)]
    names["y"] = [round(v + up, 3) for v, up in zip(y, UP, strict=True)]
    note = f"loss {losses[step]:.3f}"
    marks = [[points, names]]
    frames.append({"name": str(step), "note": note, "marks": marks})
steps = {
    "control": "steps",
    "panels": [
        {
            "title": "six rows of the table, as points",
            "xlabel": "first number",
            "ylabel": "second number",
            "xlim": [-2.4, 3.6],
            "ylim": [-3, 2],
        }
    ],
    "frames": frames,
    "start": len(frames) - 1,
}

# %% picture
import matplotlib.pyplot as plt

path = torch.stack(tables[::3])  # (moments, words, 2)
offsets = [(7, 2), (-7, -14), (7, -10), (7, 2), (-10, -14), (7, 2)]
for i, name in enumerate(words):
    plt.plot(path[:, i, 0], path[:, i, 1], color="0.5", linewidth=0.8)
    plt.plot(*path[0, i], ".", color="0.5")
    plt.plot(*path[-1, i], "o", color="C0")
    plt.annotate(name, path[-1, i], offsets[i], textcoords="offset points")
plt.xlim(-2, 3.2)
plt.ylim(-3, 2)
plt.xlabel("first number")
plt.ylabel("second number")
plt.show()

# %% distances
for step in (0, 30, 300):
    d = torch.cdist(tables[step], tables[step])
    twins = max(d[0, 1], d[2, 3], d[4, 5])  # cat-dog, sees-hears, the-a
    strangers = min(d[i, j] for i in range(6) for j in range(i) if i // 2 != j // 2)
    print(f"step {step:3d}   loss {losses[step]:.3f}", end="")
    print(f"   furthest twins {twins:.2f}   nearest strangers {strangers:.2f}")
    if step == 0:
        twins_first, strangers_first = twins.item(), strangers.item()
twins_last, strangers_last = twins.item(), strangers.item()

# %% claim: alike-drift-together
assert twins_first > strangers_first
assert twins_last < 0.6 and strangers_last > 3


# %% distances-of
def distances(tables):
    """Return the furthest twins and the nearest strangers of each table."""
    d = torch.cdist(tables, tables)
    is_twin = torch.block_diag(*[torch.ones(2, 2)] * 3).bool()
    twins = d.masked_fill(~is_twin, 0).amax(dim=(1, 2))
    return twins, d.masked_fill(is_twin, torch.inf).amin(dim=(1, 2))


# %% twelve-starts
starts = []
for seed in range(12):
    torch.manual_seed(seed)
    table = nn.Embedding(6, 2, dtype=torch.float64).weight
    linear = nn.Linear(2, 6, dtype=torch.float64)
    starts.append((table, linear.weight.mT, linear.bias[None]))
numbers = [
    torch.stack(it).detach().requires_grad_() for it in zip(*starts, strict=True)
]
table, weight, bias = numbers
optimiser = torch.optim.SGD(numbers, lr=0.5)

twins_before, _ = distances(table.detach())
for _ in range(300):
    optimiser.zero_grad()
    logits = (table @ weight + bias)[:, word].mT  # (12 starts, 6 words, 12 pairs)
    loss = nn.functional.cross_entropy(logits, next_word.expand(12, 12))
    (12 * loss).backward()  # the sum over starts of the mean over pairs
    optimiser.step()
twins_after, strangers_after = distances(table.detach())
print(f"furthest twins {twins_after.min():.2f} to {twins_after.max():.2f}", end="   ")
print(f"nearest strangers {strangers_after.min():.2f} to {strangers_after.max():.2f}")

# %% claim: from-twelve-starts
assert abs(twins_after[2].item() - twins_last) < 1e-6, "the start of the figure"
assert (twins_after < twins_before).all(), (twins_before, twins_after)
assert (twins_after < strangers_after).all(), (twins_after, strangers_after)

# %% claim: far-apart-and-agreed
_p = (table @ weight + bias).detach().softmax(dim=-1).unflatten(1, (3, 2))  # pairs
_apart = (_p[:, :, 0] - _p[:, :, 1]).abs().amax(dim=(1, 2))
assert twins_after.max() > 5 * twins_last and _apart.max() < 0.02, _apart
