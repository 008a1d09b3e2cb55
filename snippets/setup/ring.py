"""A random number generator small enough for paper: sixteen numbers in a ring."""


# %% ring
def following(number):
    return (5 * number + 3) % 16  # the remainder after division by 16


def draw(seed, count):
    drawn = []
    for _ in range(count):
        seed = following(seed)
        drawn.append(seed)
    return drawn


for seed in (0, 0, 13):
    print(f"seed {seed:2d}:", draw(seed, 5))

# %% claim: as-on-paper
assert draw(0, 4) == [3, 2, 13, 4]

# %% claim: same-seed-same-numbers
for _seed in range(16):
    assert draw(_seed, 64) == draw(_seed, 64)

# %% claim: another-seed-joins-the-same-ring
_ring = draw(0, 16)
for _seed in range(16):
    _next = _ring.index(_seed) + 1
    assert draw(_seed, 16) == _ring[_next:] + _ring[:_next], _seed

# %% whole-ring
print(draw(0, 16))

# %% claim: every-number-once
assert sorted(draw(0, 16)) == list(range(16))
assert draw(0, 32)[16:] == draw(0, 16)

# %% picture
import math

import matplotlib.pyplot as plt

angles = {number: math.tau * i / 16 for i, number in enumerate(draw(0, 16))}


def walk(seed, count, radius, colour, label_at):
    at = [angles[number] for number in [seed, *draw(seed, count)]]
    x = [round(radius * math.sin(angle), 4) for angle in at]
    y = [round(radius * math.cos(angle), 4) for angle in at]
    plt.plot(x, y, color=colour)
    plt.plot(x[1:], y[1:], "o", color=colour)
    plt.text(*label_at, f"seed {seed}", color=colour)


for number, angle in angles.items():
    x, y = round(math.sin(angle), 4), round(math.cos(angle), 4)
    plt.text(x, y, number, ha="center", va="center")
walk(0, 5, 0.84, "C0", label_at=(-0.4, 0.58))
walk(13, 5, 1.16, "C4", label_at=(0.94, 0.96))
plt.axis("equal")
plt.axis("off")
plt.show()

# %% claim: the-walks-overlap
_shared = [n for n in draw(0, 5) if n in draw(13, 5)]
assert _shared == [4, 7], _shared
_after = [draw(_seed, 99)[draw(_seed, 99).index(4) :][:60] for _seed in (0, 13)]
assert _after[0] == _after[1] and _after[0][:2] == [4, 7]
