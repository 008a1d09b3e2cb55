"""All slopes of three results with respect to two inputs, row by row."""

# %% rows
import torch

x = torch.tensor([2.0, 3.0], requires_grad=True)
y = torch.stack([x[0] * x[1], x[0] ** 2, 5 * x[1]])

rows = []
for i in range(3):
    x.grad = None
    one_hot = torch.zeros(3)
    one_hot[i] = 1.0
    y.backward(one_hot, retain_graph=True)
    rows.append(x.grad)
jacobian = torch.stack(rows)
print(jacobian)

# %% claim: as-on-paper
assert torch.equal(jacobian, torch.tensor([[3.0, 2.0], [4.0, 0.0], [0.0, 5.0]]))
