"""An output layer that is the table of tokens, and one that is a copy of it."""

# %% tied
import torch
import torch.nn.functional as F

from mygpt import set_seed
from mygpt.language import SENTENCES, to_rows
from mygpt.model import GPT, GPTConfig
from mygpt.train import next_token_loss

torch.set_default_dtype(torch.float64)
set_seed(0)
model = GPT(GPTConfig(vocab_size=17, context=16, width=16, heads=4, tied=True))
x = torch.randn(5, 16)
scores = x @ model.tokens.weight.T  # (T, C) @ (C, V): how well x answers each row
print("the same:", torch.allclose(model.head(x), scores, rtol=0, atol=1e-14))
print("one tensor:", model.head.weight is model.tokens.weight)

# %% claim: the-table-again
assert (model.head(x) - F.linear(x, model.tokens.weight)).abs().max().item() < 1e-14
assert model.head.weight is model.tokens.weight
_untied = GPT(GPTConfig(vocab_size=17, context=16, width=16, heads=4))
_counts = [sum(p.numel() for p in it.parameters()) for it in (_untied, model)]
assert _counts[0] - _counts[1] == 17 * 16

# %% copied
set_seed(0)
copied = GPT(GPTConfig(vocab_size=17, context=16, width=16, heads=4))
copied.load_state_dict(model.state_dict())  # the same numbers, twice

for name, gpt in (("tied  ", model), ("copied", copied)):
    optimiser = torch.optim.AdamW(gpt.parameters(), lr=0.01)
    before = torch.equal(gpt.head.weight, gpt.tokens.weight)
    for _ in range(2):
        optimiser.zero_grad()
        next_token_loss(gpt, *to_rows(SENTENCES[:16])).backward()
        optimiser.step()
    after = torch.equal(gpt.head.weight, gpt.tokens.weight)
    print(name, "equal before:", before, " after two steps:", after)

# %% claim: a-copy-is-not-a-tie
assert torch.equal(model.head.weight, model.tokens.weight)
assert before and not after and gpt is copied
assert (copied.head.weight - copied.tokens.weight).abs().max() > 0.01
