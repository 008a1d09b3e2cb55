"""The workflows run nothing that others can change, and may do no more than they need.

The audit itself is zizmor's, without the network.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WORKFLOWS = ROOT / ".github" / "workflows"
NEW = ROOT / "src/galley/cli/book/dot-github/workflows"
USES = re.compile(r"uses: ([\w/-]+)@(.*)")
PINNED = re.compile(r"[0-9a-f]{40} # v\d+\.\d+\.\d+")


def audit(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run zizmor over workflows; its code is 0 where it has nothing to say."""
    zizmor = Path(sys.executable).with_name("zizmor")
    options = ("--offline", "--pedantic", "--no-config", "--strict-collection")
    command = [zizmor, *options, "--quiet", "--color=never", folder]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("workflows", [WORKFLOWS, NEW], ids=["ours", "of-a-new-book"])
def test_an_audit_finds_nothing(workflows: Path, tmp_path: Path) -> None:
    """Pinned actions, no kept credentials, no injection, no cache where we publish."""
    folder = tmp_path / ".github" / "workflows"
    shutil.copytree(workflows, folder)
    found = audit(folder)

    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.parametrize(
    ("name", "old", "new", "finding"),
    [
        ("ci.yml", "persist-credentials: false", "clean: true", "artipacked"),
        ("ci.yml", "$GITHUB_BASE_REF", "${{ github.head_ref }}", "template-injection"),
        ("pages.yml", "d23441a48e516b6c34aea4fa41551a30e30af803", "v6", "unpinned"),
        ("pages.yml", "  contents: read", "  contents: write", "excessive-permissions"),
    ],
)
def test_an_audit_finds_what_is_wrong(
    name: str, old: str, new: str, finding: str, tmp_path: Path
) -> None:
    """Each thing that we rely on it for, put in once."""
    folder = tmp_path / ".github" / "workflows"
    shutil.copytree(WORKFLOWS, folder)
    text = (folder / name).read_text()
    assert old in text
    (folder / name).write_text(text.replace(old, new))

    found = audit(folder)

    assert found.returncode != 0
    assert finding in found.stdout


def test_an_action_is_pinned_by_one_hash_with_its_version_beside_it() -> None:
    """People read the version, machines take the hash; both are the same everywhere."""
    pins: dict[str, set[str]] = {}
    for path in WORKFLOWS.iterdir():
        for action, pin in USES.findall(path.read_text()):
            pins.setdefault(action, set()).add(pin)

    assert pins
    for action, found in pins.items():
        assert len(found) == 1, action
        assert all(map(PINNED.fullmatch, found)), action


def test_what_publishes_takes_nothing_from_a_cache() -> None:
    """A cache may have been filled by a run of something else."""
    text = (WORKFLOWS / "pages.yml").read_text()

    assert re.findall(r"^ *cache: .*|actions/cache.*", text, re.MULTILINE) == []


PIP = """\
#!/bin/sh
echo "$@" >> {log}
case "$*" in *torch-cpu.txt*) exit {code};; esac
"""


@pytest.mark.parametrize("code", [0, 1])
def test_torch_is_the_build_without_cuda_where_its_index_is_in_reach(
    code: int, tmp_path: Path
) -> None:
    """It is asked first; without an answer the public index is, and all goes on."""
    log, pip = tmp_path / "log", tmp_path / "bin" / "pip"
    pip.parent.mkdir()
    pip.write_text(PIP.format(log=log, code=code))
    pip.chmod(0o755)
    made = tmp_path / "installed"
    command = ["make", "-C", ROOT, f"VENV={tmp_path}", "PYTHON=true", made]
    # Nothing of the `make test` that may have started this.
    env = {"PATH": os.environ["PATH"]}
    subprocess.run(command, env=env, check=True, capture_output=True)

    first, second, third = log.read_text().splitlines()
    assert "--no-deps" in first
    assert first.endswith("--requirement .github/torch-cpu.txt torch==2.13.0")
    assert second.endswith(" torch==2.13.0")
    assert third.endswith("--constraint constraints.txt --editable .[book,test]")
    assert made.exists()


def test_workflows_install_as_people_do() -> None:
    """Through the Makefile; only the newest torch is asked for besides."""
    installs = [
        line.strip()
        for path in sorted(WORKFLOWS.iterdir())
        for line in path.read_text().splitlines()
        if "pip install" in line or "INDEX_URL" in line
    ]

    assert installs == [
        ".venv/bin/pip install --requirement .github/torch-cpu.txt --upgrade torch"
    ]
