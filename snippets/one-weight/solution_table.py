"""Three iterations for x = 3 and y = 9."""

# %% iterate
import torch

x, y = 3.0, 9.0
w = torch.tensor(1.0, requires_grad=True)
path = [w.item()]

for i in range(1, 4):
    prediction = w * x
    ((prediction - y) ** 2).backward()
    gradient = w.grad.item()
    with torch.no_grad():
        w -= 0.1 * w.grad
    w.grad.zero_()
    path.append(w.item())
    print(
        f"{i}  prediction {prediction:.2f}  gradient {gradient:.2f}  w {w.item():.3f}"
    )

# %% claim: jumps-to-and-fro
assert [round(value, 3) for value in path] == [1.0, 4.6, 1.72, 4.024], path
