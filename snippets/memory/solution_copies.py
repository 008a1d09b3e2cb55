"""Which lines copy?"""

# %% shares-memory
import torch


def shares_memory(one, other):
    """Whether two tensors lie in the same piece of memory."""
    return one.untyped_storage().data_ptr() == other.untyped_storage().data_ptr()


x = torch.arange(6.0).reshape(2, 3)
lines = {
    "x[0]": x[0],
    "x[[0]]": x[[0]],
    "x.T": x.T,
    "x.T.reshape(6)": x.T.reshape(6),
    "x + 0": x + 0,
    "x.detach()": x.detach(),
    "x.clone()": x.clone(),
    "x.to(torch.float32)": x.to(torch.float32),
    "x.to(torch.float64)": x.to(torch.float64),
}
for line, result in lines.items():
    print(f"{line:20}", "shares" if shares_memory(x, result) else "copies")

# %% claim: four-share
_sharing = [line for line, result in lines.items() if shares_memory(x, result)]
assert _sharing == ["x[0]", "x.T", "x.detach()", "x.to(torch.float32)"]
