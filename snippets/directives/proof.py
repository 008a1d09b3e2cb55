"""The examples of this page are on it as they are written, and none is missing."""
# reads: pyproject.toml docs/authors/directives.md

# %% options
from galley.source.directive import CHOICES, OPTIONS

for kind, names in OPTIONS.items():
    for name in names:
        print(f"{kind:5}  {name:6}  {' · '.join(CHOICES.get(name, ['any text']))}")

# %% examples
import re
from pathlib import Path

import galley
from galley.project import Project
from galley.source import page as parts
from galley.source import parser

project = Project.find(Path(galley.__file__).parent)
folder = project.snippets_dir / "directives"
examples = {
    it.name: it.read_text() for it in sorted(folder.iterdir()) if it.suffix == ".md"
}
front = (folder / "front.yml").read_text()
text = (project.docs_dir / "authors/directives.md").read_text()

kinds = {parts.Run: "run", parts.Quote: "quote", parts.Shown: "shown"}
used = {
    (kinds[type(block)], option)
    for example in examples.values()
    for block in parser.parse(example, "", "").parts
    if isinstance(block, parts.Block)
    for option in re.findall(r'([\w-]+)="', example.split("\n")[block.line - 1])
}
print(len(examples), "examples with", len(used), "options")

# %% claim: as-written
assert text.startswith(f"---\n{front}---\n"), "front.yml is not the front matter"
for name, example in examples.items():
    assert f'--8<-- "directives/{name}"' in text, f"{name} is not quoted"
    assert example in text, f"{name} is not used as it is written"

# %% claim: none-missing
there_are = {(kind, name) for kind, names in OPTIONS.items() for name in names}
assert used == there_are, f"without an example: {there_are - used}"
