#!/usr/bin/env bash
# A float64 becomes 16 bits by way of float32, and lands on the wrong neighbour.
#
# Versions   torch 2.13.0, ml_dtypes 0.6.0, numpy 2.4.6; Python 3.11, Linux x86-64.
# Behaviour  A number a hair above the middle of two neighbours belongs to the upper one.
#            torch (float16 and bfloat16) and ml_dtypes (bfloat16) round to float32
#            first; there the hair is gone, the number lies in the middle, and goes to
#            the even neighbour below. NumPy rounds to float16 once, and rightly.
# Seen       float16   torch 1.0        numpy 1.0009765625  nearest 1.0009765625
#            bfloat16  torch 1.0        ml_dtypes 1.0       nearest 1.0078125
#
# Seen on 2026-11-28. Exits with an error where this has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python=${FINDINGS_PYTHON:-$folder/venv/bin/python} # one that has these, or a new one
if [ -z "${FINDINGS_PYTHON:-}" ]; then
  python3 -m venv "$folder/venv"
  "$python" -m pip install --quiet --disable-pip-version-check \
    torch==2.13.0 ml_dtypes==0.6.0 numpy==2.4.6
fi
"$python" - > "$folder/seen" <<'PYTHON'
from fractions import Fraction

import ml_dtypes
import numpy as np
import torch


def nearest(x, bits):
    """Round a number between 1 and 2 to so many bits of fraction, exactly."""
    return float(Fraction(round(Fraction(x) * 2**bits), 2**bits))


half = np.float64(1 + 2**-11 + 2**-40)
brain = np.float64(1 + 2**-8 + 2**-40)
by_torch = torch.tensor(half).to(torch.float16).item()
print("float16   torch", by_torch, " numpy", float(half.astype(np.float16)),
      " nearest", nearest(half, 10))
by_torch = torch.tensor(brain).to(torch.bfloat16).item()
print("bfloat16  torch", by_torch, " ml_dtypes", float(brain.astype(ml_dtypes.bfloat16)),
      " nearest", nearest(brain, 7))
PYTHON
diff - "$folder/seen" <<'SEEN'
float16   torch 1.0  numpy 1.0009765625  nearest 1.0009765625
bfloat16  torch 1.0  ml_dtypes 1.0  nearest 1.0078125
SEEN
echo "as described"
