"""model(x) does more than model.forward(x)."""

# %% hook
import torch
from torch import nn

layer = nn.Linear(1, 1)
seen = []
layer.register_forward_hook(lambda module, inputs, output: seen.append(output.shape))

called = layer(torch.ones(3, 1))
after_call = len(seen)
forwarded = layer.forward(torch.ones(3, 1))
after_forward = len(seen)
print(f"the hook ran {after_call} time for layer(x),", end=" ")
print(f"{after_forward - after_call} times for layer.forward(x)")

# %% claim: forward-skips-hooks
assert after_call == 1 and after_forward == 1, (after_call, after_forward)
assert torch.equal(called, forwarded)
