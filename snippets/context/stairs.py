"""Six windows, six trained models, six floors."""

# %% windows
from mygpt.language import SENTENCES, START, WORDS, best_loss, to_rows
from mygpt.mlp import MLP

start = WORDS.encode(START).item()
ids = WORDS.encode("<s> she really loves")[None, :]  # (1, T)
for window in MLP(17, context=3, start=start).windows(ids)[0]:
    print(WORDS.decode(window))

# %% examples
inputs, targets = to_rows(SENTENCES)  # one sentence in each row
print(tuple(inputs.shape))
print(WORDS.decode(inputs[0]))
print(targets[0].tolist())

# %% claim: rows-and-ignored
assert inputs.shape == (252, 10)
assert WORDS.decode(inputs[0, :5]) == "<s> I love AI !"
assert WORDS.decode(targets[0, :5]) == "I love AI ! <s>"
assert (targets[0, 5:] == -100).all()
n_predictions = (targets != -100).sum().item()
assert n_predictions == sum(len(sentence) for sentence in SENTENCES)
from torch.nn.functional import cross_entropy as _cross_entropy

_model = MLP(17, context=3, start=start)
_losses = []
for _filling in range(17):
    _filled = inputs.where(targets != -100, _filling)
    _logits = _model(_filled)
    _losses.append(_cross_entropy(_logits.flatten(0, 1), targets.flatten()))
    _asked = targets != -100
    assert _losses[0] == _losses[-1]
    assert abs(_losses[-1] - _cross_entropy(_logits[_asked], targets[_asked])) < 1e-6

# %% train
import torch

from mygpt.train import train

models, curves = [], []
print("context  parameters    loss   floor")
for context in range(1, 7):
    torch.manual_seed(0)
    model = MLP(17, context, start).double()
    optimiser = torch.optim.Adam(model.parameters(), lr=0.03)
    losses = train(model, [(inputs, targets)] * 150, optimiser)
    models.append(model)
    curves.append(losses)
    size = sum(parameter.numel() for parameter in model.parameters())
    print(f"{context:7d}  {size:10d}  {losses[-1]:.4f}  {best_loss(context):.4f}")

# %% claim: each-on-its-own-floor
gaps = [losses[-1] - best_loss(n) for n, losses in enumerate(curves, start=1)]
worst = max(gaps)
assert all(0 < gap < 1e-3 for gap in gaps), gaps
parameters = sum(parameter.numel() for parameter in models[-1].parameters())
for _n in range(2, 7):  # each is below the floor of the one before
    assert curves[_n - 1][-1] < best_loss(_n - 1)

# %% claim: never-below
for _n, _losses in enumerate(curves, start=1):
    assert min(_losses) > best_loss(_n), _n

# %% data: landings
floors = [round(best_loss(n), 4) for n in range(1, 7)]
shown = [0, 2, 4, 6, 8, *range(10, 50, 3), *range(50, 150, 5), 149]


def curve(n, role):
    """Return the loss curve of the model with n words, at the steps shown."""
    y = [round(curves[n - 1][step], 4) for step in shown]
    return {"kind": "line", "role": role, "x": shown, "y": y}


def level(n, role):
    """Return the floor of n words as a line."""
    return {"kind": "line", "role": role, "x": [0, 150], "y": [floors[n - 1]] * 2}


stairs = {"kind": "line", "role": "muted", "label": "floor"}
stairs |= {"x": [n + side for n in range(1, 7) for side in (-0.5, 0.5)]}
stairs |= {"y": [height for height in floors for _ in range(2)]}
ends = [round(losses[-1], 4) for losses in curves]
landings = {
    "control": "words of context",
    "panels": [
        {
            "title": "one model learns",
            "xlabel": "step",
            "ylabel": "loss",
            "xlim": [0, 150],
            "ylim": [0.7, 1.0],
        },
        {
            "title": "where it lands",
            "xlabel": "words of context",
            "ylabel": "loss",
            "xlim": [0.5, 6.5],
            "ylim": [0.7, 1.0],
            "marks": [stairs],
        },
    ],
    "frames": [
        {
            "name": str(n),
            "note": f"loss {ends[n - 1]:.4f}, floor {floors[n - 1]:.4f}",
            "marks": [
                [level(n, "muted"), curve(n, "loss")],
                [
                    {
                        "kind": "points",
                        "role": "loss",
                        "label": "model",
                        "x": list(range(1, n + 1)),
                        "y": ends[:n],
                    }
                ],
            ],
        }
        for n in range(1, 7)
    ],
    "start": 1,
}

# %% picture
import matplotlib.pyplot as plt

plt.figure(figsize=(5.2, 4.2))
for n, colour in ((1, "C2"), (2, "C3"), (4, "C4"), (6, "C5")):
    plt.plot(curves[n - 1], color=colour, label=f"{n} word{'s' * (n > 1)} of context")
    plt.axhline(best_loss(n), color=colour, ls=":", lw=1)
plt.xlabel("step")
plt.ylabel("loss (dotted: floors)")
plt.ylim(0.7, 1.0)
plt.legend()
plt.show()

# %% grammar
known = targets != -100
answers = targets.where(known, 0)[:, :, None]
shares = []
for context, model in enumerate(models, start=1):
    with torch.no_grad():
        log_p = model(inputs).log_softmax(dim=-1).gather(2, answers)[:, :, 0]
    sentence_p = (log_p * known).sum(dim=1).exp()  # (252,): product over the words
    shares.append(sentence_p.sum().item())
    print(f"context {context}: {shares[-1]:.1%} of its sentences are grammatical")

# %% claim: the-short-window-cannot-conjugate
assert shares == sorted(shares)
assert shares[0] < 0.6 and shares[-1] > 0.99, shares
share_one, share_six = shares[0], shares[-1]
