"""nbmake: a notebook's cells have to run, under pytest."""

from tests.bench.lies.tool import Tool
from tests.bench.lies.tools.nbval import notebook

TOOL = Tool(
    "nbmake",
    notebook,
    "pytest --nbmake doc.ipynb",
    ("doc.ipynb",),
    limit=300,
    lowered="pytest --nbmake --nbmake-timeout=5 doc.ipynb",
    notes={
        "digit": "writes the outputs anew on demand: `--overwrite`",
        "sleep": "the limit is 300 s; tried with `--nbmake-timeout=5`",
    },
)
