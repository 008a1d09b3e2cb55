"""The same batches in the order of the file: first every no, then every yes."""

# %% data
import torch
import torch.nn.functional as F

generator = torch.Generator().manual_seed(0)
N = 512
y = (torch.arange(N) // 256).double()  # 256 times no, then 256 times yes
x = y - 0.5 + torch.randn(N, dtype=torch.float64, generator=generator)


# %% train
def train(shuffle, lr=1.0, B=16, epochs=5):
    theta = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    opt = torch.optim.SGD([theta], lr=lr)
    biases = [0.0]
    for _ in range(epochs):
        order = torch.randperm(N, generator=generator) if shuffle else torch.arange(N)
        for batch in order.split(B):
            opt.zero_grad()
            z = theta[0] * x[batch] + theta[1]  # slope, bias
            F.binary_cross_entropy_with_logits(z, y[batch]).backward()
            opt.step()
            biases.append(theta[1].item())
    z = (theta[0] * x + theta[1]).detach()
    loss = F.binary_cross_entropy_with_logits(z, y).item()
    right = ((z > 0) == (y > 0.5)).double().mean().item()
    return loss, right, biases


# %% compare
loss_shuffled, right_shuffled, biases_shuffled = train(shuffle=True)
loss_sorted, right_sorted, biases_sorted = train(shuffle=False)
print(f"shuffled        loss {loss_shuffled:.3f}, right {right_shuffled:.1%}")
print(f"as in the file  loss {loss_sorted:.3f}, right {right_sorted:.1%}")

# %% claim: order-matters
import math

assert loss_shuffled < 0.6 < math.log(2) < 1 < loss_sorted
assert 0.45 < right_sorted < 0.55 < 0.65 < right_shuffled

# %% picture
import matplotlib.pyplot as plt

plt.plot(biases_sorted, color="C0", label="as in the file")
plt.plot(biases_shuffled, "--", color="C4", label="shuffled")
plt.axhline(0, color="0.5", linewidth=0.8)
plt.xticks(range(0, 161, 32))
plt.xlabel("step (32 to an epoch)")
plt.ylabel("bias")
plt.ylim(-4, 3)
plt.legend(loc="lower center", ncols=2)
plt.show()

# %% claim: swings-with-the-file
_first, _second = biases_sorted[16 + 32 * 2], biases_sorted[32 + 32 * 2]
assert _first < -1.5 and _second > 1.5, (_first, _second)
assert max(map(abs, biases_shuffled)) < 1

# %% other-rates
print("rate  bias between     right, in order  right, shuffled")
swings, right_in_order = {}, {}
for lr in (1.0, 0.3, 0.1):
    _, right, biases = train(shuffle=False, lr=lr)
    last = biases[-33:]  # the last epoch
    swings[lr], right_in_order[lr] = max(last) - min(last), right
    _, right, _ = train(shuffle=True, lr=lr)
    print(f"{lr:4}  {min(last):5.2f} and {max(last):4.2f}", end="")
    print(f"  {right_in_order[lr]:14.1%}  {right:15.1%}")

# %% claim: swing-grows-with-the-rate
assert swings[1.0] > 1.5 * swings[0.3] > 2 * swings[0.1], swings
assert right_in_order[0.1] > 0.65 and right_in_order[1.0] < 0.55, right_in_order
