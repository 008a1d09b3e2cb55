#!/usr/bin/env bash
# The same float8 type: too large is 448 in torch, and not a number in ml_dtypes.
#
# Versions   torch 2.13.0, ml_dtypes 0.6.0, numpy 2.4.6; Python 3.11, Linux x86-64.
# Behaviour  float8_e4m3fn has no infinity; its largest number is 448. What is larger,
#            infinity included, is cut to 448 by torch and turned into nan by ml_dtypes.
#            The sister type float8_e5m2 has an infinity, and there both use it. So with
#            torch a diverged tensor becomes finite by a conversion.
# Seen                e4m3fn torch  ml_dtypes    e5m2 torch  ml_dtypes
#            464.0           448.0      448.0         448.0      448.0
#            480.0           448.0        nan         512.0      512.0
#            65536.0         448.0        nan           inf        inf
#            inf             448.0        nan           inf        inf
#            nan               nan        nan           nan        nan
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

for x in (464.0, 480.0, 65536.0, float("inf"), float("nan")):
    row = [
        value
        for theirs, ours in (
            (torch.float8_e4m3fn, ml_dtypes.float8_e4m3fn),
            (torch.float8_e5m2, ml_dtypes.float8_e5m2),
        )
        for value in (
            torch.tensor(x).to(theirs).float().item(),
            float(np.float32(x).astype(ours)),
        )
    ]
    print(x, *row)
PYTHON
diff - "$folder/seen" <<'SEEN'
464.0 448.0 448.0 448.0 448.0
480.0 448.0 nan 512.0 512.0
65536.0 448.0 nan inf inf
inf 448.0 nan inf inf
nan nan nan nan nan
SEEN
echo "as described"
