"""The best size for a budget, by two fits to the same runs."""

# %% best
fits = {  # E, A, alpha, B, beta
    "Hoffmann 2022": (1.69, 406.4, 0.34, 410.7, 0.28),
    "Besiroglu 2024": (1.8172, 482.01, 0.3478, 2085.43, 0.3658),
}
C = 6 * 8e9 * 15e12  # the operations of Llama 3 8B
ratios, ends = {}, {}
for name, (E, A, a, B, b) in fits.items():
    N = (a * A / (b * B)) ** (1 / (a + b)) * (C / 6) ** (b / (a + b))
    D = C / 6 / N
    ratios[name] = D / N
    ends[name] = [E + A / n**a + B / (C / 6 / n) ** b for n in (N, 8e9)]
    print(f"{name:14}  {N / 1e9:.0f} billion, {D / 1e12:.1f} trillion tokens,", end="")
    print(
        f" {D / N:.0f} for each; loss {ends[name][0]:.3f}, with 8e9 {ends[name][1]:.3f}"
    )

# %% claim: five-times-apart
_first, _second = ratios.values()
assert _first > 5 * _second > 75, ratios
assert all(0 < at_8 - least < 0.06 for least, at_8 in ends.values())
_E, _A, _a, _B, _b = fits["Hoffmann 2022"]
_loss = [_E + _A / n**_a + _B / (C / 6 / n) ** _b for n in (3e10, 5e10, 1e11, 3e11)]
assert min(_loss) >= ends["Hoffmann 2022"][0]
