"""(a + b)·(a − b): the graph, and both gradients."""

# %% difference
import torch

a = torch.tensor(3.0, requires_grad=True)
b = torch.tensor(2.0, requires_grad=True)
z = (a + b) * (a - b)


def walk(node, depth=0):
    leaf = getattr(node, "variable", None)
    name = " of a" if leaf is a else " of b" if leaf is b else ""
    print("    " * depth + type(node).__name__ + name)
    for earlier, _ in node.next_functions:
        walk(earlier, depth + 1)


walk(z.grad_fn)
z.backward()
print(a.grad, b.grad)

# %% claim: two-paths-each
assert a.grad == 1 * (3 - 2) + 1 * (3 + 2) == 2 * 3
assert b.grad == 1 * (3 - 2) - 1 * (3 + 2) == -2 * 2
assert len({node for node, _ in z.grad_fn.next_functions}) == 2
for _first in range(-3, 4):
    for _second in range(-3, 4):
        _a = torch.tensor(float(_first), requires_grad=True)
        _b = torch.tensor(float(_second), requires_grad=True)
        ((_a + _b) * (_a - _b)).backward()
        assert (_a.grad, _b.grad) == (2 * _first, -2 * _second)
