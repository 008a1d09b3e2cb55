"""What a kept result depends on."""

# %% facts
import tempfile
from dataclasses import fields
from pathlib import Path

from galley.child.result import Result
from galley.project import Project
from galley.run.cache import Cache
from galley.source import program

folder = tempfile.TemporaryDirectory(dir=".")
project = Project(Path(folder.name))
print("a key:   ", ", ".join(["name", "text", *Cache(project).facts]))
print("a result:", ", ".join(it.name for it in fields(Result)))

# %% key
walk = program.parse("# %% walk\nimport kit\n", "walk/walk.py", "walk.py")
same = program.parse("# %% walk\nimport kit\n", "walk/walk.py", "walk.py")
changed = program.parse("# %% walk\nimport kit  # one\n", "walk/walk.py", "walk.py")
moved = program.parse("# %% walk\nimport kit\n", "walk/run.py", "run.py")
keys = [Cache(project).key(it) for it in (walk, same, changed, moved)]
print([key == keys[0] for key in keys])

# %% claim: text-and-name-count
assert [key == keys[0] for key in keys] == [True, True, False, False]

# %% reads
kit = project.src_dir / "kit.py"
kit.parent.mkdir()
kit.write_text("size = 1\n")
Cache(project).store(walk, Result())
print("kept:", Cache(project).load(walk) is not None)

kit.write_text("size = 2\n")
print("kept:", Cache(project).load(walk) is not None)
print("why: ", *Cache(project).reasons(walk))

# %% claim: an-input-counts
assert Cache(project).load(walk) is None
kit.write_text("size = 1\n")
assert Cache(project).load(walk) is not None
