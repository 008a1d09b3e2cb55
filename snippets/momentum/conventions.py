"""Two meanings of momentum 0.9, and how to translate between them."""

# %% descend
import torch


def descend(learning_rate, average, steps=20, beta=0.9):
    """Sum up the gradients, or average them; return x at every step."""
    x = torch.tensor(0.0, requires_grad=True)
    velocity, xs = torch.tensor(0.0), [x.item()]
    for _ in range(steps):
        x.grad = None
        ((x - 3) ** 2).backward()
        with torch.no_grad():
            new = (1 - beta) * x.grad if average else x.grad
            velocity = beta * velocity + new
            x.sub_(learning_rate * velocity)
        xs.append(x.item())
    return xs


# %% compare
summed = descend(0.1, average=False)
averaged = descend(0.1, average=True)
translated = descend(0.1 / (1 - 0.9), average=True)

print("step   sum 0.1  average 0.1  average 1.0")
for step in (1, 2, 3, 5, 10, 20):
    print(f"{step:4d}  {summed[step]:8.4f}  {averaged[step]:11.4f}", end="")
    print(f"  {translated[step]:11.4f}")

# %% claim: ten-times-the-rate
assert torch.allclose(torch.tensor(summed), torch.tensor(translated), atol=1e-4)
assert abs(averaged[1] - summed[1] / 10) < 1e-6
assert summed[5] > 4.5 and averaged[5] < 1
