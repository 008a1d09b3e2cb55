"""Two features and no bias: three iterations, and where they were going."""
# varies: the figure shows training in float32, whose sixth digit is the processor's

# %% iterate
import torch

X = torch.tensor([[1.0, 1.2], [2.0, 1.2]])
Y = torch.tensor([[2.0], [4.0]])
W = torch.tensor([[1.0], [1.0]], requires_grad=True)
# bias = torch.tensor([0.0], requires_grad=True)  # the second column plays its part
learning_rate = 0.1

print("W", W.flatten().tolist())
for _ in range(3):
    prediction = X @ W  # (2, 2) @ (2, 1) -> (2, 1)
    loss = ((prediction - Y) ** 2).mean()
    loss.backward()
    print("gradient", W.grad.flatten())
    with torch.no_grad():
        W -= learning_rate * W.grad
    print("   new W", W.detach().flatten())
    print("  before", prediction.detach().flatten())
    W.grad.zero_()

# %% claim: three-iterations
_after = torch.tensor([1.2058, 1.0576])
assert torch.allclose(W.flatten(), _after, atol=1e-4), W
w_three, b_three = W.flatten().tolist()

# %% final-prediction
with torch.no_grad():
    print("X @ W, a prediction for each row")
    print(X @ W)
    print("W * X, something else")
    print(W * X)

# %% claim: star-broadcasts
assert (X @ W).shape == (2, 1) and (W * X).shape == (2, 2)
assert torch.equal(W * X, W.expand(2, 2) * X)  # row i of X times weight i

# %% where-to
solution = torch.tensor([[2.0], [0.0]])
curvatures = torch.linalg.eigvalsh(2 / 2 * X.T @ X)  # 2/n, with n = 2 rows
flat, steep = curvatures.tolist()
limit = 2 / steep

print("X @ (2, 0) ", (X @ solution).flatten().tolist())
print(f"curvatures  {flat:.4f} and {steep:.4f}, ratio {steep / flat:.0f}")
print(f"limit       {limit:.4f}")

# %% go-on
W = torch.tensor([[1.0], [1.0]], requires_grad=True)
path = [W.flatten().tolist()]
for _ in range(200):
    loss = ((X @ W - Y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        W -= learning_rate * W.grad
    W.grad.zero_()
    path.append(W.flatten().tolist())

for step in (3, 10, 50, 100, 200):
    print(f"{step:3d}  ({path[step][0]:.3f}, {path[step][1]:.3f})")

# %% claim: a-long-valley
ratio = steep / flat
assert abs(ratio - 41) < 0.5, ratio
assert torch.equal(X @ solution, Y)
assert abs(path[200][0] - 1.981) < 1e-3 and abs(path[200][1] - 0.026) < 1e-3
_, _axes = torch.linalg.eigh(X.T @ X)  # columns: along the valley, across it
_errors = (torch.tensor(path) - solution.flatten()) @ _axes
_left = (_errors[2] / _errors[0]).tolist()
assert _left[0] > 0.95 and _left[1] < 0.06, _left  # two steps: along, across
flat_multiplier = 1 - 0.1 * flat
steep_multiplier = 1 - 0.1 * steep

# %% picture
import matplotlib.pyplot as plt

weights = torch.linspace(0.6, 2.4, 91)
seconds = torch.linspace(-0.4, 1.4, 91)
pairs = torch.cartesian_prod(seconds, weights).flip(1)
heights = ((X @ pairs.T - Y) ** 2).mean(dim=0).reshape(91, 91)

plt.contour(
    weights, seconds, heights, levels=[0.01, 0.05, 0.2, 0.6, 1.5, 3], colors="C2"
)
first, second = [w for w, _ in path], [b for _, b in path]
plt.plot(first, second, "o-", color="C0", markersize=3, label="200 steps")
plt.plot(2, 0, "+", color="0.5", markersize=14, label="solution")
plt.xlabel("weight of the hours")
plt.ylabel("weight of the 1.2")
plt.legend(loc="upper right")
plt.show()

# %% too-fast
for rate in (0.25, 0.27):
    W = torch.tensor([[1.0], [1.0]], requires_grad=True)
    for _ in range(40):
        loss = ((X @ W - Y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            W -= rate * W.grad
        W.grad.zero_()
    print(f"rate {rate}: loss after 40 steps {loss.item():.4f}")
    if rate < limit:
        loss_below = loss.item()

# %% claim: limit-holds
assert 0.25 < limit < 0.27, limit
assert loss_below < 0.5 < 5 < loss.item(), (loss_below, loss.item())
