"""Break it: an initialisation that is sure of itself."""

# %% loud
import math

import torch

from mygpt import set_seed
from mygpt.language import SENTENCES, sentence_loss
from mygpt.model import GPT, GPTConfig

losses = {}
for name in ("as built", "loud"):
    set_seed(0)
    model = GPT(GPTConfig(vocab_size=17, context=16, heads=1))
    if name == "loud":
        torch.nn.init.normal_(model.tokens.weight)  # PyTorch's own choice
        model.head.weight = model.tokens.weight  # and the same table at the end
    losses[name] = sentence_loss(model, SENTENCES[::6])
    print(f"{name:>8}  {losses[name]:.1f}")
print(f"   ln 17  {math.log(17):.1f}")
loud = losses["loud"]

# %% claim: starts-far-above
assert losses["as built"] < 3 < 10 < loud, losses
