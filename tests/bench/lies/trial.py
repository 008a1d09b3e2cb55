"""Runs a tool on a document, in a folder of its own."""

import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.bench.lies import environment, published
from tests.bench.lies.document import TRUE, Document
from tests.bench.lies.lies import SECONDS, Lie
from tests.bench.lies.tool import Tool

PATIENCE = 120
"""Seconds after which a run is ended from outside; no block sleeps as long."""
UNLIMITED = 3
"""Seconds that a block sleeps where no limit is documented."""
LOWERED = 10
"""The limit in seconds that `Tool.lowered` sets, or more."""
_LATER = 4
"""Seconds that a block sleeps beyond a limit."""
_NETWORK = ("NODE_EXTRA_CA_CERTS",)
"""What a machine needs for npm, with which galley fetches KaTeX once."""


@dataclass(frozen=True)
class Run:
    """What came of one run."""

    code: int | None
    """The exit code; None: it was ended from outside."""
    last: str
    """The last line that was said."""
    ran: bool
    """Whether the traced block left its trace."""
    text: str
    """All that a reader sees, without marks."""
    pictures: frozenset[str]


class Bench:
    """The folder in which one tool works; every run finds it as it was."""

    def __init__(self, tool: Tool) -> None:
        """Install the tool, where it is missing."""
        self.tool, self._venv = tool, environment.install(tool)
        self._room = tempfile.TemporaryDirectory(prefix="lies-")
        self._home = Path(self._room.name)
        self._base, self._work = self._home / "base", self._home / "work"

    def begin(self) -> Run:
        """Accept and run the true document; what is then there, later runs find."""
        for folder in (self._work, self._home / "home"):
            folder.mkdir()
        self._write(TRUE)
        if self.tool.accept:
            accepted = self._run(self.tool.accept)
            if accepted.code != 0:
                return accepted
        done = self._run(self.tool.command)
        self._work.rename(self._base)
        return done

    def tell(self, lie: Lie, control: bool = False) -> Run:
        """Run the document with a lie in it, or with what is like it and true."""
        edit = lie.control if control and lie.control else lie.edit
        shutil.rmtree(self._work, ignore_errors=True)
        shutil.copytree(self._base, self._work, symlinks=True)
        seconds, command = UNLIMITED, self.tool.command
        if lie.sleeps and self.tool.lowered:
            seconds, command = LOWERED + _LATER, self.tool.lowered
        elif self.tool.limit:
            seconds = self.tool.limit + _LATER
        self._write(edit(TRUE), seconds)
        return self._run(command)

    def said(self) -> str:
        """Give the end of what the last run has said, wherever it was."""
        text = (self._home / "log").read_text(errors="replace")[-3000:]
        return text.replace(str(self._work), "…")

    def _write(self, document: Document, seconds: int = 0) -> None:
        """Write what has changed, and nothing else."""
        for name, content in self.tool.render(document).items():
            path = self._work / name
            if callable(content):  # edits what the tool has accepted
                if not path.is_file():
                    continue
                content = content(path.read_text())
            data = content if isinstance(content, bytes) else content.encode()
            data = data.replace(SECONDS.encode(), str(seconds).encode())
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.is_file() or path.read_bytes() != data:
                path.write_bytes(data)
        environment.put_package(self._venv, *document.package)

    def _run(self, command: str) -> Run:
        ran, log = self._home / "ran", self._home / "log"
        ran.unlink(missing_ok=True)
        with log.open("w") as said:
            process = subprocess.Popen(
                ["bash", "-c", command],
                cwd=self._work,
                env=self._variables(ran),
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            try:
                code = process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                code = None
            with suppress(ProcessLookupError):  # servers may have been left behind
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        lines = [it.strip() for it in self.said().splitlines() if it.strip()]
        text, pictures = self._published()
        return Run(code, (lines or [""])[-1][:160], ran.exists(), text, pictures)

    def _published(self) -> tuple[str, frozenset[str]]:
        """Read all that a reader gets to see."""
        texts, pictures = [], set()
        for pattern in self.tool.published:
            for path in sorted(filter(Path.is_file, self._work.glob(pattern))):
                if path.suffix == ".png":
                    pictures.add(hashlib.sha256(path.read_bytes()).hexdigest())
                    continue
                source = path.read_text(errors="replace")
                texts.append(published.text(path.suffix, source))
                pictures |= published.pictures(source)
        return "\n".join(texts), frozenset(pictures)

    def _variables(self, ran: Path) -> dict[str, str]:
        """Give the tool its own environment, and nothing of the bench's."""
        return {
            **{name: os.environ[name] for name in _NETWORK if name in os.environ},
            "npm_config_userconfig": str(Path.home() / ".npmrc"),
            "PATH": f"{self._venv}/bin:/usr/local/bin:/usr/bin:/bin",
            "HOME": str(self._home / "home"),
            "PYTHONPATH": str(self._work),
            "PYTHONDONTWRITEBYTECODE": "1",
            "MPLCONFIGDIR": str(self._venv.parent / "matplotlib"),
            "LANG": "C.UTF-8",
            "NO_COLOR": "1",
            "NO_MKDOCS_2_WARNING": "1",
            "RAN": str(ran),
        }
