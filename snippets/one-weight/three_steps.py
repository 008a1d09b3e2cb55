"""One sample, three iterations."""

# %% iterate
import torch

x, y = 2.0, 4.0
w = torch.tensor(1.0, requires_grad=True)
learning_rate = 0.1

path = [w.item()]
print("Iter | w (start) | prediction | gradient | w (end)")
for i in range(1, 4):
    w_start = w.item()
    prediction = w * x
    loss = (prediction - y) ** 2
    loss.backward()
    gradient = w.grad.item()
    with torch.no_grad():
        w -= learning_rate * w.grad
    w.grad.zero_()
    path.append(w.item())
    print(f"{i:4d} | {w_start:9.3f} | {prediction:10.3f} | {gradient:8.3f} | {w:7.3f}")
print(f"final prediction {w * x:.3f}, target {y:.0f}")

# %% claim: a-fifth-is-left
for _i in (1, 2, 3):
    assert abs((2 - path[_i]) / (2 - path[_i - 1]) - 0.2) < 1e-4, path
assert abs(path[3] - 1.992) < 1e-6, path

# %% claim: only-shape-empty
assert w.shape == () and f"{w:.3f}" == f"{w.item():.3f}" == "1.992", w
assert f"{torch.tensor(1.5):.1f}" == "1.5" == f"{torch.tensor([1.5]).item():.1f}"
for _shape in ((1,), (1, 1)):
    try:
        f"{torch.full(_shape, 1.5):.1f}"
    except TypeError as _error:
        assert "format string" in str(_error)
    else:
        raise AssertionError(_shape)
    assert "1.5" in f"{torch.full(_shape, 1.5)}" and "1.5" in f"{torch.tensor(1.5)}"
