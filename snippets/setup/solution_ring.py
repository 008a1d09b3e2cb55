"""A ring with a bad rule: it comes back too soon."""

# %% seed-nine
rules = {
    "5n + 3": lambda n: (5 * n + 3) % 16,
    "6n + 2": lambda n: (6 * n + 2) % 16,
}
for rule, following in rules.items():
    number, drawn = 9, []
    for _ in range(8):
        number = following(number)
        drawn.append(number)
    print(f"{rule}: {drawn}")

# %% claim: five-n-plus-three-from-nine
_number, _drawn = 9, []
for _ in range(4):
    _number = rules["5n + 3"](_number)
    _drawn.append(_number)
assert _drawn == [0, 3, 2, 13]

# %% claim: the-bad-rule-gets-stuck
assert drawn[3:] == [6] * 5 and drawn[2] != 6, drawn
