"""When rate 1.5 overflows, in float32 and in float64."""

# %% when
import math

import torch

for dtype in (torch.float32, torch.float64):
    foretold = math.floor(math.log2(torch.finfo(dtype).max / 9)) + 2
    x = torch.tensor(0.0, dtype=dtype, requires_grad=True)
    steps = 0
    while x.isfinite():
        x.grad = None
        ((x - 3) ** 2).backward()
        with torch.no_grad():
            x.sub_(1.5 * x.grad)
        steps += 1
    print(f"{dtype}: foretold {foretold}, inf after {steps} steps")
    assert foretold == steps

# %% claim: eight-times-as-long
steps64 = steps
assert dtype == torch.float64 and 8 < steps64 / 126 < 8.2, steps64
