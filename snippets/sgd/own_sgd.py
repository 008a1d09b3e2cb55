"""An optimiser of our own, and a model with two parameters to try it on."""

# %% own
import torch


class SGD:
    """Plain gradient descent for a list of parameters."""

    def __init__(self, parameters, lr):
        self.parameters = list(parameters)
        self.lr = lr

    def zero_grad(self):
        for parameter in self.parameters:
            parameter.grad = None

    @torch.no_grad()
    def step(self):
        for parameter in self.parameters:
            if parameter.grad is not None:
                parameter.add_(parameter.grad, alpha=-self.lr)


# %% line
from mygpt import set_seed


def fit(make_optimiser, order, steps=100):
    """Fit a line to twenty points; return every w, b and loss on the way."""
    set_seed(0)
    x = torch.linspace(-1, 1, 20)
    y = 2.0 * x + 0.5 + 0.1 * torch.randn(20)
    w = torch.zeros(1, requires_grad=True)
    b = torch.zeros(1, requires_grad=True)
    opt = make_optimiser([w, b])
    trace = []
    for _ in range(steps):
        if order == "zero first":
            opt.zero_grad()
        loss = ((w * x + b - y) ** 2).mean()
        loss.backward()
        opt.step()
        if order == "zero last":
            opt.zero_grad()
        trace.append((w.item(), b.item(), loss.item()))
    return trace


# %% compare
traces = {}
for order in ("zero first", "zero last"):
    traces[order, "torch"] = fit(lambda p: torch.optim.SGD(p, lr=0.1), order)
    traces[order, "own"] = fit(lambda p: SGD(p, lr=0.1), order)

reference = traces["zero first", "torch"]
for (order, who), trace in traces.items():
    same = sum(a == b for a, b in zip(trace, reference, strict=True))
    print(f"{who:5}  {order:10}  w {trace[-1][0]:.6f}  equal rows {same} of 100")


# %% claim: four-runs-one-trace
assert len(reference) == 100 and len(set(reference)) > 90
for _run, _trace in traces.items():
    assert _trace == reference, f"{_run} differs"
