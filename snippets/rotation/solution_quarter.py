"""Exercise: two more quarter turns."""


# %% quarter
def quarter(pair, places):
    """Turn a pair by a quarter to the left, once for each place."""
    for _ in range(places):
        pair = (-pair[1], pair[0])
    return pair


for m, n in ((3, 1), (2, 0), (2, 1), (1, 2)):
    a, b = quarter((1, 2), m), quarter((2, 0), n)
    print(f"query at {m}: {a}, key at {n}: {b}, score {a[0] * b[0] + a[1] * b[1]}")


# %% claim: the-side-counts
def _score(m, n):
    a, b = quarter((1, 2), m), quarter((2, 0), n)
    return a[0] * b[0] + a[1] * b[1]


assert (quarter((1, 2), 3), quarter((2, 0), 1)) == ((2, -1), (0, 2))
assert _score(3, 1) == _score(2, 0) == -2
assert (_score(2, 1), _score(1, 2)) == (-4, 4)
