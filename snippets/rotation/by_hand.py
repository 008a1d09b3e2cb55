"""A query and a key of two numbers each, turned by a quarter for each place."""


# %% turn
def quarter(pair, places):
    """Turn a pair by a quarter to the left, once for each place."""
    for _ in range(places):
        pair = (-pair[1], pair[0])
    return pair


query, key = (2, 1), (3, 1)
for place in range(5):
    print("place", place, " query", quarter(query, place), " key", quarter(key, place))


# %% scores
def score(m, n):
    """Multiply the query at place m with the key at place n."""
    a, b = quarter(query, m), quarter(key, n)
    return a[0] * b[0] + a[1] * b[1]


for m in range(6):
    print(f"query at {m} ", *[f"{score(m, n):3d}" for n in range(m + 1)])
print("at 7 and 6:", score(7, 6), " at 1007 and 1006:", score(1007, 1006))

# %% claim: same-distance-same-score
near, far = score(7, 6), score(1007, 1006)
assert near == far == -1
_scores = [[score(m, n) for n in range(40)] for m in range(40)]
for _m in range(40):
    for _n in range(40):
        assert _scores[_m][_n] == _scores[(_m - _n) % 4][0]
assert len({score(d, 0) for d in range(4)}) == 4  # four distances, four scores

# %% claim: as-on-paper
assert [quarter(query, n) for n in range(4)] == [(2, 1), (-1, 2), (-2, -1), (1, -2)]
assert [score(d, 0) for d in range(4)] == [7, -1, -7, 1]
assert (score(5, 3), score(3, 1), score(2, 0)) == (-7, -7, -7)

# %% claim: comes-round
assert quarter(query, 4) == query and score(4, 0) == score(0, 0)
