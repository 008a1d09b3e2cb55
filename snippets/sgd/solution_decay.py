"""Weight decay: built in, and by hand."""

# %% decay
import torch

decay = 0.1
x = torch.tensor(0.0, requires_grad=True)
y = torch.tensor(0.0, requires_grad=True)
opt = torch.optim.SGD([x], lr=0.1, weight_decay=decay)
equal = 0
for _ in range(100):
    opt.zero_grad()
    ((x - 3) ** 2).backward()
    opt.step()

    y.grad = None
    ((y - 3) ** 2).backward()
    with torch.no_grad():
        gradient = y.grad + decay * y
        y.sub_(0.1 * gradient)
    equal += torch.isclose(x, y).item()

print(f"built in {x.item():.4f}  by hand {y.item():.4f}  close in {equal} steps")
print(f"6 / 2.1  {6 / 2.1:.4f}")

# %% claim: rests-below-three
assert equal == 100 and abs(x.item() - 6 / 2.1) < 1e-5
