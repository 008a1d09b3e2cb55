"""Half of the language is kept back: from learning to learning by heart."""

# %% halves
import torch

from mygpt.language import SENTENCES, START, WORDS, best_loss, to_rows
from mygpt.mlp import MLP
from mygpt.train import next_token_loss, train

generator = torch.Generator().manual_seed(0)
order = torch.randperm(len(SENTENCES), generator=generator).tolist()
shown = [SENTENCES[i] for i in order[:126]]
hidden = [SENTENCES[i] for i in order[126:]]

torch.manual_seed(0)
model = MLP(17, context=6, start=WORDS.encode(START).item()).double()
optimiser = torch.optim.Adam(model.parameters(), lr=0.02)
steps, on_shown, on_hidden = [], [], []
for step in range(10, 201, 10):
    train(model, [to_rows(shown)] * 10, optimiser)
    steps.append(step)
    with torch.no_grad():
        on_shown.append(next_token_loss(model, *to_rows(shown)).item())
        on_hidden.append(next_token_loss(model, *to_rows(hidden)).item())
    if step in (20, 50, 100, 200):
        print(f"step {step:3d}  shown {on_shown[-1]:.3f}  hidden {on_hidden[-1]:.3f}")

# %% claim: by-heart
best = min(on_hidden)
best_step = steps[on_hidden.index(best)]
last_shown, last_hidden = on_shown[-1], on_hidden[-1]
assert last_shown < best_loss(None) < best < last_hidden
assert last_hidden > 1.3 * best
assert 20 < best_step < 100
_after = on_hidden[on_hidden.index(best) :]
assert _after == sorted(_after)  # from there on it only rises


# %% picture
import matplotlib.pyplot as plt

plt.figure()
plt.plot(steps, on_shown, color="C2", label="sentences shown in training")
plt.plot(steps, on_hidden, "--", color="C2", label="sentences kept back")
plt.axhline(best_loss(None), color="0.5", ls=":", label="the language")
plt.xlabel("step")
plt.ylabel("loss")
plt.ylim(0.6, 1.4)
plt.legend()
plt.show()


# %% table
def steps_of(sentence):
    """Return each word of a sentence together with the six words before it."""
    return {(sentence[max(0, t - 6) : t], sentence[t]) for t in range(1, len(sentence))}


counted = set().union(*(steps_of(sentence) for sentence in shown))
impossible = [sentence for sentence in hidden if not steps_of(sentence) <= counted]
print(f"impossible: {len(impossible)} of {len(hidden)} hidden sentences")

# %% claim: a-table-gives-up
n_impossible = len(impossible)
assert n_impossible > 0.9 * len(hidden)
