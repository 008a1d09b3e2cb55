"""From one parameter to eight billion."""

# %% ladder
import matplotlib.pyplot as plt

ladder = {
    "a number": 1,
    "a line": 2,
    "digits": 2_410,
    "tiny GPT": 14_240,
    "GPT-2 small": 124_439_808,
    "Llama 3 8B": 8_030_261_248,
}
plt.barh(list(ladder), list(ladder.values()), color="C0")
plt.xscale("log")
plt.xlabel("parameters")
plt.gca().invert_yaxis()
plt.show()
tiny_gpt = ladder["tiny GPT"]
factor = ladder["Llama 3 8B"] / tiny_gpt

# %% claim: half-a-million-times
from mygpt.model import GPT, GPTConfig

tiny = GPT(GPTConfig(vocab_size=17, context=16, width=32, heads=1))
assert sum(p.numel() for p in tiny.parameters()) == ladder["tiny GPT"]
assert ladder["digits"] == 64 * 32 + 32 + 32 * 10 + 10
assert 500_000 < factor < 600_000
assert factor > ladder["tiny GPT"]  # the last two steps, and all those below
