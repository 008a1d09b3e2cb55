"""Nothing that a program does reaches the book, another program, or the network.

Each way is a program that tries and does not care. With a room it fails whatever it
is; without one, the ways through Python's own functions fail.
"""

import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from galley.child import fork_server, kernel
from galley.child.result import Result
from galley.project import Project
from galley.run.executor import Executor
from galley.source.program import parse

HEAD = """# %% it
import contextlib
import ctypes
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

here = Path(__file__).parent
book = here.parents[1]
libc = ctypes.CDLL(None)


def sh(command):
    subprocess.run(["sh", "-c", command], check=False, capture_output=True)


with contextlib.suppress(OSError):
    """

# Ways that Python sees, and ways around it.
SEEN = {
    "rmtree": "shutil.rmtree(book / 'snippets/v')",
    "truncate": "os.truncate(book / 'docs/v.md', 0)",
    "chmod": "os.chmod(book / 'docs/v.md', 0o777)",
    "utime": "os.utime(book / 'docs/v.md', (1, 1))",
    "dir_fd": "os.unlink('v.md', dir_fd=os.open(book / 'docs', os.O_RDONLY))",
    "from above": "fd = os.open('/', os.O_RDONLY); os.unlink(str(book / "
    "'docs/v.md')[1:], dir_fd=fd)",
    "open with dir_fd": "fd = os.open('/', os.O_RDONLY); os.open(str(book / "
    "'docs/v.md')[1:], os.O_WRONLY | os.O_TRUNC, dir_fd=fd)",
    "rename": "os.rename(book / 'docs/v.md', 'v.md')",
    "link": "os.link(book / 'docs/v.md', 'v.md'); open('v.md', 'w')",
    "symlink": "os.symlink(book / 'docs/v.md', 'v.md'); open('v.md', 'w')",
    "symlinked folder": "os.symlink(book, 'b'); open('b/docs/v.md', 'w')",
    "kept results": "shutil.rmtree(book / '.cache')",
    "git": "open(book / '.git/hooks', 'w')",
    "environment": "open(Path(sys.prefix, 'v.txt'), 'w')",
    "home": "open(book.parent / 'mine.txt', 'w')",
    "root of /proc": "open('/proc/self/root' + str(book / 'docs/v.md'), 'w')",
}
UNSEEN = {
    "child removes": "sh(f'rm -rf {book}/docs')",
    "child writes": "sh(f'echo > {book}/docs/v.md')",
    "child touches": "sh(f'touch -d 1999-01-01 {book}/docs/v.md')",
    "child in the root of /proc": "sh(f'rm /proc/1/root{book}/docs/v.md')",
    "compiled": "libc.unlink(os.fsencode(book / 'docs/v.md'))",
    "mounts": "sh(f'unshare -Urm mount -o remount,rw,bind {book}; rm -r {book}/*')",
}
BOOK = {
    "pyproject.toml": "[tool.galley]\nworkers = 2\nmemory_limit = 0.3\n",
    "docs/v.md": "# V\n",
    "snippets/v/notes.txt": "notes",
    ".cache/other": "kept",
    ".git/hooks": "hooks",
}


def made(root: Path) -> Project:
    for name, text in BOOK.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return Project.find(root)


def tree(root: Path) -> dict[str, tuple[int, float, bytes]]:
    """Look at all files, but those that a warm parent has there."""
    return {
        str(it.relative_to(root)): (
            it.stat().st_mode,
            it.stat().st_mtime,
            it.read_bytes(),
        )
        for it in sorted(root.rglob("*"))
        if it.is_file() and ".cache/galley" not in str(it)
    }


def run(
    project: Project, executor: Executor, sources: Mapping[str, str]
) -> dict[str, Result]:
    texts = {name: f"{HEAD}{source}\n" for name, source in sources.items()}
    programs = [parse(text, f"x/{name}.py", name) for name, text in texts.items()]
    (project.snippets_dir / "x").mkdir(exist_ok=True)
    for program in programs:
        (project.snippets_dir / program.path).write_text(program.source)
    found = executor.run(project, programs)
    return {it.path[2:-3]: result for it, result in found}


@pytest.fixture(scope="module")
def bare() -> Iterator[Executor]:
    """A warm parent that makes no rooms, as on a system without them."""
    with Executor(variables={"GALLEY_PROGRAM": "1"}) as executor:
        yield executor


@pytest.fixture(scope="module")
def rooms(executor: Executor) -> Executor:
    """The warm parent of all tests, if it makes rooms here."""
    trial = subprocess.run(["unshare", "-Urmpn", "--fork", "true"], check=False)
    if trial.returncode and not os.environ.get("CI"):
        pytest.skip("this system makes no namespaces without privileges")
    return executor


@pytest.mark.parametrize("way", [*SEEN, *UNSEEN])
def test_no_way_leads_to_the_book(way: str, tmp_path: Path, rooms: Executor) -> None:
    """With a room, nothing changes."""
    project = made(tmp_path / "book")
    before = tree(tmp_path)
    run(project, rooms, {"way": SEEN.get(way, UNSEEN.get(way, ""))})
    after = tree(tmp_path)
    after.pop("book/snippets/x/way.py")

    assert after == before
    assert rooms.sealed


@pytest.mark.parametrize("way", SEEN)
def test_python_refuses_without_a_room(
    way: str, tmp_path: Path, bare: Executor
) -> None:
    """The hook sees these ways by itself."""
    project = made(tmp_path / "book")
    before = tree(tmp_path)
    run(project, bare, {"way": SEEN[way]})
    after = tree(tmp_path)
    after.pop("book/snippets/x/way.py")

    assert after == before


LOOK = """time.sleep(1.5)
    print("left" in os.listdir("/tmp"), os.listdir("/dev/shm"), os.getpid())"""
REACH = {
    "kills its parent": "os.kill(os.getppid(), 9)",
    "kills all": "os.kill(-1, 9)",
    "kills low numbers": "[sh(f'kill -9 {n}') for n in range(1, 40)]",
    "writes to the parent": "sh('for f in /proc/[0-9]*/fd/1; do echo {} > $f; done')",
    "closes all": "os.closerange(0, 99)",
    "leaves files": "sh('touch /tmp/left /dev/shm/left')",
    "leaves processes": "sh('setsid sh -c \"setsid sleep 67 & setsid sleep 67 &\" &')",
    "forks": "[os.fork() or time.sleep(68) for _ in range(9)]",
    "twins": "os.fork()",
}


def test_no_program_reaches_another(tmp_path: Path, rooms: Executor) -> None:
    """Programs beside and after those that try are as they would be alone."""
    project = made(tmp_path / "book")
    sources = {"alone": LOOK, **REACH, "after": LOOK}
    results = run(project, rooms, sources)
    sleeping = subprocess.run(["pgrep", "-f", "sleep 6[78]"], check=False).returncode

    assert results["alone"].failure is None
    assert results["alone"].outputs == results["after"].outputs
    assert results["alone"].outputs["it"][0].text == "False [] 2\n"
    assert sleeping == 1


COUNT = """while True:
        subprocess.Popen(["sleep", "69"])
        print("started")"""


def test_processes_are_limited(tmp_path: Path, rooms: Executor) -> None:
    """A program gets no more than a few hundred, and all end with it."""
    took = run(made(tmp_path), rooms, {"a": COUNT})["a"]
    started = took.outputs["it"][0].text.count("started")

    assert took.failure is None
    assert 100 < started < 600
    assert subprocess.run(["pgrep", "-f", "sleep 69"], check=False).returncode == 1


NETWORK = {
    "udp": "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
    "    print(s.sendto(b'x', ('127.0.0.1', {port})))",
    "sendmsg": "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
    "    print(s.sendmsg([b'x'], [], 0, ('127.0.0.1', {port})))",
    "child": "print(os.system(f'{{sys.executable}} -c \"import socket; "
    "socket.socket(2, 2).sendto(bytes(1), (chr(49)+\\'27.0.0.1\\', {port}))\"'))",
}


@pytest.mark.parametrize("way", NETWORK)
def test_there_is_no_network(way: str, tmp_path: Path, rooms: Executor) -> None:
    """Nothing arrives, not even on this machine, and not from a child."""
    import socket

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listener:
        listener.bind(("127.0.0.1", 0))
        listener.settimeout(0.2)
        port = listener.getsockname()[1]
        run(made(tmp_path), rooms, {"way": NETWORK[way].format(port=port)})
        with pytest.raises(TimeoutError):
            listener.recv(1)


def test_memory_is_limited(tmp_path: Path, rooms: Executor) -> None:
    """The message says how much there is, and which setting says so."""
    took = run(made(tmp_path), rooms, {"a": "x = bytearray(10**9)", "b": "import torch"
               "\n    torch.ones(10**9)", "c": "x = bytearray(10**8)"})  # fmt: skip
    wanted = "a program may hold 0.3 GB: the setting `memory_limit`"

    assert took["c"].failure is None
    for name in "ab":
        failure = took[name].failure
        assert failure
        assert wanted in failure.details


def test_who_sleeps_is_ended_by_the_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that waits for ever does not work, and is told so."""
    (tmp_path / "pyproject.toml").write_text("[tool.galley]\ntime_limit = 0.1\n")
    (tmp_path / "snippets").mkdir()
    monkeypatch.setattr(fork_server, "PATIENCE", 10)
    with Executor() as executor:
        took = run(Project.find(tmp_path), executor, {"a": "time.sleep(60)"})
    failure = took["a"].failure

    assert failure
    assert (
        failure.fact == "the program was ended: it had not come to its end after 10 s"
    )
    assert failure.details[0].startswith("it worked for 0.")


def test_a_room_that_cannot_be_made_is_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one step fails, the trial finds it out, and nothing has changed."""

    def refuses(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(kernel, "_mount", refuses)

    assert kernel.begin(9) is None
