"""What the execution counts of a saved notebook tell by themselves."""

# %% counts
import json

NOTEBOOK = """{"cells": [
    {"cell_type": "markdown", "source": ["# Hours and scores"]},
    {"cell_type": "code", "execution_count": 2, "source": ["w = 1.0"]},
    {"cell_type": "code", "execution_count": 8, "source": ["p = w * x"]},
    {"cell_type": "code", "execution_count": 9, "source": ["loss = (p - y) ** 2"]},
    {"cell_type": "code", "execution_count": 7, "source": ["g = 0.0"]},
    {"cell_type": "code", "execution_count": null, "source": ["print(w)"]}
]}"""


def report(text):
    cells = [c for c in json.loads(text)["cells"] if c["cell_type"] == "code"]
    counts = [cell["execution_count"] for cell in cells]
    ran = [count for count in counts if count is not None]
    return {
        "never run": counts.count(None),
        "out of order": ran != sorted(ran),
        "runs without output here": sorted(set(range(1, max(ran))) - set(ran)),
    }


for question, answer in report(NOTEBOOK).items():
    print(f"{question}: {answer}")

# %% claim: four-things
_report = report(NOTEBOOK)
assert _report["never run"] == 1 and _report["out of order"]
assert _report["runs without output here"] == [1, 3, 4, 5, 6]
_honest = NOTEBOOK.replace("8,", "3,").replace("9,", "4,").replace("7,", "5,")
assert not report(_honest)["out of order"]
