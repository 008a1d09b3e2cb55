"""The same word at every place: a table of positions added, and a rotation."""

# %% scores
import torch

from mygpt.rotary import rotate

T, D = 12, 2
query = torch.tensor([[2.0, 1.0]], dtype=torch.float64).repeat(T, 1)  # at every place
key = torch.tensor([[3.0, 1.0]], dtype=torch.float64).repeat(T, 1)
chance = torch.Generator().manual_seed(0)
table = torch.randn(T, D, dtype=torch.float64, generator=chance)  # a row for each place
added = (query + table) @ (key + table).T  # (T, D) @ (D, T) -> (T, T)
turned = rotate(query) @ rotate(key).T  # by one radian for each place

for name, scores in (("added", added), ("turned", turned)):
    three_apart = scores.diagonal(-3).tolist()  # key three places before the query
    print(f"{name:6}", *[f"{score:5.1f}" for score in three_apart])


# %% claim: along-the-diagonals
def _spread(scores):
    diagonals = [scores.diagonal(d) for d in range(2 - T, T - 1)]
    return [(it.max() - it.min()).item() for it in diagonals]


assert min(_spread(added)) > 1, _spread(added)
assert max(_spread(turned)) < 1e-13, _spread(turned)

# %% data: walk
_hands, _hand = rotate(query).tolist(), rotate(key).tolist()
_kinds = {"added": "extra", "turned": "model"}
_lines = {"added": added.diagonal(-3).tolist(), "turned": turned.diagonal(-3).tolist()}
walk = {
    "control": "place of the key",
    "panels": [
        {
            "title": "query and key, turned",
            "xlabel": "first number",
            "ylabel": "second number",
            "xlim": [-4, 4],
            "ylim": [-4, 4],
            "marks": [],
        },
        {
            "title": "their score, three places apart",
            "xlabel": "place of the key",
            "ylabel": "score",
            "xlim": [-0.5, 8.5],
            "ylim": [-8, 16],
            "marks": [],
        },
    ],
    "frames": [
        {
            "name": str(n),
            "note": f"query at {n + 3}, key at {n}: turned {_lines['turned'][n]:.1f}, "
            f"added {_lines['added'][n]:.1f}",
            "marks": [
                [
                    {
                        "kind": "arrow",
                        "role": role,
                        "label": label,
                        "x": [0, round(tip[0], 3)],
                        "y": [0, round(tip[1], 3)],
                    }
                    for label, role, tip in (
                        ("query", "model", _hands[n + 3]),
                        ("key", "data", _hand[n]),
                    )
                ],
                [
                    {
                        "kind": "line",
                        "role": _kinds[name],
                        "label": name,
                        "x": list(range(n + 2)),
                        "y": [round(it, 3) for it in _lines[name][: n + 2]],
                    }
                    for name in ("added", "turned")
                ],
            ],
        }
        for n in range(T - 4)
    ],
    "start": 1,
}

# %% picture
import matplotlib.pyplot as plt

figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3.2))
for axes, scores, name in ((left, added, "added"), (right, turned, "turned")):
    axes.imshow(scores, cmap="Greys", vmin=-8, vmax=16)
    axes.set_title(name)
    axes.set_xlabel("place of the key")
left.set_ylabel("place of the query")
plt.show()
