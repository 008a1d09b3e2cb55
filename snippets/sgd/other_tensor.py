"""An optimiser that holds another tensor than the loss."""

# %% replaced
import torch

x = torch.tensor(0.0, requires_grad=True)
opt = torch.optim.SGD([x], lr=0.1)
x = torch.tensor(5.0, requires_grad=True)  # let us start at 5 instead

for step in range(1, 4):
    opt.zero_grad()
    loss = (x - 3) ** 2
    loss.backward()
    opt.step()
    print(f"{step}  loss {loss.item():.4f}  x {x.item():.4f}  grad {x.grad.item():.4f}")

held = opt.param_groups[0]["params"][0]
print("the optimiser holds", held.item(), "with grad", held.grad)

# %% claim: moves-nothing
assert x.item() == 5 and held is not x and held.item() == 0 and held.grad is None
assert x.grad.item() == 4 + 4 + 4, "and nobody clears its gradient"
