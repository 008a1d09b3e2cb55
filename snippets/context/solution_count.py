"""The parameters of a window of three words, counted."""

# %% count
from mygpt.mlp import MLP

model = MLP(17, context=3, start=4)
for name, parameter in model.named_parameters():
    print(f"{name:14} {tuple(parameter.shape)!s:8} {parameter.numel():4d}")

# %% price
from mygpt.language import best_loss

fall = best_loss(3) - best_loss(4)
price = 256 / (fall / 0.01)  # weights for each hundredth of a nat
print(f"{fall:.4f} nats for 256 weights: {price:.0f} for each hundredth")

# %% claim: as-on-paper
total = sum(p.numel() for p in model.parameters())
longer = sum(p.numel() for p in MLP(17, context=4, start=4).parameters())
assert total == 17 * 8 + 24 * 32 + 32 + 32 * 17 + 17 == 1497
assert longer - total == 8 * 32
