"""RMSNorm in a few lines, beside the ones of torch and beside LayerNorm."""

# %% by-hand
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)


def rms_norm(x, scale, eps=1e-5):
    mean_square = (x * x).mean(dim=-1, keepdim=True)
    return x / (mean_square + eps).sqrt() * scale


small = torch.tensor([3.0, 4.0])
print("the square of (3, 4), on average:", (small * small).mean().item())
print("normalised:", [round(it, 3) for it in rms_norm(small, 1.0).tolist()])

# %% claim: as-on-paper
_out = rms_norm(small, 1.0)
assert [round(it, 3) for it in _out.tolist()] == [0.849, 1.131]
assert abs((_out * _out).mean().item() - 1) < 1e-5

# %% equal
torch.manual_seed(0)
x, scale = 3 * torch.randn(2, 7, 64) + 1, torch.randn(64)
theirs = F.rms_norm(x, (64,), scale, eps=1e-5)
print("within 1e-14:", torch.allclose(rms_norm(x, scale), theirs, rtol=0, atol=1e-14))

# %% claim: equals-torch
_sized = [
    rms_norm(n * x, scale) - F.rms_norm(n * x, (64,), scale, eps=1e-5)
    for n in (1e-3, 1.0, 1e3)
]
assert max(it.abs().max().item() for it in _sized) < 1e-14, _sized

# %% shifted
for name, norm in (
    ("LayerNorm", lambda x: F.layer_norm(x, (3,))),
    ("RMSNorm  ", lambda x: rms_norm(x, 1.0)),
):
    for shift in (0, 10, 1000):
        out = norm(torch.tensor([-1.0, 0.0, 1.0]) + shift)
        print(name, f"(-1, 0, 1) + {shift:<4d}", [round(it, 3) for it in out.tolist()])

# %% claim: nearly-alike
_nine = rms_norm(torch.tensor([9.0, 10.0, 11.0]), 1.0)
assert [round(it, 3) for it in _nine.tolist()] == [0.897, 0.997, 1.096]
_three = torch.tensor([-1.0, 0.0, 1.0])
assert torch.allclose(rms_norm(_three, 1.0), F.layer_norm(_three, (3,)))
assert torch.allclose(F.layer_norm(_three + 10, (3,)), F.layer_norm(_three, (3,)))

# %% claim: keeps-the-mean
_three = torch.tensor([-1.0, 0.0, 1.0])
for _shift in (10, 1000):
    assert torch.allclose(
        F.layer_norm(_three + _shift, (3,)), F.layer_norm(_three, (3,))
    )
    _out = rms_norm(_three + _shift, 1.0)
    assert (_out - 1).abs().max().item() < 1.1 / _shift
    assert abs((_out[2] - _out[0]).item() * _shift / 2 - 1) < 0.02
