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
        y.add_(y.grad, alpha=-0.1)  # y - 0.1 times the gradient
    ys.append(y.item())

equal = sum(a == b for a, b in zip(xs, ys, strict=True))
print("places compared", len(xs), " equal in every bit", equal)
print("x_10, all bits ", xs[10].hex(), ys[10].hex())

# %% starts
starts = torch.arange(-20.0, 21.0) / 2  # -10, -9.5, ..., 10: a walk from each


def same_bits_as_sgd(update, rate=0.1, steps=100):
    """Count the starts from which `update` gives every bit that SGD gives."""
    ours, theirs = starts.clone().requires_grad_(), starts.clone().requires_grad_()
    opt = torch.optim.SGD([theirs], lr=rate)
    same = torch.ones(len(starts), dtype=torch.bool)
    for _ in range(steps):
        ours.grad = theirs.grad = None
        (((ours - 3) ** 2).sum() + ((theirs - 3) ** 2).sum()).backward()
        opt.step()
        with torch.no_grad():
            update(ours, rate)
        same &= ours == theirs
    return same.sum().item()


one_go = same_bits_as_sgd(lambda x, rate: x.add_(x.grad, alpha=-rate))
two_goes = same_bits_as_sgd(lambda x, rate: x.sub_(rate * x.grad))
print(f"add_, as SGD does it        from all {len(starts)}:", one_go == len(starts))
print(f"product, then difference    from all {len(starts)}:", two_goes == len(starts))

# %% claim: bit-for-bit
assert len(xs) == len(ys) == 101 and xs == ys
assert f"{xs[10]:.6f}" == "2.677877" and xs[0] != xs[1]

# %% claim: any-start-any-rate
for _rate in (0.001, 0.01, 0.07, 0.1, 0.3, 0.5, 0.9, 1.0, 1.5):
    _same = same_bits_as_sgd(lambda x, rate: x.add_(x.grad, alpha=-rate), _rate)
    assert _same == len(starts), (_rate, _same)

# %% claim: two-roundings-differ
assert two_goes < len(starts) and one_go == len(starts), (two_goes, one_go)
_walks = []
for _update in (
    lambda x: x.add_(x.grad, alpha=-0.1),
    lambda x: x.sub_(0.1 * x.grad),
):
    _x = starts.clone().requires_grad_()
    for _ in range(100):
        _x.grad = None
        ((_x - 3) ** 2).sum().backward()
        with torch.no_grad():
            _update(_x)
        _walks.append(_x.tolist())
_gap = (torch.tensor(_walks[:100]) - torch.tensor(_walks[100:])).abs().max()
assert 0 < _gap < 2e-6, _gap
