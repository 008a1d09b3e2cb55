"""One loop, and four models that it trains."""

# %% loop
import torch
import torch.nn.functional as F
from torch import nn


def learn(parameters, loss_of, steps, lr):
    """Train anything: the five lines of the first page."""
    optimiser = torch.optim.AdamW(parameters, lr=lr, weight_decay=0.0)
    losses = []
    for _ in range(steps):
        optimiser.zero_grad()  # clear
        loss = loss_of()  # predict and compare
        loss.backward()  # trace back
        optimiser.step()  # step
        losses.append(loss.item())
    return losses


# %% four-models
from mygpt import set_seed
from mygpt.language import SENTENCES, to_rows
from mygpt.model import GPT, GPTConfig

set_seed(0)
x = torch.tensor(0.0, requires_grad=True)

hours = torch.tensor([[1.0], [2.0], [3.0]])
line = nn.Linear(1, 1)

corners = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
answers = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
network = nn.Sequential(nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 1))

inputs, targets = to_rows(SENTENCES[::9])  # (B, T) each
gpt = GPT(GPTConfig(vocab_size=17, context=16, width=16, heads=1))

# %% train-all
mse, bce = F.mse_loss, F.binary_cross_entropy_with_logits
jobs = {
    "a number": ([x], lambda: (x - 3) ** 2, 0.1),
    "a line": (line.parameters(), lambda: mse(line(hours), 2 * hours), 0.1),
    "a network": (network.parameters(), lambda: bce(network(corners), answers), 0.05),
    "a GPT": (
        gpt.parameters(),
        lambda: F.cross_entropy(gpt(inputs).flatten(0, 1), targets.flatten()),
        0.02,
    ),
}
curves = {}
for name, (parameters, loss_of, lr) in jobs.items():
    parameters = list(parameters)
    losses = learn(parameters, loss_of, 150, lr)
    count = sum(p.numel() for p in parameters)
    curves[name] = losses
    print(
        f"{name:<10} {count:>6,} parameters, loss {losses[0]:.1f} -> {losses[-1]:.1f}"
    )

# %% claim: all-four-learn
assert len(curves) == 4
for _losses in curves.values():
    assert len(_losses) == 150 and _losses[-1] < 0.5 * _losses[0]

# %% data: models
models = {
    "control": "model",
    "panels": [
        {
            "title": "the same loop",
            "xlabel": "step",
            "ylabel": "loss, as a share of the first",
            "xlim": [0, 150],
            "ylim": [-0.05, 2.0],
        }
    ],
    "frames": [
        {
            "name": _name,
            "note": f"loss {_losses[0]:.1f} at first, {_losses[-1]:.1f} in the end",
            "marks": [
                [
                    {
                        "kind": "line",
                        "role": "loss",
                        "x": list(range(0, 150, 3)),
                        "y": [round(loss / _losses[0], 2) for loss in _losses[::3]],
                    }
                ]
            ],
        }
        for _name, _losses in curves.items()
    ],
    "start": 3,
}

# %% picture
import matplotlib.pyplot as plt

for name, losses in curves.items():
    plt.plot([round(loss / losses[0], 2) for loss in losses], label=name)
plt.xlabel("step")
plt.ylabel("loss, as a share of the first")
plt.legend()
plt.show()
