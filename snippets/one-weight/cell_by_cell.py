"""Hours and scores: one step of learning, one cell at a time."""

# %% setup
import torch

X = [1.0, 2.0, 3.0]  # hours studied
Y = [2.0, 4.0, 6.0]  # test scores
w = torch.tensor(1.0, requires_grad=True)
learning_rate = 0.1

print("hours ", X)
print("scores", Y)
print("weight", w)

# %% predict
x, y = X[1], Y[1]  # one sample: two hours, score four
prediction = w * x
print(prediction)
loss = (prediction - y) ** 2
print(loss)

# %% step
loss.backward()
print("gradient", w.grad.item())
with torch.no_grad():
    w -= learning_rate * w.grad
print("new weight", w)
print("new prediction", w * x)

# %% claim: paper-agrees
assert prediction == 2 and loss == 4 and w.grad == -8, (prediction, loss, w.grad)
assert abs(w.item() - 1.8) < 1e-6 and abs((w * x).item() - 3.6) < 1e-6

# %% claim: two-kinds-of-node
assert type(prediction.grad_fn).__name__ == "MulBackward0"
assert type(loss.grad_fn).__name__ == "PowBackward0"
assert w.grad_fn is None and w.requires_grad
