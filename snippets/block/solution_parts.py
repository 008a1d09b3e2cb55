"""A GPT of one block without each of its parts in turn."""

# %% block
import torch
from torch import Tensor

from mygpt import set_seed
from mygpt.block import Block
from mygpt.data import batches
from mygpt.language import SENTENCES, best_loss, sample_stream, sentence_loss
from mygpt.model import GPT, GPTConfig
from mygpt.train import train


class WithoutOne(Block):
    """A block that leaves out one of its halves."""

    missing = "nothing"

    def forward(self, x: Tensor, cache: None = None) -> Tensor:
        if self.missing != "attention":
            x = x + self.attention(self.norm_1(x))
        if self.missing != "feed-forward":
            x = x + self.feed_forward(self.norm_2(x))
        return x


# %% compare
torch.set_default_dtype(torch.float64)
stream, starts = sample_stream(500, torch.Generator().manual_seed(0))
some = SENTENCES[::7]
after = {}
for missing in ("nothing", "attention", "feed-forward"):
    set_seed(0)
    model = GPT(GPTConfig(vocab_size=17, context=16, width=16, heads=1))
    model.blocks[0] = block = WithoutOne(width=16, heads=1, context=16)
    block.missing = missing
    optimiser = torch.optim.AdamW(model.parameters(), lr=0.02)
    generator = torch.Generator().manual_seed(0)
    train(model, batches(stream, 10, 32, 200, generator, starts), optimiser)
    after[missing] = sentence_loss(model, some)
    print(f"without {missing:12} {after[missing]:.2f}")
print(f"floor with one word {best_loss(1, some):.2f}, all {best_loss(None, some):.2f}")

# %% place
import math
from collections import Counter

from mygpt.language import START


def steps_of(sentences):
    """Return each word with its place, and the word that comes after it."""
    texts = [(*sentence, START) for sentence in sentences]
    return [((t, text[t]), text[t + 1]) for text in texts for t in range(len(text) - 1)]


follows = Counter(steps_of(SENTENCES))
asked = Counter(known for known, _ in steps_of(SENTENCES))
surprises = [math.log(asked[it[0]] / follows[it]) for it in steps_of(some)]
word_and_place = sum(surprises) / len(surprises)
print(f"floor with one word and its place {word_and_place:.2f}")

# %% claim: only-attention-is-missed
assert word_and_place < after["attention"] < best_loss(1, some)
assert after["attention"] < word_and_place + 0.03
assert after["nothing"] < 0.8
assert after["feed-forward"] < 0.8
