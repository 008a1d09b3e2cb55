"""What builds of growing books cost, as they were last measured."""
# reads: pyproject.toml

# %% measured
import json
from pathlib import Path

import galley
from galley import Project

folder = Project.find(Path(galley.__file__).parent).snippets_dir / "speed"
found = json.loads((folder / "growth.json").read_text())
for name, fact in {**found["machine"], **found["versions"]}.items():
    print(f"{name:16} {fact}")

date, cores = found["date"], found["machine"]["cores"]
load = float(found["machine"]["load before"])
books = found["books"]
of = {it["programs"]: it for it in books}
forty, middle, large = of[40], of[100], of[1000]


# %% seconds
def show(measure, digits):
    """Print a row for each book, and a column for each build."""
    print("programs  pages", *(f"{it:>12}" for it in large[measure]))
    for it in books:
        row = (f"{value:12.{digits}f}" for value in it[measure].values())
        print(f"{it['programs']:8d}  {it['pages']:5d}", *row)


show("seconds", 1)

# %% processor
for it in books:
    it["each"] = {
        build: 1000 * used / it["programs"] for build, used in it["processor"].items()
    }
show("each", 0)


def further(build):
    """Time that one more program adds to a book of 100, in milliseconds."""
    more = large["processor"][build] - middle["processor"][build]
    return 1000 * more / (large["programs"] - middle["programs"])


cold_further, unchanged_further = further("cold"), further("unchanged")
alone_further = further("MkDocs alone")
edit_further = middle["processor"]["edited"] - middle["processor"]["unchanged"]
edit_programs = 1000 * edit_further / cold_further

# %% claim: time-per-program-falls
for build in large["each"]:
    times = [it["each"][build] for it in books]
    assert times == sorted(times, reverse=True), f"{build}: {times}"

# %% claim: an-edit-is-dear
for it in books:
    more = it["processor"]["edited"] - it["processor"]["unchanged"]
    assert more > 10 * cold_further / 1000, more

# %% waits
show("waits", 2)
prose_wait, program_wait = forty["waits"]["prose"], forty["waits"]["program"]
more = large["programs"] - forty["programs"]
program_more = 1000 * (large["waits"]["program"] - program_wait) / more
thousand_wait = large["waits"]["program"]

# %% claim: within-a-second
assert prose_wait <= 0.5, prose_wait
assert program_wait <= 1.0, program_wait
assert thousand_wait <= 1.5, thousand_wait

# %% memory
show("megabytes", 0)


def grows(build):
    """How much more memory 1,000 programs need than 100."""
    return large["megabytes"][build] / middle["megabytes"][build]


cold_grows, unchanged_grows = grows("cold"), grows("unchanged")
alone_grows = grows("MkDocs alone")
unchanged_share = large["megabytes"]["unchanged"] / large["megabytes"]["cold"]

# %% claim: memory-is-flat
assert cold_grows <= 1.3, cold_grows

# %% claim: most-is-for-running
assert all(it["megabytes"]["unchanged"] < it["megabytes"]["cold"] / 2 for it in books)

# %% picture
import matplotlib.pyplot as plt

programs = [it["programs"] for it in books]
figure, (above, below) = plt.subplots(2, 1, figsize=(5.2, 5.2), sharex=True)
for build, colour in {"cold": "C0", "unchanged": "C4", "MkDocs alone": "0.5"}.items():
    times = [it["each"][build] for it in books]
    above.loglog(programs, times, "o-", color=colour, label=build)
    memory = [it["megabytes"][build] for it in books]
    below.semilogx(programs, memory, "o-", color=colour, label=build)
above.set_ylabel("milliseconds per program")
above.legend()
below.set_ylabel("peak memory, MB")
below.set_ylim(bottom=0)
below.set_xlabel("programs of the book")
plt.show()
