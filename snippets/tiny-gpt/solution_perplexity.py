"""A loss in nats as a number of equally likely tokens."""

# %% perplexity
import math

from mygpt.language import best_loss

for name, loss in (("knows nothing", math.log(17)), ("floor", best_loss(None))):
    print(f"{name:>14}  {loss:.4f} nats  {math.exp(loss):.2f} tokens")
choices = math.exp(best_loss(None))

# %% claim: about-two
assert math.isclose(math.exp(math.log(17)), 17)
assert 2 < choices < 2.2
