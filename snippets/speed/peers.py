"""The same book in the formats of four tools, as it was last measured."""
# reads: pyproject.toml

# %% tools
import json
from pathlib import Path

import galley
from galley import Project

folder = Project.find(Path(galley.__file__).parent).snippets_dir / "speed"
found = json.loads((folder / "peers.json").read_text())
for tool, versions in found["tools"].items():
    print(tool)
    for package, version in versions.items():
        print(f"    {package:15} {version}")

date, rounds = found["date"], found["rounds"]
load = float(found["machine"]["load before"])
programs, pages = found["programs"], found["pages"]

# %% seconds
best, used = {}, {}
print("                 cold  unchanged  edited")
for tool, costs in found["costs"].items():
    best[tool] = {build: min(all_)[0] for build, all_ in costs.items()}
    cold, unchanged, edited = best[tool].values()
    print(f"{tool:15} {cold:5.1f} {unchanged:10.1f} {edited:7.1f}")

# %% processor
print("                 cold  unchanged  edited")
for tool, costs in found["costs"].items():
    used[tool] = {build: min(it[1] for it in all_) for build, all_ in costs.items()}
    cold, unchanged, edited = used[tool].values()
    print(f"{tool:15} {cold:5.1f} {unchanged:10.1f} {edited:7.1f}")


cold_ratio = used["galley"]["cold"] / used["markdown-exec"]["cold"]
keepers = ("galley", "mkdocs-jupyter", "sphinx-gallery")

# %% claim: first-on-the-clock
assert min(best, key=lambda tool: best[tool]["cold"]) == "galley", best
assert 1 < cold_ratio < 1.2, cold_ratio

# %% claim: three-keep-results
for tool in keepers:
    assert used[tool]["unchanged"] < used[tool]["cold"] / 4, tool
assert used["markdown-exec"]["unchanged"] > used["markdown-exec"]["cold"] / 2

# %% claim: edits-are-close
edits = [used[tool]["edited"] for tool in keepers]
assert max(edits) / min(edits) < 4 / 3, edits

# %% refusals
for tool, refused in found["refuses"].items():
    print(f"{tool:15}", " and ".join(refused) or "nothing")

# %% claim: only-galley-refuses-another-output
refuse = {it for it, what in found["refuses"].items() if "another output" in what}
assert refuse == {"galley"}

# %% claim: all-refuse-a-false-assertion
assert all("a false assertion" in it for it in found["refuses"].values())
