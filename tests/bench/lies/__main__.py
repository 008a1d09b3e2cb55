"""Tells every lie to every tool, and keeps what came of it for the book's page."""

import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import distributions
from pathlib import Path
from platform import python_version

from tests.bench.lies.environment import CACHE, ROOT, install, packages
from tests.bench.lies.lies import GROUPS, LIES
from tests.bench.lies.tool import Tool
from tests.bench.lies.tools import TOOLS
from tests.bench.lies.trial import Bench, Run
from tests.bench.lies.verdict import WORDS, verdict

KEPT = ROOT / "snippets" / "lies" / "table.json"
JOBS = int(os.environ.get("JOBS", "2"))
"""Tools that are tried at the same time."""
Row = dict[str, object]


def tried(tool: Tool, keys: list[str]) -> Row:
    """Tell a tool these lies, one at a time."""
    began = time.monotonic()
    bench = Bench(tool)
    true = bench.begin()
    if true.code != 0:
        print(f"{tool.name}: the true document is not green\n{bench.said()}")
        return {}
    cells: dict[str, dict[str, object]] = {}
    anew = False
    """Whether the tool makes outputs anew."""
    for key in keys:
        lie = LIES[key]
        run = bench.tell(lie)
        if lie.truth and anew and verdict(lie, true, run, None) == "P":
            run = bench.tell(lie)  # a kernel on a busy machine may lose an output
        again = lie.control is not None and run.code != 0
        control = bench.tell(lie, control=True) if again else None
        cells[key] = _fact(run) | {"is": verdict(lie, true, run, control)}
        anew |= key == "digit" and cells[key]["is"] == "A"
        cells[key] |= {"ran": run.ran} if lie.traced and not tool.ours else {}
    took = f"{time.monotonic() - began:4.0f} s"
    print(f"{tool.name:26}", took, *(it["is"] for it in cells.values()), flush=True)
    return {
        "version": _version(packages(install(tool)), tool.package),
        "command": tool.command,
        "settings": tool.settings,
        "notes": dict(tool.notes),
        "true": _fact(true),
        "lies": cells,
    }


def _fact(run: Run) -> dict[str, object]:
    return {"code": run.code, "last": run.last}


def _version(packages: Path, name: str) -> str:
    found = distributions(name=name, path=[str(packages)])
    return next((it.version for it in found), python_version())


def table(rows: dict[str, Row]) -> dict[str, object]:
    """Put together what the page reads."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "python": python_version(),
        "verdicts": WORDS,
        "groups": {name: [it.key for it in lies] for name, lies in GROUPS.items()},
        "titles": {key: lie.title for key, lie in LIES.items()},
        "tools": rows,
    }


def main() -> None:
    """Try the tools and lies that are named, or all."""
    names, only = [], []
    for it in sys.argv[1:]:
        (only if it in LIES else names).append(it)
    tools = [it for it in TOOLS if not names or it.name in names]
    store = CACHE / "rows"
    store.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(JOBS) as pool:
        found = pool.map(partial(tried, keys=only or list(LIES)), tools)
        for tool, row in zip(tools, found, strict=True):
            kept = store / f"{tool.name}.json"
            if only and kept.is_file():
                had = json.loads(kept.read_text())
                row = had | {"lies": had["lies"] | row["lies"]}
            kept.write_text(json.dumps(row))
    files = {it.name: store / f"{it.name}.json" for it in TOOLS}
    rows = {k: json.loads(f.read_text()) for k, f in files.items() if f.is_file()}
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.write_text(json.dumps(table(rows), indent=1, ensure_ascii=False) + "\n")
    print(f"written to {KEPT.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
