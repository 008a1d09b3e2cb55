"""What is said of a worker that would make other results."""

# %% workers
from dataclasses import replace

from galley.problems import BookError
from galley.run.machine import Machine, differences

ours = Machine(
    {"Python": "3.11.7", "torch": "2.13.0", "instructions": "avx2"},
    {"snippets/walk/walk.py": "1f0c", "src/mygpt/model.py": "77ab"},
)
older = replace(ours, facts=ours.facts | {"torch": "2.12.1", "instructions": "aarch64"})
behind = replace(ours, sources={"src/mygpt/model.py": "02e4"})
print(
    BookError(
        differences("tcp://10.0.0.2:40123", older, ours)
        + differences("tcp://10.0.0.3:36249", behind, ours)
    )
)
