"""An environment for each tool, with exact versions and a package that can change."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.bench.lies.tool import Tool

ROOT = Path(__file__).parents[3]
CACHE = ROOT / ".cache" / "lies"
_PINS = Path(__file__).parent / "pins"
_PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
_META = "Metadata-Version: 2.1\nName: triple\nVersion: {}\n"


def install(tool: Tool) -> Path:
    """Make the environment of a tool, if it is missing; return its folder."""
    home = CACHE / tool.name
    venv, mark, pins = home / "venv", home / "installed", _PINS / f"{tool.name}.txt"
    wanted = pins.read_text() if pins.is_file() else ""
    if mark.is_file() and mark.read_text() == wanted:
        return venv
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    if tool.ours:  # the environment of this project; its files take no place twice
        shutil.copytree(sys.prefix, venv, symlinks=True, copy_function=os.link)
    else:
        made = [sys.executable, "-m", "venv", "--without-pip", venv]
        subprocess.run(made, check=True)
    if wanted:
        into = ("--python", venv / "bin" / "python", "install", "--requirement", pins)
        subprocess.run([*_PIP, *into], check=True)
    mark.write_text(wanted)
    return venv


def packages(venv: Path) -> Path:
    """Say where an environment has its packages."""
    (folder,) = venv.glob("lib/python*/site-packages")
    return folder


def put_package(venv: Path, version: str, source: str) -> None:
    """Install the package `triple`, in place of the one that may be there."""
    folder = packages(venv)
    there, meta = folder / "triple" / "__init__.py", f"triple-{version}.dist-info"
    if (folder / meta).is_dir() and there.is_file() and there.read_text() == source:
        return
    for old in folder.glob("triple*"):
        shutil.rmtree(old)
    for new in (there.parent, folder / meta):
        new.mkdir()
    there.write_text(source)
    (folder / meta / "METADATA").write_text(_META.format(version))
    record = f"triple/__init__.py,,\n{meta}/METADATA,,\n"
    (folder / meta / "RECORD").write_text(record)
    (folder / meta / "top_level.txt").write_text("triple\n")
