"""The environment of a program: its last digits and its words depend on it."""

import os
import platform
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
}
_AVX2 = {
    "ATEN_CPU_CAPABILITY": "avx2",
    "MKL_CBWR": "COMPATIBLE",
    "ONEDNN_MAX_CPU_ISA": "AVX2",
    "OPENBLAS_CORETYPE": "Haswell",
    "NPY_DISABLE_CPU_FEATURES": "X86_V4,AVX512_ICL,AVX512_SPR",
}
# No settings of the user's.
_FIXED = {
    "COLUMNS": "80",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM": "1",  # where a program works may be one
    "LANG": "C.UTF-8",
    "MPLBACKEND": "svg",
    "TZ": "UTC",
}
_KEPT = "LD_LIBRARY_PATH"
NESTED = "GALLEY_PROGRAM"
"""Set where a program runs: what it runs stays in its room, and with its files."""


def environment() -> dict[str, str]:
    """Say what the environment of a program must hold for its arithmetic.

    One thread; and where a processor has AVX2, as those of PCs have had for ten years,
    nothing newer. So AMD and Intel give the same digits, but for the last bit of a
    square root: for that MKL asks the processor. Processors of other families do not
    know these names, and libraries would warn of them.
    """
    return _ONE_THREAD | (_AVX2 if instructions() == "avx2" else {})


def settings(
    hash_seed: int = 0, others: Mapping[str, str] | None = None
) -> dict[str, str]:
    """List the variables that results depend on: a part of every key.

    Args:
        hash_seed: Orders sets of strings.
        others: Variables besides, or instead of, the usual.
    """
    kept = {_KEPT: os.environ[_KEPT]} if _KEPT in os.environ else {}
    seed = {"PYTHONHASHSEED": str(hash_seed)}
    return environment() | _FIXED | kept | dict(others or {}) | seed


def located() -> dict[str, str]:
    """List the variables that say where things are on this machine."""
    here = {"VIRTUAL_ENV": sys.prefix} if sys.prefix != sys.base_prefix else {}
    if NESTED in os.environ:
        here |= {it: os.environ[it] for it in (NESTED, "HOME", "TMPDIR")}
    return {**here, "PATH": f"{sys.prefix}/bin:/usr/local/bin:/usr/bin:/bin"}


@cache
def instructions() -> str:
    """Name the vector instructions that programs use on this machine."""
    info = Path("/proc/cpuinfo")
    flags = info.read_text().split() if info.is_file() else []
    return "avx2" if "avx2" in flags else platform.machine()
