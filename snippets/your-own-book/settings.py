"""Every setting of a book, as the engine itself says it."""

# %% settings
import ast
import inspect
from dataclasses import fields
from itertools import pairwise

from galley import Project

source = ast.parse(inspect.getsource(Project)).body[0].body
said = {
    before.target.id: " ".join(after.value.value.split())
    for before, after in pairwise(source)
    if isinstance(before, ast.AnnAssign) and isinstance(after, ast.Expr)
}
names = [it.name for it in fields(Project) if it.name != "root"]
for name in names:
    print(f"{name:15} {said.get(name, 'A folder, relative to pyproject.toml.')}")

# %% extensions
from galley.mkdocs.needs import EXTENSIONS

for name, settings in EXTENSIONS.items():
    print(f"- {name}" + (f": {settings}" if settings else ""))
