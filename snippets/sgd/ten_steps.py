"""The walk down the parabola, with the update left to torch.optim.SGD."""

# %% descend
import torch

x = torch.tensor(0.0, requires_grad=True)
opt = torch.optim.SGD([x], lr=0.1)
xs = [x.item()]

print("step  x before      f(x)   x after")
print(f"{0:4d}{x.item():30.6f}")
for step in range(1, 101):
    before = x.item()
    opt.zero_grad()
    loss = (x - 3) ** 2
    loss.backward()
    opt.step()
    xs.append(x.item())
    if step <= 10:
        print(f"{step:4d}  {before:.6f}  {loss.item():.6f}  {x.item():.6f}")

print(f"final x {x.item():.6f}")

# %% by-hand
y = torch.tensor(0.0, requires_grad=True)
ys = [y.item()]
for _ in range(100):
    if y.grad is not None:
        y.grad.zero_()
    loss = (y - 3) ** 2
    loss.backward()
    with torch.no_grad():
        y.sub_(0.1 * y.grad)
    ys.append(y.item())

equal = sum(a == b for a, b in zip(xs, ys, strict=True))
print("places compared", len(xs), " equal in every bit", equal)
print("x_10, all bits ", xs[10].hex(), ys[10].hex())

# %% claim: bit-for-bit
assert len(xs) == len(ys) == 101 and xs == ys
assert f"{xs[10]:.6f}" == "2.677877" and xs[0] != xs[1]
