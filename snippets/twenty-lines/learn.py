"""The whole book in twenty lines: one number learns from one example."""

# %% twenty
import torch

# What has been seen: two hours of study brought a score of four.
hours = torch.tensor(2.0)
score = torch.tensor(4.0)

# What may change: one number, and its first value is a guess.
w = torch.tensor(1.0, requires_grad=True)
optimiser = torch.optim.SGD([w], lr=0.1)

print("step  prediction    loss  gradient       w")
for step in range(1, 9):
    optimiser.zero_grad()  # 1 clear
    prediction = w * hours  # 2 predict
    loss = (prediction - score) ** 2  # 3 compare
    loss.backward()  # 4 trace back
    optimiser.step()  # 5 step
    row = f"{step:4d}{prediction.item():12.4f}{loss.item():8.4f}"
    print(f"{row}{w.grad.item():10.4f}{w.item():8.4f}")

# What has not been seen: five hours.
question = torch.tensor(5.0)
answer = w * question
print(f"after five hours: {answer.item():.2f}")

# %% claim: first-row-as-on-paper
_w = torch.tensor(1.0, requires_grad=True)
_prediction = _w * hours
_loss = (_prediction - score) ** 2
_loss.backward()
assert (_prediction.item(), _loss.item(), _w.grad.item()) == (2, 4, -8)
assert abs((_w - 0.1 * _w.grad).item() - 1.8) < 1e-6

# %% claim: comes-to-two
w_end = w.item()
assert abs(w_end - 2) < 1e-4, w_end
assert loss.item() < 1e-8, loss

# %% claim: five-hours-ten-points
assert abs(answer.item() - 10) < 1e-3, answer
