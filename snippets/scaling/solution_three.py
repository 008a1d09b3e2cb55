"""Three losses that leave a floor behind, and what two of them would say."""

# %% three
import math

first, second, third = 4.0, 2.0, 4 / 3
floor = (first * third - second**2) / (first + third - 2 * second)
ratio = (first - floor) / (second - floor)
alpha = math.log(ratio) / math.log(9)
fourth = floor + (third - floor) / ratio
print(f"floor {floor:.3f}  exponent {alpha:.3f}  the fourth {fourth:.3f}")
print(f"without a floor, the third: {second * second / first:.3f}")

# %% claim: below-the-floor-soon
assert math.isclose(floor, 1) and math.isclose(alpha, 0.5)
assert math.isclose(fourth, 10 / 9)
_straight = second * second / first
assert _straight < third and _straight * second / first < floor
