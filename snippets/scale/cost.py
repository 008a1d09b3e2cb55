"""What eight billion parameters cost, by a rule of thumb."""

# %% cost
tokens = 15e12  # Llama 3 was trained on about fifteen trillion tokens
parameters = 8e9
operations = 6 * parameters * tokens  # forward 2, backward 4, for each parameter

laptop = 1e11  # additions and multiplications per second, a hundred thousand million
years = operations / laptop / (365 * 24 * 3600)
print(f"{operations:.1e} operations, {years:,.0f} years on a laptop")

# %% claim: out-of-reach-at-home
assert 100_000 < years < 1_000_000
