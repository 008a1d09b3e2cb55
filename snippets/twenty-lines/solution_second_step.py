"""The first three turns with plain Python numbers."""

# %% by-formula
hours, score, w = 2.0, 4.0, 1.0
path = [w]
for step in range(1, 4):
    prediction = w * hours
    gradient = 2 * hours * (prediction - score)
    w = w - 0.1 * gradient
    path.append(w)
    print(f"{step}: predicts {prediction:.2f}, gradient {gradient:.2f}, w {w:.3f}")

# %% claim: one-point-nine-six
assert all(
    abs(w - paper) < 1e-9 for w, paper in zip(path, (1, 1.8, 1.96, 1.992), strict=True)
)
