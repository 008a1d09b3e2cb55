"""Eight tensors and their dtypes."""

# %% eight
import numpy as np
import torch

eight = {
    "tensor(1)": torch.tensor(1),
    "tensor([1, 2.5])": torch.tensor([1, 2.5]),
    "tensor([True, False])": torch.tensor([True, False]),
    "tensor([True, False]).sum()": torch.tensor([True, False]).sum(),
    "arange(3)": torch.arange(3),
    "arange(3) / 2": torch.arange(3) / 2,
    "arange(3) // 2": torch.arange(3) // 2,
    "tensor(np.ones(2))": torch.tensor(np.ones(2)),
}
for name, tensor in eight.items():
    print(f"{name:28} {tensor.dtype}")

# %% claim: eight-dtypes
_found = [str(it.dtype).removeprefix("torch.") for it in eight.values()]
assert _found == (
    ["int64", "float32", "bool", "int64", "int64", "float32", "int64", "float64"]
)
