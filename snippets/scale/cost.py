"""What eight billion parameters cost, by a rule of thumb."""

# %% cost
tokens = 15e12  # Llama 3 was trained on about fifteen trillion tokens
parameters = 8e9
operations = 6 * parameters * tokens  # forward 2, backward 4, for each parameter

core = 1e11  # additions and multiplications per second, a hundred thousand million
years = operations / core / (365 * 24 * 3600)
print(f"{operations:.1e} operations, {years:,.0f} years on one core of a laptop")
years_gpu = years / 50  # a laptop's graphics processor does some 5e12 per second

# %% claim: out-of-reach-at-home
assert 100_000 < years < 1_000_000
assert 2_000 < years_gpu < 10_000
