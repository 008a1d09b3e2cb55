"""How long until the loss is ten times smaller, or with ten times the rate."""

# %% count
import torch
import torch.nn.functional as F


def steps_until(threshold, rate):
    torch.manual_seed(0)
    w = torch.randn(5, 3, requires_grad=True)
    b = torch.randn(3, requires_grad=True)
    steps, loss = 0, torch.tensor(float("inf"))
    while loss > threshold and steps < 10_000:
        loss = F.binary_cross_entropy_with_logits(torch.ones(5) @ w + b, torch.zeros(3))
        loss.backward()
        with torch.no_grad():
            w -= rate * w.grad
            b -= rate * b.grad
        w.grad.zero_()
        b.grad.zero_()
        steps += 1
    return steps


base = steps_until(0.01, 0.1)
ten_times_faster = steps_until(0.01, 1.0)
ten_times_smaller = steps_until(0.001, 0.1)
print(base, ten_times_faster, ten_times_smaller)

# %% claim: ten-times
assert abs(base / ten_times_faster - 10) < 0.5, (base, ten_times_faster)
assert 10 < ten_times_smaller / base < 13, (base, ten_times_smaller)
