"""The targets of the Makefile, as `make help` lists them."""
# reads: pyproject.toml Makefile

# %% targets
import re
from pathlib import Path

import galley
from galley import Project

root = Project.find(Path(galley.__file__).parent).root
makefile = (root / "Makefile").read_text()
targets = dict(re.findall(r"^([a-z-]+):.*## (.+)$", makefile, re.MULTILINE))
for target, what in targets.items():
    print(f"make {target:12} {what}")
