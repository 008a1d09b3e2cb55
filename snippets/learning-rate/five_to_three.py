"""Learning rates for five inputs and three outputs, every run from the same start."""

# %% train
import torch
import torch.nn.functional as F


def train(learning_rate, target, max_steps=1000, threshold=0.01):
    """Return every loss and every output of a run that starts where all do."""
    torch.manual_seed(0)
    w = torch.randn(5, 3, requires_grad=True)
    b = torch.randn(3, requires_grad=True)
    losses, outputs = [], []
    while len(losses) < max_steps and (not losses or losses[-1] > threshold):
        z = torch.ones(5) @ w + b
        loss = F.binary_cross_entropy_with_logits(z, target)
        w.grad = b.grad = None
        loss.backward()
        with torch.no_grad():
            w.sub_(learning_rate * w.grad)
            b.sub_(learning_rate * b.grad)
        losses.append(loss.item())
        outputs.append(z.tolist())
    return losses, outputs


# %% study
zeros = torch.zeros(3)
print("     rate  steps  final loss")
runs = {}
for rate in (0.001, 0.01, 0.1, 1.0, 10.0, 100.0):
    runs[rate], _ = train(rate, zeros)
    print(f"{rate:9.5f}  {len(runs[rate]):5d}  {runs[rate][-1]:10.6f}")

# %% claim: same-start
assert len({_run[0] for _run in runs.values()}) == 1, "all begin at the same loss"
loss_start = runs[0.1][0]

# %% claim: larger-is-faster-here
_steps = [len(_run) for _run in runs.values()]
assert _steps == [1000, 1000, 414, 41, 2, 2], _steps
assert all(_run[-1] > 0.01 for _run in list(runs.values())[:2]), "hit the cap"
assert all(_run[-1] <= 0.01 for _run in list(runs.values())[2:]), "converged"

# %% claim: one-jump
_losses, _outputs = train(100.0, zeros)
z_before, z_after = _outputs[0][0], _outputs[1][0]
jump = z_after - z_before
assert abs(jump + 200 / (1 + torch.tensor(-z_before).exp().item())) < 1e-3
_losses, _outputs = train(100.0, zeros, max_steps=100, threshold=0)
assert _losses[1] < 0.01 and abs(_outputs[-1][0] - z_after) < 1e-3, "and stays"

# %% bottom
halves = torch.full((3,), 0.5)


def loss_with_bottom(parameters):
    """Take weights and biases as one 6 x 3 matrix; the sixth input is 1 as well."""
    return F.binary_cross_entropy_with_logits(torch.ones(6) @ parameters, halves)


hessian = torch.autograd.functional.hessian(loss_with_bottom, torch.zeros(6, 3))
largest = torch.linalg.eigvalsh(hessian.reshape(18, 18)).max().item()
print(f"largest curvature at the bottom {largest:.4f}, limit {2 / largest:.4f}")

print(" rate  last two losses   furthest output")
bounces = {}
for rate in (3.9, 4.1, 100.0):
    losses, outputs = train(rate, halves, max_steps=200)
    furthest = torch.tensor(outputs).abs().max().item()
    bounces[rate] = (losses, furthest)
    print(f"{rate:5}  {losses[-2]:7.4f} {losses[-1]:7.4f}   {furthest:15.1f}")

# %% claim: limit-of-cross-entropy
import math

assert abs(2 / largest - 4) < 1e-4
assert abs(bounces[3.9][0][-1] - math.log(2)) < 1e-5
assert bounces[4.1][0][-1] > math.log(2) + 0.03

# %% claim: bounces-for-ever
bounce_low, bounce_high = (f(bounces[100.0][0][1:]) for f in (min, max))
_furthest = bounces[100.0][1]
assert len(bounces[100.0][0]) == 200, "never settles"
assert 15 < bounce_low < bounce_high < 35, "and never explodes"
assert 90 < _furthest <= 100, _furthest

# %% picture
import matplotlib.pyplot as plt

x = torch.tensor(0.0, requires_grad=True)
parabola = []
for _ in range(8):
    loss = (x - 3) ** 2
    parabola.append(loss.item())
    x.grad = None
    loss.backward()
    with torch.no_grad():
        x.sub_(100 * x.grad)
target_half = train(100.0, halves, max_steps=21)[0]
target_zero = train(100.0, zeros, max_steps=21, threshold=0)[0]

plt.semilogy(parabola, "o-", color="C3", markersize=4)
plt.semilogy(target_half, "o-", color="C5", markersize=4)
plt.semilogy(target_zero, "o-", color="C2", markersize=4)
plt.text(3.8, 1e15, "parabola", color="C3")
plt.text(11, 1e3, "target one half", color="C5")
plt.text(11, 1e-6, "target 0", color="C2")
plt.xlabel("step")
plt.ylabel("loss at rate 100")
plt.ylim(1e-8, 1e20)
plt.show()

# %% claim: three-fates-of-rate-hundred
assert parabola[-1] > 1e30
_parabola = torch.tensor(parabola, dtype=torch.float64)
assert (_parabola[1:] / _parabola[:-1] / 199**2 - 1).abs().max() < 1e-4
assert max(target_half) < 35
assert target_zero == sorted(target_zero, reverse=True) and target_zero[1] < 0.01
