"""From how many experts on does a token use a tenth of a block at most?"""


# %% share
def share(experts, chosen):
    """Return the share of a block that one token uses; all counted in C * C."""
    attention, expert = 4, 8
    return (attention + chosen * expert) / (attention + experts * expert)


for experts in (2, 4, 8, 24, 25, 64):
    print(f"{experts:2} experts, 2 chosen: {share(experts, 2):.3f}")

# %% claim: a-tenth-from-twenty-five
assert share(2, 2) == 1
assert [share(_n, 2) <= 0.1 for _n in (24, 25)] == [False, True]
