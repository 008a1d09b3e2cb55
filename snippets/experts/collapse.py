"""Routers that send nearly everything to one expert, and what keeps them from it."""

# %% tokens
import torch

torch.set_default_dtype(torch.float64)
set_of = torch.Generator().manual_seed(101)
centres = torch.randn(16, 8, generator=set_of) + 1  # 16 kinds of tokens, all leaning
slopes = 2 * torch.randn(16, 8, generator=set_of)  # each kind with its own answer
heights = torch.randn(16, generator=set_of)


def draw(chance):
    """Draw 128 tokens of random kinds, and the answer to each."""
    kind = torch.randint(16, (128,), generator=chance)
    noise = 0.3 * torch.randn(128, 8, generator=chance)
    return centres[kind] + noise, (slopes[kind] * noise).sum(dim=1) + heights[kind]


# %% model
from torch import nn


class Four(nn.Module):
    """Four small networks; a router gives each token to one."""

    def __init__(self):
        super().__init__()
        self.router = nn.Linear(8, 4, bias=False)
        self.experts = nn.ModuleList(
            nn.Sequential(nn.Linear(8, 8), nn.GELU(), nn.Linear(8, 1)) for _ in range(4)
        )

    def forward(self, x):
        p = self.router(x).softmax(dim=-1)  # (T, 4)
        weight, chosen = p.max(dim=-1)  # (T,) each
        answer = torch.zeros(len(x))
        for i, expert in enumerate(self.experts):
            mine = (chosen == i).nonzero()[:, 0]
            answer = answer.index_add(0, mine, weight[mine] * expert(x[mine])[:, 0])
        load = torch.bincount(chosen, minlength=4) / len(x)  # shares of tokens
        return answer, load, 4 * (load * p.mean(dim=0)).sum()


# %% train
from mygpt import set_seed


def train(alpha, seed, steps=300):
    """Train with so much weight on balance; return all loads and losses."""
    set_seed(seed)
    model, chance = Four(), torch.Generator().manual_seed(seed)
    optimiser = torch.optim.AdamW(model.parameters(), lr=0.01, fused=True)
    loads, losses = [], []
    for _ in range(steps):
        x, target = draw(chance)
        answer, load, balance = model(x)
        loss = (answer - target).square().mean()
        optimiser.zero_grad()
        (loss + alpha * balance).backward()
        optimiser.step()
        loads.append(load)
        losses.append(loss.item())
    return torch.stack(loads), losses


# %% collapse
ends = {}
for seed in (1, 2, 3):
    for alpha in (0.0, 0.1):
        loads, losses = train(alpha, seed)
        share, last = loads[-50:].mean(dim=0), sum(losses[-50:]) / 50
        ends[seed, alpha] = loads, last
        shares = " ".join(f"{s:5.0%}" for s in share.tolist())
        print(f"start {seed}, alpha {alpha}: {shares}   loss {last:.1f}")

# %% claim: balance-helps-in-each-start
for _seed in (1, 2, 3):
    (_plain, _plain_loss), (_even, _even_loss) = ends[_seed, 0.0], ends[_seed, 0.1]
    _largest, _smallest = _plain[-50:].mean(dim=0).max(), _even[-50:].mean(dim=0).min()
    assert _even[-50:].mean(dim=0).max() < _largest and _even_loss < 0.9 * _plain_loss
    assert _plain[-50:].mean(dim=0).min() < 0.08 < _smallest, (_seed, _smallest)

# %% first-steps
plain, even = ends[1, 0.0][0], ends[1, 0.1][0]
for step in (1, 10, 20, 40, 100, 300):
    both = (f"{load[step - 1].max():4.0%}" for load in (plain, even))
    print(f"step {step:3}: the largest share, without and with balance", *both)

# %% claim: one-takes-most
most, idle = plain[-50:].mean(dim=0).max().item(), plain[-50:].mean(dim=0).min().item()
assert plain.max(dim=1).values.min() > 0.6 > even[200:].max(), even[200:].max()
assert most > 0.75 and idle < 0.01 and plain[0].max() > 0.85, (most, idle)
assert torch.equal(plain[0], even[0]) and even[9].max() < 0.6

# %% data: steps
_stops = [1, 5, 10, 20, 40, 60, 100, 150, 200, 300]


def _marks(loads, step):
    near = loads[max(0, step - 5) : step + 5].mean(dim=0)
    y = [round(share, 3) for share in near.tolist()]
    points = {"kind": "points", "role": "model", "x": [1, 2, 3, 4], "y": y}
    quarter = {"kind": "line", "role": "muted", "x": [0.5, 4.5], "y": [0.25, 0.25]}
    return [points, quarter | {"label": "a quarter each"}]


_panel = {
    "xlabel": "expert",
    "ylabel": "share of the tokens",
    "xlim": [0.5, 4.5],
    "ylim": [-0.05, 1.05],
}
steps = {
    "control": "steps",
    "panels": [{"title": f"{how} balance"} | _panel for how in ("without", "with")],
    "frames": [
        {
            "name": str(step),
            "note": f"one expert gets {plain[step - 1].max():.0%} of these tokens; "
            f"with balance, {even[step - 1].max():.0%}",
            "marks": [_marks(plain, step), _marks(even, step)],
        }
        for step in _stops
    ],
    "start": 3,
}

# %% picture
import matplotlib.pyplot as plt

fig, axes = plt.subplots(1, 2, sharey=True, figsize=(7, 3))
for axis, loads, how in zip(axes, (plain, even), ("without", "with"), strict=True):
    axis.plot(loads.unfold(0, 20, 10).mean(dim=-1))  # means of 20 steps
    axis.set_title(f"{how} balance")
    axis.set_xlabel("tens of steps")
axes[0].set_ylabel("share of the tokens")
plt.show()
