"""Three losses as minus the logarithm of a probability."""

# %% minus-logarithms
import torch
import torch.nn.functional as F

y = torch.tensor([3.0, -1.0, 2.0])
guesses = {"first guess": torch.tensor([2.0, 1.0, 2.0]), "all zero": torch.zeros(3)}

print("             normal  squares / 2   Laplace  distances")
for name, y_hat in guesses.items():
    error = y_hat - y
    normal = torch.exp(-(error**2) / 2) / (2 * torch.pi) ** 0.5  # a bell about y_hat
    laplace = torch.exp(-error.abs()) / 2  # a sharper peak, wider tails
    minus_log = [-density.log().sum().item() for density in (normal, laplace)]
    by_loss = [(error**2).sum().item() / 2, error.abs().sum().item()]
    print(f"{name:11}  {minus_log[0]:6.3f}  {by_loss[0]:11.3f}", end="")
    print(f"  {minus_log[1]:8.3f}  {by_loss[1]:9.3f}")

answers, p = torch.tensor([1.0, 0.0, 1.0]), torch.tensor([0.9, 0.2, 0.6])
given = torch.where(answers == 1, p, 1 - p)  # the probability of what happened
print(f"product {given.prod():.4f}, minus its logarithm {-given.prod().log():.4f}")
print("binary cross-entropy, summed         ", end="")
print(f"{F.binary_cross_entropy(p, answers, reduction='sum'):.4f}")

# %% claim: a-constant-apart
_halves = 3 * torch.log(torch.tensor(2 * torch.pi)).item() / 2
assert abs(minus_log[0] - by_loss[0] - _halves) < 1e-4
assert abs(minus_log[1] - by_loss[1] - 3 * torch.log(torch.tensor(2.0)).item()) < 1e-4
_generator = torch.Generator().manual_seed(0)
for _n in (1, 3, 10, 100):
    _y = torch.randn(_n, dtype=torch.float64, generator=_generator)
    for _ in range(5):
        _guess = 2 * torch.randn(_n, dtype=torch.float64, generator=_generator)
        _normal = -torch.distributions.Normal(_guess, 1.0).log_prob(_y).sum()
        _gap = _normal - ((_guess - _y) ** 2).sum() / 2
        assert abs(_gap - _n * torch.log(torch.tensor(2 * torch.pi)) / 2) < 1e-4
        _laplace = -torch.distributions.Laplace(_guess, 1.0).log_prob(_y).sum()
        _gap = _laplace - (_guess - _y).abs().sum()
        assert abs(_gap - _n * torch.log(torch.tensor(2.0))) < 1e-4

# %% claim: cross-entropy-is-the-product
assert (
    abs(-given.prod().log() - F.binary_cross_entropy(p, answers, reduction="sum"))
    < 1e-6
)
_narrow = F.gaussian_nll_loss(torch.zeros(1), torch.zeros(1), torch.tensor([1e-3]))
assert _narrow < -3, "a density may be larger than one"
