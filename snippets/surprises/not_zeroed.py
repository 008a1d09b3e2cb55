"""Descending a parabola with and without clearing the gradient."""

# %% descend
import torch


def descend(clear, steps=40):
    x = torch.tensor(0.0, requires_grad=True)
    path = [x.item()]
    for _ in range(steps):
        if clear and x.grad is not None:  # None only before the first backward
            x.grad.zero_()
        loss = (x - 3) ** 2
        loss.backward()
        with torch.no_grad():
            x.sub_(0.1 * x.grad)
        path.append(x.item())
    return path


cleared, piled_up = descend(clear=True), descend(clear=False)
for step in range(5):
    print(f"{step}  cleared {cleared[step]:.4f}   not cleared {piled_up[step]:.4f}")

# %% claim: second-step-is-a-sum
assert abs(cleared[1] - 0.6) < 1e-6 and abs(piled_up[1] - 0.6) < 1e-6
assert abs(cleared[2] - (0.6 + 0.1 * 4.8)) < 1e-6
assert abs(piled_up[2] - (0.6 + 0.1 * (6 + 4.8))) < 1e-6

# %% picture
import matplotlib.pyplot as plt

cleared_last = cleared[-1]
low, high = min(piled_up[14:]), max(piled_up[14:])  # once it swings
plt.axhline(3, color="C1", linewidth=1)
plt.text(41, 3.1, "minimum", color="C1")
plt.plot(cleared, ".-", color="C0", label="cleared in every step")
plt.plot(piled_up, ".--", color="0.5", label="never cleared")
plt.xlabel("step")
plt.ylabel("x")
plt.xlim(-1, 50)
plt.ylim(-0.5, 7.7)
plt.legend(loc="upper left", ncols=2)
plt.show()

# %% claim: one-arrives-one-swings
assert abs(cleared_last - 3) < 0.001
assert low < 0.5 and high > 5.5
assert piled_up[2] < 3 < piled_up[3]
for _part in (piled_up[3:22], piled_up[22:]):  # and it does not calm down
    assert min(_part) < 0.5 and max(_part) > 5.5
