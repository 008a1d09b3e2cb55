"""Two examples that no w can satisfy at once."""

# %% two-examples
import torch

hours = torch.tensor([2.0, 3.0])
score = torch.tensor([4.0, 5.0])
w = torch.tensor(1.0, requires_grad=True)
optimiser = torch.optim.SGD([w], lr=0.1)
for _ in range(30):
    optimiser.zero_grad()
    prediction = w * hours
    loss = ((prediction - score) ** 2).mean()  # one number for both
    loss.backward()
    optimiser.step()
w_end = w.item()
print(f"w = {w_end:.4f}, loss {loss.item():.4f}")
print("predictions", [round(p, 2) for p in prediction.tolist()])

# %% claim: between-the-two
assert 5 / 3 < w_end < 4 / 2
assert abs(w_end - (2 * 4 + 3 * 5) / (2**2 + 3**2)) < 1e-5
for _other in (w_end - 0.05, w_end + 0.05, 5 / 3, 2.0):
    assert ((_other * hours - score) ** 2).mean() > loss > 0.1
