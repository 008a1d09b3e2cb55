"""Two weights, of which one must not move."""

# %% freeze
import torch


def train(frozen):
    """Fit w1·1 + w2·2 to 7, starting from w1 = w2 = 1."""
    w1 = torch.tensor(1.0, requires_grad=True)
    w2 = torch.tensor(1.0, requires_grad=not frozen)
    for _ in range(100):
        loss = (w1 * 1 + w2 * 2 - 7) ** 2
        loss.backward()
        with torch.no_grad():
            for w in (w1, w2):
                if w.grad is not None:
                    w -= 0.1 * w.grad
                    w.grad = None
    return w1.item(), w2.item()


print("both learn:   w1 {:.4f}, w2 {:.4f}".format(*train(frozen=False)))
print("w2 is frozen: w1 {:.4f}, w2 {:.4f}".format(*train(frozen=True)))

# %% claim: frozen-stays
_free, _frozen = train(False), train(True)
assert _frozen[1] == 1.0
for _w1, _w2 in (_free, _frozen):
    assert abs(_w1 + 2 * _w2 - 7) < 1e-3
assert abs(_free[0] - 1.8) < 1e-3 and abs(_free[1] - 2.6) < 1e-3
