"""How long reading the training text would take."""

# %% reading
words = 15e12 * 0.75  # about three words for four tokens
years = words / 250 / 60 / 24 / 365  # 250 words a minute, day and night
print(f"{years:,.0f} years")

# %% claim: tens-of-thousands-of-years
assert 10_000 < years < 100_000
