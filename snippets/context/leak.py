"""A window with the wrong end: it reaches one token into the future."""

# %% leak
import torch
import torch.nn.functional as F

from mygpt.language import SENTENCES, START, WORDS, best_loss, to_rows
from mygpt.mlp import MLP
from mygpt.train import train


class OneTooFar(MLP):
    """A window of three: the word before, the word itself, and the word after."""

    def windows(self, ids):
        return F.pad(ids, (1, 1), value=self.start).unfold(1, 3, 1)


torch.manual_seed(0)
model = OneTooFar(17, context=3, start=WORDS.encode(START).item())
optimiser = torch.optim.Adam(model.parameters(), lr=0.03)
losses = train(model, [to_rows(SENTENCES)] * 100, optimiser)
loss, full = losses[-1], best_loss(None)
print(f"loss {loss:.4f}, and the language itself has {full:.4f}")

# %% claim: below-the-language
assert loss < full / 3, loss

# %% test
ids = WORDS.encode("<s> she really loves tea !")[None, :]
changed = WORDS.encode("<s> she really loves cats !")[None, :]
difference = (model(changed) - model(ids)).abs().amax(dim=(0, 2))
print([round(value, 1) for value in difference.tolist()])

# %% claim: the-test-sees-it
assert difference[3] > 1 and (difference[:3] == 0).all()
_honest = MLP(17, 3, 4)
assert (_honest(changed) - _honest(ids)).abs().amax(dim=(0, 2))[:4].max() == 0
