"""Threads and instructions that programs compute with: last digits depend on them."""

import platform
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


def environment() -> dict[str, str]:
    """Say what the environment of a program must hold.

    One thread; and where a processor has AVX2, as those of PCs have had for ten years,
    nothing newer. So AMD and Intel give the same digits, but for the last bit of a
    square root: PyTorch asks MKL for it, and MKL the processor. Processors of other
    families do not know these names, and PyTorch would warn of them.
    """
    return _ONE_THREAD | (_AVX2 if instructions() == "avx2" else {})


@cache
def instructions() -> str:
    """Name the vector instructions that programs use on this machine."""
    info = Path("/proc/cpuinfo")
    flags = info.read_text().split() if info.is_file() else []
    return "avx2" if "avx2" in flags else platform.machine()
