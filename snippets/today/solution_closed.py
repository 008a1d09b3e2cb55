"""A gated network whose gate is shut: what can move?"""

# %% closed
import torch

from mygpt import set_seed
from mygpt.gated import GatedFeedForward

torch.set_default_dtype(torch.float64)
set_seed(0)
network, x = GatedFeedForward(width=12, bias=False), torch.randn(7, 12)
torch.nn.init.zeros_(network.gate.weight)
out = network(x)
out.sum().backward()
print("largest output", out.abs().max().item())
for name, parameter in network.named_parameters():
    print(f"{name:13} moves: {parameter.grad.abs().max().item() > 0}")

# %% claim: only-the-gate-moves
assert out.abs().max() == 0
_moves = {name: bool(p.grad.abs().max() > 0) for name, p in network.named_parameters()}
assert _moves == {"gate.weight": True, "widen.weight": False, "narrow.weight": False}
