"""What came of each lie in the hands of each tool, as it was last tried."""
# reads: pyproject.toml docs/authors/lies.md

# %% tools
import json
from pathlib import Path

import galley
from galley import Project

project = Project.find(Path(galley.__file__).parent)
found = json.loads((project.snippets_dir / "lies" / "table.json").read_text())
tools, groups = found["tools"], found["groups"]
for name, tool in tools.items():
    print(f"{name:25} {tool['version']:7} {tool['command']}")

date, python = found["date"], found["python"]
number, lies = len(tools), len(found["titles"])

# %% counts
said = {
    name: {key: cell["is"] for key, cell in tool["lies"].items()}
    for name, tool in tools.items()
}
count = {
    name: {letter: list(row.values()).count(letter) for letter in "SAPUR"}
    for name, row in said.items()
}


def who(key, letters):
    """Name the tools of which a lie has one of these letters."""
    return {name for name, row in said.items() if row[key] in letters}


print(f"{'':25} seen  anew  passed  unrun  refused")
for name, of in count.items():
    seen, anew, passed, unrun, refused = of.values()
    print(f"{name:25} {seen:4} {anew:5} {passed:7} {unrun:6} {refused:8}")

# %% written
WORDS = {
    "S": "**seen**",
    "A": "anew",
    "P": "*passed*",
    "U": "***unrun***",
    "R": "refused",
}


def anchor(name):
    """Name the place on the page where a tool is described."""
    return name.lower().replace(",", "").replace(" ", "-")


def table(keys):
    """Write the table of some lies: a row for each tool."""
    rows = [f"| Tool | {' | '.join(keys)} |", "|---" * (len(keys) + 1) + "|"]
    for name, row in said.items():
        cells = " | ".join(WORDS[row[key]] for key in keys)
        rows.append(f"| [{name}](#{anchor(name)}) | {cells} |")
    return "\n".join(rows) + "\n"


# %% options
for name, tool in tools.items():
    for key, note in tool["notes"].items():
        print(f"{name}, {key}: {note}")

# %% claim: as-measured
_text = (project.docs_dir / "authors/lies.md").read_text()
for _group, _keys in groups.items():
    assert table(_keys) in _text, table(_keys)

# %% claim: true-is-green
assert [tool["true"]["code"] for tool in tools.values()] == [0] * number

# %% claim: a-false-assertion-is-seen
assert who("false", "S") == set(tools)

# %% claim: a-digit
assert who("digit", "P") == {"pytest-markdown-docs", "mktestdocs", "nbmake"}
assert who("digit", "SAP") == set(tools)

# %% claim: past-print
_seen = {"byexample", "pytest-codeblocks, wrapped", "galley"}
assert who("descriptor", "S") == who("child", "S") == _seen

# %% claim: an-exit-is-green
assert who("exit", "P") == {
    "xdoctest",
    "papermill",
    "markdown-exec",
    "Sphinx-Gallery",
}

# %% claim: nothing-and-nan
assert who("empty", "S") == who("nan", "S") == {"galley"}

# %% claim: aside-and-untied
assert who("untied", "P") == set(tools)
assert who("aside", "P") == set(tools) - {"galley"}

# %% claim: words
assert who("claim", "S") == who("alt", "S") == {"galley"}
assert who("claim", "P") == who("alt", "P") == set(tools) - {"galley"}

# %% claim: every-form
_forms = groups["A false block is written in another form"]
_all = {name for name, row in said.items() if all(row[it] == "S" for it in _forms)}
assert _all == {"doctest", "pytest-codeblocks, wrapped", "galley"}

# %% claim: stale
_stale = {"mkdocs-jupyter", "Jupyter Book 2", "Sphinx-Gallery", "MyST-NB"}
assert who("file", "P") == {*_stale, "pytest-markdown-docs", "mktestdocs", "nbmake"}

# %% claim: limits
_limit = {"byexample", "nbval", "nbmake", "MyST-NB"}
assert who("sleep", "S") == {*_limit, "pytest-codeblocks, wrapped", "galley"}

# %% claim: ours-is-blind
assert {key for key, it in said["galley"].items() if it in "PU"} == {"edited", "untied"}
