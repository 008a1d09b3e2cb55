"""Find the parameters of a model by walking back from its loss."""

# %% leaves
import torch
import torch.nn.functional as F


def leaves(result):
    """All tensors into which `result.backward()` would add, each once."""
    found, seen, waiting = [], set(), [result.grad_fn]
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue  # many paths may lead here; one visit is enough
        seen.add(node)
        if hasattr(node, "variable"):
            found.append(node.variable)
        waiting += [earlier for earlier, _ in node.next_functions if earlier]
    return found


torch.manual_seed(0)
x, y = torch.ones(5), torch.zeros(3)
w = torch.randn(5, 3, requires_grad=True)
b = torch.randn(3, requires_grad=True)
loss = F.binary_cross_entropy_with_logits(x @ w + b, y)

print([tuple(leaf.shape) for leaf in leaves(loss)])

# %% many-paths
value = start = torch.tensor(1.0, requires_grad=True)
for _ in range(60):
    value = value + 0.1 * value  # twice as many paths as before
print(len(leaves(value)), "leaf behind", 2**60, "paths")

# %% claim: weight-and-bias-only
_found = leaves(loss)
assert len(_found) == 2
assert all(any(leaf is it for it in _found) for leaf in (w, b))
for _leaf in _found:
    assert _leaf.grad is None
loss.backward()
assert all(leaf.grad is not None for leaf in _found) and x.grad is y.grad is None

# %% claim: one-leaf-many-paths
_only = leaves(value)
assert len(_only) == 1 and _only[0] is start
value.backward()
assert abs(start.grad - 1.1**60) < 1e-3 * 1.1**60
