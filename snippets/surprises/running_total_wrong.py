"""A running total that drags the graphs of all steps along."""

# %% running-total raises RuntimeError: Trying to backward through the graph
import torch

x = torch.tensor(0.0, requires_grad=True)
total = 0.0
for step in range(3):
    loss = (x - 3) ** 2
    total = total + loss
    mean_so_far = total / (step + 1)
    print(f"step {step}: mean loss so far {mean_so_far:.4f}")
    mean_so_far.backward()
    with torch.no_grad():
        x -= 0.1 * x.grad
    x.grad = None
