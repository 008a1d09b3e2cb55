"""A curve that is not symmetrical: the cube, at 2."""


# %% cube
def f(x):
    return x * x * x


print("    h   central difference")
for h in (0.1, 0.01, 0.001):
    central = (f(2 + h) - f(2 - h)) / (2 * h)
    print(f"{h:5.3f}  {central:.6f}")

# %% claim: off-by-h-squared
for _h in (1, 0.1, 0.01, 0.001):
    for _x in (2, -3, 0.5, 7):
        _central = (f(_x + _h) - f(_x - _h)) / (2 * _h)
        assert abs(_central - (3 * _x**2 + _h**2)) < 1e-9, (_x, _h)
assert abs(central - (12 + 0.001**2)) < 1e-9
