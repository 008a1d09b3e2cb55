"""backward adds to what is already in .grad."""

# %% twice
import torch


def f(x):
    return (x - 3) ** 2


x = torch.tensor(0.0, requires_grad=True)
f(x).backward()
print("once: ", x.grad)
f(x).backward()
print("twice:", x.grad)
after_two = x.grad.item()

# %% claim: twelve-not-six
assert after_two == -6 + -6

# %% clear
x.grad.zero_()
print("cleared:  ", x.grad)
f(x).backward()
print("once more:", x.grad)

# %% claim: six-again
assert x.grad == -6

# %% two-losses
x.grad = None  # the other way to clear: nothing has arrived
f(x).backward()
(5 * x).backward()
print("one after the other:", x.grad)

x.grad = None
(f(x) + 5 * x).backward()
print("both at once:       ", x.grad)

# %% claim: sum-of-two-losses
_together = x.grad.clone()
x.grad = None
f(x).backward()
(5 * x).backward()
assert x.grad == _together == -6 + 5
