"""Sampling with and without kept keys and values."""

# %% cached
import torch

from mygpt import set_seed
from mygpt.language import WORDS
from mygpt.model import GPT, GPTConfig
from mygpt.sample import sample

set_seed(0)
model = GPT(GPTConfig(vocab_size=17, context=32)).double()
read = []  # how many tokens the model is given at each call
model.register_forward_pre_hook(lambda _, inputs: read.append(inputs[0].shape[1]))
texts, work = {}, {}
for cached in (True, False):
    chance = torch.Generator().manual_seed(3)
    read.clear()
    ids = sample(model, WORDS.encode("<s>"), 30, generator=chance, cached=cached)
    texts[cached], work[cached] = ids, sum(read)
    print(f"cache {cached!s:5}  tokens computed {work[cached]:3d}")
print("the same text:", torch.equal(texts[True], texts[False]))

# %% claim: cache-changes-nothing
assert torch.equal(texts[True], texts[False])
assert (work[True], work[False]) == (30, sum(range(1, 31)))
_seen = []
model.blocks[0].register_forward_hook(lambda _, __, out: _seen.append(out[0, -1]))
for _seed in range(5):
    for _module in model.parameters():  # other parameters, larger than at the start
        torch.nn.init.normal_(
            _module, std=0.5, generator=torch.Generator().manual_seed(_seed)
        )
    _both = []
    for _cached in (True, False):
        _seen.clear()
        _chance = torch.Generator().manual_seed(_seed)
        _ids = sample(model, WORDS.encode("<s> I"), 30, 1.0, None, _chance, _cached)
        _both.append((_ids, torch.stack(_seen)))
    assert torch.equal(_both[0][0], _both[1][0])
    assert torch.allclose(_both[0][1], _both[1][1], atol=1e-9)

# %% beyond
read.clear()
sample(model, WORDS.encode("<s>"), 40, generator=chance)
print("tokens at each call, from the 30th on:", read[29:])

# %% claim: beyond-the-context-all-anew
assert read[:32] == [1] * 32 and read[32:] == [32] * 8, read
