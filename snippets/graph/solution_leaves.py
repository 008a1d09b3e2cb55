"""Find the parameters of a model by walking back from its loss."""

# %% leaves
import torch
import torch.nn.functional as F


def leaves(result):
    """All tensors into which `result.backward()` would add, each once."""
    found, waiting = [], [result.grad_fn]
    while waiting:
        node = waiting.pop()
        if hasattr(node, "variable") and not any(node.variable is it for it in found):
            found.append(node.variable)
        waiting += [earlier for earlier, _ in node.next_functions if earlier]
    return found


torch.manual_seed(0)
x, y = torch.ones(5), torch.zeros(3)
w = torch.randn(5, 3, requires_grad=True)
b = torch.randn(3, requires_grad=True)
loss = F.binary_cross_entropy_with_logits(x @ w + b, y)

print([tuple(leaf.shape) for leaf in leaves(loss)])

# %% claim: weight-and-bias-only
_found = leaves(loss)
assert len(_found) == 2
assert all(any(leaf is it for it in _found) for leaf in (w, b))
