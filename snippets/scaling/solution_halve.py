"""How much larger, to halve what is above the floor."""

# %% halve
larger = {}
for name, exponent in (("by hand", 0.5), ("N, Hoffmann", 0.34), ("N, Kaplan", 0.076)):
    larger[name] = 2 ** (1 / exponent)
    print(f"{name:12} {exponent:5.3f}  {larger[name]:8,.1f} times")

# %% claim: four-eight-or-nine-thousand
assert [round(x) for x in list(larger.values())[:2]] == [4, 8], larger
assert 9_000 < larger["N, Kaplan"] < 9_500
