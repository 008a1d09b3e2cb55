"""The same step in one piece."""

# %% step
import torch

x, y = 2.0, 4.0
w = torch.tensor(1.0, requires_grad=True)
learning_rate = 0.1

prediction = w * x
print(f"initial prediction {prediction:.1f}")

loss = (prediction - y) ** 2
loss.backward()
print(f"gradient           {w.grad:.1f}")

with torch.no_grad():
    w -= learning_rate * w.grad
print(f"new weight         {w.item():.1f}")
print(f"new prediction     {w * x:.1f}")

# %% claim: one-decimal-is-paper
assert f"{prediction:.1f} {w.grad:.1f} {w:.1f} {w * x:.1f}" == "2.0 -8.0 1.8 3.6"

# %% claim: only-shape-empty
assert f"{torch.tensor(1.5):.1f}" == "1.5" == f"{torch.tensor([1.5]).item():.1f}"
for _shape in ((1,), (1, 1)):
    try:
        f"{torch.full(_shape, 1.5):.1f}"
    except TypeError as _error:
        assert "format string" in str(_error)
    else:
        raise AssertionError(_shape)
    assert "1.5" in f"{torch.full(_shape, 1.5)}" and "1.5" in f"{torch.tensor(1.5)}"
