"""The second row of a dropout mask, of which two machines once disagreed."""
# varies: on a processor of Intel, other coins may be thrown

# %% two-systems
import torch

reported = {"macOS": [0.0, 0.0], "Linux": [0.0, 0.8966]}  # in 2024

table = torch.zeros(6, 6)
table[1, :2] = torch.tensor([0.5517, 0.4483])
torch.manual_seed(123)
dropped = torch.nn.Dropout(0.5)(table)
here = [round(number, 4) for number in dropped[1, :2].tolist()]
for system, row in reported.items():
    print(f"as it was on {system}: {here == row}")

# %% claim: as-on-macos
assert here == reported["macOS"] != reported["Linux"], here
_other_seeds = set()
for _seed in range(20):  # and 0.8966 is what dropout makes of an entry that it keeps
    torch.manual_seed(_seed)
    _other_seeds.add(round(torch.nn.Dropout(0.5)(table)[1, 1].item(), 4))
assert _other_seeds == {0.0, 0.8966}
