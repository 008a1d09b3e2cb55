"""Adagrad by hand, and what it does for a rare feature."""

# %% adagrad
import torch


def adagrad(x, grad, state, lr, eps=1e-10):
    state["sum"] = state.get("sum", 0.0) + grad**2
    return x - lr * grad / (state["sum"].sqrt() + eps)


ours = torch.tensor([3.0, -2.0], dtype=torch.float64)
theirs = ours.clone().requires_grad_()
optimiser, state = torch.optim.Adagrad([theirs], lr=0.5), {}
for step in range(200):
    # The second feature occurs in every twentieth example only.
    seen = torch.tensor([1.0, float(step % 20 == 0)], dtype=torch.float64)
    ours = adagrad(ours, seen, state, lr=0.5)
    theirs.grad = seen
    optimiser.step()
print("ours and torch agree:", torch.allclose(ours, theirs))

effective = (0.5 / state["sum"].sqrt()).tolist()
print(f"a gradient of 1 now moves the common weight by {effective[0]:.3f}", end="")
print(f" and the rare one by {effective[1]:.3f}")

# %% claim: rare-features-keep-long-steps
assert torch.allclose(ours, theirs)
assert effective[1] > 4 * effective[0], effective
