#!/usr/bin/env bash
# The mean of three thousand tenths in bfloat16 is 0.0107, if NumPy computes it.
#
# Versions   ml_dtypes 0.6.0, numpy 2.4.6, torch 2.13.0; Python 3.11, Linux x86-64.
# Behaviour  NumPy sums its own float16 in parts, and its mean in float32. For the
#            bfloat16 that ml_dtypes adds to it, sum and mean run through the numbers one
#            by one, in bfloat16: from 32 on, adding a tenth changes nothing. torch sums
#            both types in float32.
# Seen                          sum     mean     last of cumsum
#            bfloat16  numpy     32     0.0107       32
#                      torch    300     0.1001      300
#            float16   numpy    300     0.1         256
#                      torch    300     0.1         300
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
import ml_dtypes
import numpy as np
import torch

for ours, theirs in ((ml_dtypes.bfloat16, torch.bfloat16), (np.float16, torch.float16)):
    a, t = np.full(3000, 0.1, dtype=ours), torch.full((3000,), 0.1, dtype=theirs)
    for name, x, cumsum in (("numpy", a, a.cumsum()), ("torch", t, t.cumsum(0))):
        numbers = (float(it) for it in (x.sum(), x.mean(), cumsum[-1]))
        print(theirs, name, *(f"{it:.4f}" for it in numbers))
PYTHON
diff - "$folder/seen" <<'SEEN'
torch.bfloat16 numpy 32.0000 0.0107 32.0000
torch.bfloat16 torch 300.0000 0.1001 300.0000
torch.float16 numpy 300.0000 0.1000 256.0000
torch.float16 torch 300.0000 0.1000 300.0000
SEEN
echo "as described"
