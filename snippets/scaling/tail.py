"""Why a power law: facts that are ever rarer, and a reader who keeps each one."""

# %% tail
import math

import torch


def unread(people: int, n: int) -> float:
    """Compute the expected share of facts of which n sentences say nothing."""
    share = torch.arange(1, people + 1).double() ** -1.5
    share = share / share.sum()
    return (share @ (1 - share / 2) ** n).item()  # two facts about each person


parts = {people: [] for people in (576, 1_000_000)}
for n in (100, 400, 1_600, 6_400, 25_600, 102_400):
    for part, people in zip(parts.values(), parts, strict=True):
        part.append(unread(people, n))
    print(f"{n:7,} sentences", " ".join(f"{part[-1]:9.4f}" for part in parts.values()))

ours, endless = (
    [math.log(part[i] / part[i + 1], 4) for i in range(5)] for part in parts.values()
)
print("exponents, ours:   ", " ".join(f"{slope:.2f}" for slope in ours))
print("exponents, endless:", " ".join(f"{slope:.2f}" for slope in endless))

# %% claim: a-third-until-the-tail-ends
assert max(abs(slope - 1 / 3) for slope in endless) < 0.03, endless
assert ours == sorted(ours) and ours[0] < 0.45 and ours[-1] > 1, ours
assert list(parts) == [24 * 24, 1_000_000]
