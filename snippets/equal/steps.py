"""Optimisers against loops, foreach and fused: twenty steps, then every bit."""
# varies: a loop that rounds twice equals one that rounds once where there is no FMA

# %% walk
import math

import torch
from torch.optim import SGD, Adam, AdamW


def walk(optimiser, dtype, seed, **options):
    """Take twenty steps on parabolas with curvatures from 0 to 2."""
    torch.manual_seed(seed)
    curvatures = 2 * torch.rand(2, 50, dtype=dtype)
    parameters = list(torch.randn(2, 50, dtype=dtype))
    opt = optimiser(parameters, lr=0.1, **options)
    for _ in range(20):
        for parameter, curvature in zip(parameters, curvatures, strict=True):
            parameter.grad = curvature * parameter
        opt.step()
    return torch.cat(parameters)


# %% loops
class Loop:
    """One rule for every parameter, written by hand."""

    def __init__(self, parameters, lr):
        self.parameters, self.lr, self.t = parameters, lr, 0
        self.m = [torch.zeros_like(p) for p in parameters]
        self.v = [torch.zeros_like(p) for p in parameters]

    def step(self):
        self.t += 1
        for p, m, v in zip(self.parameters, self.m, self.v, strict=True):
            self.rule(p, p.grad, m, v)


class OneRounding(Loop):
    def rule(self, p, g, m, v):
        p.add_(g, alpha=-self.lr)


class TwoRoundings(Loop):
    def rule(self, p, g, m, v):
        p -= self.lr * g


# %% more-loops
class Momentum(Loop):
    def rule(self, p, g, m, v):
        p.add_(m.mul_(0.9).add_(g), alpha=-self.lr)


class SquareInTheLoss(Loop):
    def rule(self, p, g, m, v):
        p.add_(g + 0.01 * p, alpha=-self.lr)


class AdamOfThePaper(Loop):
    def rule(self, p, g, m, v):
        m.copy_(0.9 * m + 0.1 * g)
        v.copy_(0.999 * v + 0.001 * g * g)
        m_hat, v_hat = m / (1 - 0.9**self.t), v / (1 - 0.999**self.t)
        p -= self.lr * m_hat / (v_hat.sqrt() + 1e-8)


class AdamOfPyTorch(Loop):
    def rule(self, p, g, m, v):
        m.lerp_(g, 1 - 0.9)
        v.mul_(0.999).addcmul_(g, g, value=1 - 0.999)
        divisor = (v.sqrt() / (1 - 0.999**self.t) ** 0.5).add_(1e-8)
        p.addcdiv_(m, divisor, value=-self.lr / (1 - 0.9**self.t))


# %% compare
def units(one, other):
    """Compare two walks, each an optimiser with its options: 0 is bit for bit."""
    worst = 0
    for dtype in (torch.float32, torch.float64):
        for seed in range(3):
            a, b = (walk(cls, dtype, seed, **kw) for cls, kw in (one, other))
            if not torch.equal(a, b):
                largest = b.abs().max()
                unit = torch.nextafter(largest, 2 * largest) - largest
                worst = max(worst, ((a - b).abs().max() / unit).item())
    return worst and max(4, 4 ** math.ceil(math.log(worst, 4)))


def report(**pairs):
    found = {name: units(*pair) for name, pair in pairs.items()}
    for name, worst in found.items():
        near = f"within {worst:g}" if worst < 1000 else "other numbers"
        print(f"{name:18}", near if worst else "bit for bit")
    return found.values()


# %% sgd
loop, foreach, fused = {"foreach": False}, {"foreach": True}, {"fused": True}
heavy, decayed = {"momentum": 0.9}, {"weight_decay": 0.01}
add, subtract, sgd_foreach, sgd_fused, momentum, heavy_foreach, heavy_fused, l2 = (
    report(
        add_alpha=((SGD, loop), (OneRounding, {})),
        subtract=((SGD, loop), (TwoRoundings, {})),
        foreach=((SGD, loop), (SGD, foreach)),
        fused=((SGD, loop), (SGD, fused)),
        momentum=((SGD, heavy), (Momentum, {})),
        momentum_foreach=((SGD, heavy | loop), (SGD, heavy | foreach)),
        momentum_fused=((SGD, heavy | loop), (SGD, heavy | fused)),
        weight_decay=((SGD, decayed), (SquareInTheLoss, {})),
    )
)

# %% claim: add-alpha
assert add == 0

# %% claim: subtract
# The square of 1 + 2⁻¹² needs more bits than float32 has: one rounding keeps the last.
_a = torch.full((16,), 1 + 2.0**-12)
_fma = bool((torch.full((16,), -1 - 2.0**-11).add_(_a, alpha=1 + 2.0**-12) != 0).all())
assert (subtract > 0) == _fma and subtract <= 16

# %% claim: sgd-foreach
assert sgd_foreach == 0

# %% claim: sgd-fused
assert sgd_fused == 0

# %% claim: momentum
assert momentum == 0

# %% claim: momentum-foreach
assert heavy_foreach == 0

# %% claim: momentum-fused
assert (heavy_fused > 0) == _fma and heavy_fused <= 16

# %% claim: weight-decay
assert (l2 > 0) == _fma and l2 <= 16

# %% adam
adam_foreach, adam_fused, paper, lines, adamw_foreach, undecayed, decoupled = report(
    adam_foreach=((Adam, loop), (Adam, foreach)),
    adam_fused=((Adam, loop), (Adam, fused)),
    adam_of_the_paper=((Adam, loop), (AdamOfThePaper, {})),
    adam_of_pytorch=((Adam, loop), (AdamOfPyTorch, {})),
    adamw_foreach=((AdamW, loop), (AdamW, foreach)),
    adamw_undecayed=((Adam, {}), (AdamW, {"weight_decay": 0})),
    adamw_decayed=((Adam, decayed), (AdamW, decayed)),
)

# %% claim: adam-foreach
assert adam_foreach == 0

# %% claim: adam-fused
assert 0 < adam_fused <= 64

# %% claim: adam-of-the-paper
assert 0 < paper <= 64

# %% claim: adam-of-pytorch
assert lines == 0

# %% claim: adamw-foreach
assert adamw_foreach == 0

# %% claim: adamw-undecayed
assert undecayed == 0

# %% claim: adamw-decayed
assert decoupled > 1000
