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
for _start in range(-5, 9):
    _x = torch.tensor(float(_start), requires_grad=True)
    for _times in range(1, 5):
        f(_x).backward()
        assert _x.grad == _times * 2 * (_start - 3)

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
for _start in range(-5, 9):
    _x, _y = (torch.tensor(float(_start), requires_grad=True) for _ in range(2))
    f(_x).backward()
    (5 * _x).backward()
    (f(_y) + 5 * _y).backward()
    assert _x.grad == _y.grad == 2 * (_start - 3) + 5

# %% claim: added-up-before
_x, _written = x.detach().requires_grad_(), []
_x.register_post_accumulate_grad_hook(lambda t: _written.append(t.grad.item()))
(f(_x) + 5 * _x).backward()
assert _written == [-6 + 5]
for _formula, _slope in (
    (lambda a: a + a, 2),
    (lambda a: (a + 3) * a, 7),
    (lambda a: a * a * a + a, 13),
):
    _a = torch.tensor(2.0, requires_grad=True)
    _written = []
    _a.register_post_accumulate_grad_hook(lambda t, w=_written: w.append(t.grad.item()))
    _formula(_a).backward()
    assert _written == [_slope]  # one time only, the whole sum
    (_without_adding,) = torch.autograd.grad(_formula(_a), _a)
    assert _without_adding == _slope == _a.grad
