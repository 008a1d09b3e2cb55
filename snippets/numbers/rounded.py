"""Which operations of float32 give the nearest number there is?"""

# %% rounded
import torch

torch.manual_seed(0)
x, y = 4 * torch.rand(2, 10_000) + 0.1
functions = {
    "x + y": lambda x, y: x + y,
    "x * y": lambda x, y: x * y,
    "x / y": lambda x, y: x / y,
    "exp": lambda x, y: x.exp(),
    "log": lambda x, y: x.log(),
    "sigmoid": lambda x, y: x.sigmoid(),
}
missed = {}
for name, function in functions.items():
    nearest, found = function(x.double(), y.double()).float(), function(x, y)
    unit = torch.nextafter(nearest, torch.full_like(nearest, torch.inf)) - nearest
    missed[name] = ((found - nearest).abs() / unit).max().item()
    print(f"{name:8}", "misses at times" if missed[name] else "always the nearest")

# %% claim: four-operations
assert functions["x + y"](x, y).equal(x.add(y))
assert functions["x * y"](x, y).equal(x.mul(y))
assert functions["x / y"](x, y).equal(x.div(y))
assert [missed[_name] for _name in ("x + y", "x * y", "x / y")] == [0] * 3

# %% claim: functions-miss
for _name in ("exp", "log", "sigmoid"):
    assert 0 < missed[_name] <= 1
_wide = torch.linspace(-80, 80, 20_001)
_near = _wide.double().sigmoid().float()
_unit = torch.nextafter(_near, torch.full_like(_near, torch.inf)) - _near
assert ((_wide.sigmoid() - _near).abs() / _unit).max() == 2

# %% claim: root
_nearest = x.double().sqrt().float()
_unit = torch.nextafter(_nearest, _nearest.new_tensor(torch.inf)) - _nearest
assert ((x.sqrt() - _nearest).abs() <= _unit).all()
