"""AdamW and Muon on the toy language, each at four rates and from three starts."""

# %% models
import torch
from torch import Tensor
from torch.func import functional_call, grad_and_value, stack_module_state, vmap

from mygpt import set_seed
from mygpt.data import batches
from mygpt.language import SENTENCES, best_loss, sample_stream, to_rows
from mygpt.model import GPT, GPTConfig
from mygpt.train import next_token_loss

torch.set_default_dtype(torch.float64)
config = GPTConfig(vocab_size=17, context=16, width=24, heads=1)
shape = GPT(config)
stream, starts = sample_stream(500, torch.Generator().manual_seed(0))


def loss_of(parameters: dict[str, Tensor], inputs: Tensor, targets: Tensor) -> Tensor:
    """Compute the loss of one model whose parameters are given."""
    return next_token_loss(
        lambda ids: functional_call(shape, parameters, (ids,)), inputs, targets
    )


# %% steps
def newton_schulz(X: Tensor) -> Tensor:
    """Bring all singular values near 1: (…, n, m)."""
    tall = X.shape[-2] > X.shape[-1]
    X = X.mT if tall else X
    X = X / X.norm(dim=(-2, -1), keepdim=True)
    for _ in range(5):
        A = X @ X.mT
        X = 3.4445 * X + (-4.7750 * A + 2.0315 * A @ A) @ X
    return X.mT if tall else X


def adam_step(grad: Tensor, state: dict, t: int) -> Tensor:
    m = state["m"] = 0.9 * state.get("m", 0.0) + 0.1 * grad
    v = state["v"] = 0.999 * state.get("v", 0.0) + 0.001 * grad**2
    return (m / (1 - 0.9**t)) / ((v / (1 - 0.999**t)).sqrt() + 1e-8)


def muon_step(grad: Tensor, state: dict) -> Tensor:
    m = state["m"] = 0.95 * state.get("m", 0.0) + 0.05 * grad
    tall = max(1.0, grad.shape[-2] / grad.shape[-1]) ** 0.5
    return tall * newton_schulz(0.95 * m + 0.05 * grad)


# %% sweep
SEEDS = 3


def sweep(method: str, rates: list[float], steps: int = 60) -> Tensor:
    """Train all at once; return the losses on the language, (seeds, rates)."""
    models = []
    for seed in range(SEEDS):
        set_seed(seed)
        models += [GPT(config)] * len(rates)  # the same start for each rate
    parameters = {k: p.detach() for k, p in stack_module_state(models)[0].items()}
    lr, states = torch.tensor(rates).repeat(SEEDS), {name: {} for name in parameters}
    slopes = vmap(grad_and_value(loss_of), in_dims=(0, None, None))
    chance = torch.Generator().manual_seed(1)
    for t, pair in enumerate(batches(stream, 16, 16, steps, chance, starts), 1):
        for name, grad in slopes(parameters, *pair)[0].items():
            each = lr.view(-1, *[1] * (grad.ndim - 1))
            if method == "Muon" and "blocks" in name and grad.ndim == 3:
                step = each * muon_step(grad, states[name])
            else:  # Muon leaves the rest to Adam, at its best rate
                own = each if method == "AdamW" else 0.01
                step = own * adam_step(grad, states[name], t)
            parameters[name] = parameters[name] - step
    losses = vmap(loss_of, in_dims=(0, None, None))(parameters, *to_rows(SENTENCES))
    return losses.view(SEEDS, len(rates))


# %% run
tried = {"AdamW": [0.005, 0.01, 0.02, 0.04], "Muon": [0.01, 0.02, 0.04, 0.08]}
floor = best_loss(None)
above = {method: sweep(method, rates) - floor for method, rates in tried.items()}
for method, rates in tried.items():
    for rate, gaps in zip(rates, above[method].T, strict=True):
        print(f"{method:5}  rate {rate:.3f}  above the floor", end="")
        print(f"  {gaps.min():.2f} to {gaps.max():.2f}, mean {gaps.mean():.2f}")

# %% claim: lower-from-each-start
best = {method: gaps.mean(dim=0).argmin().item() for method, gaps in above.items()}
adamw, muon = (above[method][:, best[method]] for method in tried)
mean_adamw, mean_muon = adamw.mean().item(), muon.mean().item()
assert muon.max() < adamw.min() and mean_muon < mean_adamw / 2, (adamw, muon)
assert muon.shape == (3,) and len(set(adamw.tolist())) == 3
assert all(0 < place < 3 for place in best.values()), best  # not at the edge

# %% claim: at-three-rates-of-four
_lower = (above["Muon"].amax(dim=0) < above["AdamW"].min()).tolist()
assert _lower == [True, True, True, False], _lower

# %% longer
longer = sweep("AdamW", [0.01], steps=90) - floor
print(f"AdamW with 90 steps: {longer.min():.2f} to {longer.max():.2f}")

# %% claim: also-against-more-steps
mean_longer = longer.mean().item()
assert 1.5 * mean_muon < mean_longer < mean_adamw, (mean_longer, mean_adamw)
assert longer.min() < muon.max() < longer.max(), (muon, longer)
assert longer.shape == (3, 1)

# %% picture
import matplotlib.pyplot as plt

for (method, rates), colour in zip(tried.items(), ("C5", "C0"), strict=True):
    gaps = above[method].mul(100).round().div(100)
    plt.semilogx(rates, gaps.mean(dim=0), color=colour, label=method)
    for row in gaps:
        plt.semilogx(rates, row, ".", color=colour)
plt.ylim(0, 0.2)
plt.xlabel("learning rate")
plt.ylabel("nats above the floor")
plt.legend()
plt.show()
