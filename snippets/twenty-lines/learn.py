"""The whole book in twenty lines: one number learns from one example."""

# %% twenty
import torch

# What has been seen: two hours of study brought a score of four.
hours = torch.tensor(2.0)
score = torch.tensor(4.0)

# What may change: one number, and its first value is a guess.
w = torch.tensor(1.0, requires_grad=True)
optimiser = torch.optim.SGD([w], lr=0.1)

rows = []
print("step  prediction    loss  gradient       w")
for step in range(1, 9):
    optimiser.zero_grad()  # 1 clear
    prediction = w * hours  # 2 predict
    loss = (prediction - score) ** 2  # 3 compare
    loss.backward()  # 4 trace back
    optimiser.step()  # 5 step
    rows.append((prediction.item(), loss.item(), w.grad.item(), w.item()))
    print(f"{step:4d}" + "{:12.4f}{:8.4f}{:10.4f}{:8.4f}".format(*rows[-1]))

# What has not been seen: five hours.
answer = w * torch.tensor(5.0)
print(f"after five hours: {answer.item():.2f}")

# %% claim: first-row-as-on-paper
assert rows[0][:3] == (1 * 2, (2 - 4) ** 2, 2 * 2 * (2 - 4)), rows[0]
assert abs(rows[0][3] - 1.8) < 1e-6, rows[0]

# %% claim: comes-to-two
_w = 1.0
for _row in rows:
    _prediction = _w * 2
    _gradient = 2 * 2 * (_prediction - 4)
    _w = _w - 0.1 * _gradient
    for _run, _paper in zip(
        _row, (_prediction, (_prediction - 4) ** 2, _gradient, _w), strict=True
    ):
        assert abs(_run - _paper) < 1e-5, (_row, _paper)
assert len(rows) == 8 and abs(w.item() - 2) < 1e-4, w
assert loss.item() < 1e-8, loss

# %% claim: five-hours-ten-points
assert abs(answer.item() - 10) < 1e-3, answer
