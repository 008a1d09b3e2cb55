"""The name of the backward rule of a dozen operations."""

# %% names
import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
results = {
    "-x": -x,
    "x / 2": x / 2,
    "x - 1": x - 1,
    "1 - x": 1 - x,
    "x**2": x**2,
    "x * x": x * x,
    "x.sum()": x.sum(),
    "x @ x": x @ x,
    "torch.relu(x)": torch.relu(x),
    "x[0]": x[0],
    "x.reshape(3, 1)": x.reshape(3, 1),
    "x > 2": x > 2,
    "x.detach()": x.detach(),
}
for expression, result in results.items():
    node = result.grad_fn
    print(f"{expression:16}", type(node).__name__ if node else None)

# %% claim: two-without
_names = {e: type(r.grad_fn).__name__ for e, r in results.items()}
assert [e for e, name in _names.items() if name == "NoneType"] == [
    "x > 2",
    "x.detach()",
]
assert _names["x - 1"] != _names["1 - x"] and _names["x**2"] != _names["x * x"]
assert _names["x.reshape(3, 1)"] == "ViewBackward0"
