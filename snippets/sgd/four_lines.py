"""What each of the four lines does to x and to its gradient."""

# %% watch
import torch

x = torch.tensor(0.0, requires_grad=True)
opt = torch.optim.SGD([x], lr=0.1)
history = []


def look(line):
    grad = None if x.grad is None else x.grad.item()
    history.append((x.item(), grad))
    written = "None" if grad is None else f"{grad:.4f}"
    print(f"{line:9}   x {x.item():.4f}   grad {written}")


for _ in range(2):
    opt.zero_grad()
    look("zero_grad")
    loss = (x - 3) ** 2
    look("loss")
    loss.backward()
    look("backward")
    opt.step()
    look("step")

# %% claim: one-line-one-job
_xs, _grads = zip(*history, strict=True)
assert _grads[:2] == (None, None) and _grads[4:6] == (None, None), _grads
assert _grads[2] == _grads[3] == -6 and _grads[6] == _grads[7]
assert _xs[0] == _xs[1] == _xs[2] == 0 and _xs[3] == _xs[4] == _xs[5] == _xs[6]
assert _xs[2] < _xs[3] and _xs[6] < _xs[7], "only step moves x"

# %% picture
import matplotlib.pyplot as plt

x = torch.tensor(0.0, requires_grad=True)
opt = torch.optim.SGD([x], lr=0.1)
places, grads = [], []
for line in ("zero_grad", "loss", "backward", "step") * 5:
    if line == "zero_grad":
        opt.zero_grad()
    elif line == "loss":
        loss = (x - 3) ** 2
    elif line == "backward":
        loss.backward()
    else:
        opt.step()
    places.append(x.item())
    grads.append(0.0 if x.grad is None else x.grad.item())

time = [line / 4 for line in range(21)]
figure, (above, below) = plt.subplots(2, 1, figsize=(5.2, 4.6), sharex=True)
above.step(time, [0.0, *grads], color="C3")
above.set_ylabel("gradient")
below.step(time, [0.0, *places], color="C0")
below.set(xlabel="times round the loop", ylabel="x")
plt.show()

# %% claim: gradient-in-and-out
_grads = torch.tensor(grads).reshape(5, 4)
assert (_grads[:, :2] == 0).all() and (_grads[:, 2:] < 0).all()
assert (_grads[:, 2].diff() > 0).all(), "weaker each time"
