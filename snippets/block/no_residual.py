"""The small GPT with four blocks, once with and once without residual connections."""

# %% train
import torch
from torch import Tensor

from mygpt import set_seed
from mygpt.block import Block
from mygpt.data import batches
from mygpt.language import SENTENCES, best_loss, sample_stream, sentence_loss
from mygpt.model import GPT, GPTConfig
from mygpt.train import train


class BareBlock(Block):
    """A block that replaces where it should add."""

    def forward(self, x: Tensor, cache: None = None) -> Tensor:
        x = self.attention(self.norm_1(x))
        return self.feed_forward(self.norm_2(x))


torch.set_default_dtype(torch.float64)
stream, starts = sample_stream(500, torch.Generator().manual_seed(0))

# %% compare
some = SENTENCES[::7]
after = {}
for kind in (Block, BareBlock):
    set_seed(0)
    model = GPT(GPTConfig(vocab_size=17, context=16, width=16, heads=2, layers=4))
    for i in range(4):
        model.blocks[i] = kind(width=16, heads=2, context=16)
    optimiser = torch.optim.AdamW(model.parameters(), lr=0.01)
    generator = torch.Generator().manual_seed(0)
    train(model, batches(stream, 10, 8, 60, generator, starts), optimiser)
    after[kind] = sentence_loss(model, some)
    print(f"{kind.__name__:10} {after[kind]:.2f}")
print(f"{'one word':10} {best_loss(1, some):.2f}")

# %% claim: bare-blocks-learn-little
with_residual, without = after[Block], after[BareBlock]
assert without > 2 * with_residual, (with_residual, without)
