"""The other end of the curvatures, by a shift."""

# %% shift
import torch

H = torch.tensor([[10.0, 8.0], [8.0, 10.0]], dtype=torch.float64)


def power(times, v, rounds=60):
    for _ in range(rounds):
        Hv = times(v)
        found, v = (v @ Hv).item(), Hv / Hv.norm()
    return found


v = torch.tensor([1.0, 0.0], dtype=torch.float64)
largest = power(lambda v: H @ v, v)
smallest = largest + power(lambda v: H @ v - largest * v, v)
print(f"largest {largest:.4f}   smallest {smallest:.4f}")

# %% claim: both-ends
assert abs(largest - 18) < 1e-9 and abs(smallest - 2) < 1e-9, (largest, smallest)
