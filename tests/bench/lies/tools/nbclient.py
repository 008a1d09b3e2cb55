"""nbclient: `jupyter execute` runs a notebook and stores its outputs anew."""

from tests.bench.lies.tool import Tool
from tests.bench.lies.tools.nbval import notebook

TOOL = Tool(
    "nbclient",
    notebook,
    "jupyter execute --inplace doc.ipynb",
    ("doc.ipynb",),
    settings="`--inplace`: outputs are stored anew",
    notes={"sleep": "a limit on demand: `--timeout`"},
)
