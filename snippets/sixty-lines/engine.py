"""Automatic differentiation for single numbers, built from nothing."""

# %% value
import math


class Value:
    """A number that remembers what it was computed from."""

    def __init__(self, data, inputs=(), slopes=()):
        self.data = data
        self.grad = 0.0
        self.inputs = inputs  # the values it was computed from
        self.slopes = slopes  # how it reacts to a nudge of each

    def __add__(self, other):
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t * t,))


# %% notes
a, b, x = Value(2.0), Value(3.0), Value(4.0)
y = a + b
z = x * y
print("y =", y.data, "slopes", y.slopes)
print("z =", z.data, "slopes", z.slopes)

# %% claim: slopes-are-noted
assert (y.data, y.slopes, y.inputs) == (5, (1, 1), (a, b))
assert (z.data, z.slopes, z.inputs) == (20, (5, 4), (x, y))


# %% in-order
def in_order(result):
    """List all values behind a result, each one after its inputs."""
    values, seen = [], set()

    def visit(value):
        if value not in seen:
            seen.add(value)
            for earlier in value.inputs:
                visit(earlier)
            values.append(value)

    visit(result)
    return values


# %% backward
def backward(result):
    """Add to every grad the slope of the result with respect to that value."""
    result.grad = 1.0
    for value in reversed(in_order(result)):
        for earlier, slope in zip(value.inputs, value.slopes, strict=True):
            earlier.grad += slope * value.grad


# %% first-run
print([value.data for value in in_order(z)])

backward(z)
print("a", a.grad, " b", b.grad, " x", x.grad, " y", y.grad)

# %% claim: four-four-five
assert (a.grad, b.grad, x.grad, y.grad) == (4, 4, 5, 4)
_order = in_order(z)
for _value in _order:
    assert all(_order.index(_in) < _order.index(_value) for _in in _value.inputs)

# %% count
import inspect


def count(*parts):
    return sum(len(inspect.getsource(part).splitlines()) for part in parts)


methods = (Value.__init__, Value.__add__, Value.__mul__, Value.tanh)
lines = count(*methods, in_order, backward)
lines += 3  # import math, the head of the class and its docstring
print(lines, "lines")

# %% claim: under-forty-lines
assert lines < 40, lines
assert {*methods} == {p for p in vars(Value).values() if inspect.isfunction(p)}

# %% random
import random

import torch

operations = {
    "+": lambda p, q: p + q,
    "*": lambda p, q: p * q,
    "tanh": lambda p, q: p.tanh(),
}


def random_pair(dice, leaves=4, steps=12):
    """The same random expression twice: of our values, and of torch's."""
    numbers = [dice.uniform(-2, 2) for _ in range(leaves)]
    ours = [Value(number) for number in numbers]
    theirs = [
        torch.tensor(number, dtype=torch.float64, requires_grad=True)
        for number in numbers
    ]
    for _ in range(steps):
        name = dice.choice(list(operations))
        i, j = dice.randrange(len(ours)), dice.randrange(len(ours))
        ours.append(operations[name](ours[i], ours[j]))
        theirs.append(operations[name](theirs[i], theirs[j]))
    return ours, theirs


# %% compare
dice, worst = random.Random(0), 0.0
for _ in range(200):
    ours, theirs = random_pair(dice)
    backward(ours[-1])
    theirs[-1].backward()
    for mine, reference in zip(ours[:4], theirs[:4], strict=True):
        expected = 0.0 if reference.grad is None else reference.grad.item()
        difference = abs(mine.grad - expected) / max(1.0, abs(expected))
        worst = max(worst, difference)
print("200 expressions, largest difference below 1e-12:", worst < 1e-12)

# %% claim: two-hundred-expressions
assert worst < 1e-12, worst
_dice, _moved = random.Random(0), 0
for _ in range(200):
    _ours, _ = random_pair(_dice)
    backward(_ours[-1])
    _moved += sum(leaf.grad != 0 for leaf in _ours[:4])
assert _moved > 400, _moved  # most of the 800 slopes are not zero

# %% claim: few-arrows
_dice = random.Random(1)
for _ in range(200):
    _order = in_order(random_pair(_dice)[0][-1])
    _computed = sum(bool(value.inputs) for value in _order)
    _arrows = sum(len(value.inputs) for value in _order)
    assert _computed <= _arrows <= 2 * _computed
    assert len({*_order}) == len(_order)  # each value is visited once


# %% diamond
def diamond():
    """Two ways lead from r back to p: directly, and by q."""
    a, b = Value(2.0), Value(3.0)
    p = a * b
    q = p + a
    r = p * q
    return {"a": a, "b": b, "p": p, "q": q, "r": r}


named = diamond()
backward(named["r"])
for name, value in named.items():
    print(f"{name} = {value.data:2.0f}, slope {value.grad:2.0f}")

# %% claim: diamond-on-paper
assert [value.data for value in named.values()] == [2, 3, 6, 8, 48]
assert [value.grad for value in named.values()] == [48, 28, 14, 6, 1]

# %% claim: from-smaller-numbers
_dice = random.Random(2)
for _result in (named["r"], *(random_pair(_dice)[0][-1] for _ in range(100))):
    _turn = {value: i for i, value in enumerate(reversed(in_order(_result)))}
    for _value in _turn:
        assert all(_turn[_value] < _turn[_earlier] for _earlier in _value.inputs)

# %% picture
import matplotlib.pyplot as plt

spots = {"a": (0, 1), "b": (0, 0), "p": (1, 0.5), "q": (2, 1), "r": (3, 0.5)}
name_of = {value: name for name, value in named.items()}
box = {"boxstyle": "round,pad=0.5", "facecolor": "none", "edgecolor": "C0"}
for turn, value in enumerate(reversed(in_order(named["r"])), start=1):
    x, y = spots[name_of[value]]
    label = f"{name_of[value]} = {value.data:.0f}"
    plt.text(x, y, label, ha="center", va="center", fontsize=10, bbox=box)
    plt.text(x, y + 0.22, f"{turn}.", color="0.5", ha="center", va="center")
    for earlier, slope in zip(value.inputs, value.slopes, strict=True):
        left, down = spots[name_of[earlier]]
        start, end = (x - 0.25, y), (left + 0.25, down)
        arrow = {"arrowstyle": "->", "color": "C3"}
        plt.annotate("", end, start, arrowprops=arrow)
        beside = 0.06 if y != down else -0.12
        middle = (start[0] + end[0]) / 2 + beside, (y + down) / 2
        side = "top" if down < y else "bottom"
        plt.text(*middle, f"{slope:.0f} · {value.grad:.0f}", color="C3", va=side)
plt.axis((-0.4, 3.4, -0.3, 1.4))
plt.axis("off")
plt.show()


# %% hurry
def backward_in_a_hurry(result):
    """Pass slopes on as soon as a value is reached for the first time."""
    result.grad = 1.0
    waiting, done = [result], set()
    while waiting:
        value = waiting.pop(0)
        if value not in done:
            done.add(value)
            for earlier, slope in zip(value.inputs, value.slopes, strict=True):
                earlier.grad += slope * value.grad
                waiting.append(earlier)


named = diamond()
backward_in_a_hurry(named["r"])
for name, value in named.items():
    print(f"{name} = {value.data:2.0f}, slope {value.grad:2.0f}")

# %% claim: p-passed-on-too-early
assert [value.grad for value in named.values()] == [30, 16, 14, 6, 1]

# %% claim: right-on-a-chain
_dice = random.Random(3)
for _ in range(100):
    _ends = []
    _steps = [(_dice.choice("+*t"), _dice.uniform(-2, 2)) for _ in range(8)]
    for _pass in (backward, backward_in_a_hurry):
        _start = _top = Value(0.7)
        for _kind, _number in _steps:
            if _kind == "t":
                _top = _top.tanh()
            else:
                _other = Value(_number)
                _top = _top + _other if _kind == "+" else _top * _other
        _pass(_top)
        _ends.append(_start.grad)
    assert _ends[0] == _ends[1] != 0


# %% overwrite
def backward_overwriting(result):
    result.grad = 1.0
    for value in reversed(in_order(result)):
        for earlier, slope in zip(value.inputs, value.slopes, strict=True):
            earlier.grad = slope * value.grad  # = in place of +=


a = Value(3.0)
backward_overwriting(a + a)
print("overwriting:", a.grad)

a = Value(3.0)
backward(a + a)
print("adding:     ", a.grad)

# %% claim: one-and-two
assert a.grad == 2
_a = Value(3.0)
backward_overwriting(_a + _a)
assert _a.grad == 1

# %% twice
x = Value(3.0)
cube = (x * x) * x
backward(cube)
first = x.grad
backward(cube)
second = x.grad - first
print(f"ours:  {first:.0f}, then {second:.0f} more")

x = torch.tensor(3.0, requires_grad=True)
cube = (x * x) * x
cube.backward(retain_graph=True)
torch_first = x.grad.item()
cube.backward()
torch_second = x.grad.item() - torch_first
print(f"torch: {torch_first:.0f}, then {torch_second:.0f} more")

# %% claim: twenty-seven-then-forty-five
assert (first, second) == (27, 45)
assert (torch_first, torch_second) == (27, 27)


# %% paths
def backward_by_paths(value, arriving=1.0):
    """Send what arrives on at once, along every path; return the number of calls."""
    value.grad += arriving
    calls = 1
    for earlier, slope in zip(value.inputs, value.slopes, strict=True):
        calls += backward_by_paths(earlier, slope * arriving)
    return calls


named = diamond()
backward_by_paths(named["r"])
print("diamond:", [value.grad for value in named.values()])

calls = {}
for doublings in range(1, 15):
    x = top = Value(1.0)
    for _ in range(doublings):
        top = top + top
    calls[doublings] = (len(in_order(top)), backward_by_paths(top))
    assert x.grad == 2**doublings
for doublings in (1, 2, 3, 14):
    print("{} doublings: {} values, {} calls".format(doublings, *calls[doublings]))
most_values, most_calls = calls[14]

# %% claim: right-but-doubling
assert [value.grad for value in named.values()] == [48, 28, 14, 6, 1]
for _n, (_values, _calls) in calls.items():
    assert _values == _n + 1 and _calls == 2 ** (_n + 1) - 1

# %% paths-picture
plt.plot(calls.keys(), [paths for _, paths in calls.values()], "o-", color="C4")
plt.plot(calls.keys(), [values for values, _ in calls.values()], "o-", color="C3")
plt.yscale("log")
plt.text(8, 3000, "every path by itself", color="C4", ha="right")
plt.text(9, 4, "in order", color="C3")
plt.xlabel("number of doublings")
plt.ylabel("visits to a value")
plt.show()


# %% solution-functions
def power(value, n):
    return Value(value.data**n, (value,), (n * value.data ** (n - 1),))


def exp(value):
    e = math.exp(value.data)
    return Value(e, (value,), (e,))


def relu(value):
    return Value(max(0.0, value.data), (value,), (1.0 if value.data > 0 else 0.0,))


a, b = Value(0.5), Value(-2.0)
backward(exp(a) * power(b, 3) + relu(a + b) + relu(a))
print(f"ours:  {a.grad:.6f} {b.grad:.6f}")

at, bt = (torch.tensor(v, requires_grad=True) for v in (0.5, -2.0))
(torch.exp(at) * bt**3 + torch.relu(at + bt) + torch.relu(at)).backward()
print(f"torch: {at.grad:.6f} {bt.grad:.6f}")

# %% count-all
lines_all = lines + count(power, exp, relu)
lines_all += 4 + 2 * 6  # empty lines between methods, and between the parts
print(lines_all, "lines")

# %% claim: all-under-sixty-lines
assert lines < lines_all < 60, lines_all

# %% claim: three-more-functions
assert abs(a.grad - at.grad) < 1e-5 and abs(b.grad - bt.grad) < 1e-5


# %% solution-twice
def backward_like_torch(result):
    """Only leaves keep a slope; what is on its way is forgotten after the pass."""
    values = in_order(result)
    arrived = dict.fromkeys(values, 0.0)
    arrived[result] = 1.0
    for value in reversed(values):
        for earlier, slope in zip(value.inputs, value.slopes, strict=True):
            arrived[earlier] += slope * arrived[value]
        if not value.inputs:  # a leaf
            value.grad += arrived[value]


x = Value(3.0)
cube = (x * x) * x
for _ in range(2):
    backward_like_torch(cube)
    print(x.grad)

# %% claim: twenty-seven-twice
assert x.grad == 27 + 27

# %% solution-train
hours, score = Value(2.0), Value(-4.0)  # the score is subtracted
w = Value(1.0)
for turn in range(1, 4):
    w.grad = 0.0
    error = w * hours + score
    loss = error * error
    backward(loss)
    w.data -= 0.1 * w.grad
    print(f"turn {turn}: loss {loss.data:.4f}, slope {w.grad:.4f}, w {w.data:.4f}")

# %% claim: as-in-the-first-chapter
assert abs(w.data - 1.992) < 1e-12

# %% solution-long
top = Value(0.0)
for _ in range(5000):
    top = top + Value(1.0)
try:
    backward(top)
except RecursionError as error:
    print(type(error).__name__)


def in_order_without_recursion(result):
    values, seen, waiting = [], set(), [(result, False)]
    while waiting:
        value, inputs_are_done = waiting.pop()
        if inputs_are_done:
            values.append(value)
        elif value not in seen:
            seen.add(value)
            waiting.append((value, True))  # come back after its inputs
            waiting += [(earlier, False) for earlier in reversed(value.inputs)]
    return values


print(len(in_order_without_recursion(top)), "values in order")

# %% claim: the-same-order
assert len(in_order_without_recursion(top)) == 10001
_r = diamond()["r"]
assert in_order_without_recursion(_r) == in_order(_r)
