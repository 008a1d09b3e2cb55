#!/usr/bin/env bash
# Eleven numbers, ten bins, float64: three functions, three histograms.
#
# Versions   torch 2.13.0, numpy 2.4.6; Python 3.11, Linux x86-64.
# Behaviour  The numbers 0, 0.1, …, 1.0 stand on the edges of ten bins from 0 to 1.
#            `torch.histc` computes a number's bin from its distance to the start;
#            `torch.histogram` and `numpy.histogram` compare it with edges, which they
#            do not compute alike. All three count eleven numbers.
# Seen       torch.histc      [1, 1, 1, 1, 1, 1, 1, 1, 1, 2]
#            torch.histogram  [1, 1, 2, 0, 1, 1, 1, 1, 1, 2]
#            numpy.histogram  [1, 1, 2, 0, 1, 2, 1, 0, 1, 2]
#            With float32 all three agree on the first.
#
# Seen on 2026-11-28. Exits with an error where this has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python=${FINDINGS_PYTHON:-$folder/venv/bin/python} # one that has these, or a new one
if [ -z "${FINDINGS_PYTHON:-}" ]; then
  python3 -m venv "$folder/venv"
  "$python" -m pip install --quiet --disable-pip-version-check \
    torch==2.13.0 numpy==2.4.6
fi
ATEN_CPU_CAPABILITY=avx2 OMP_NUM_THREADS=1 "$python" - > "$folder/seen" <<'PYTHON'
import numpy as np
import torch

for dtype in (torch.float64, torch.float32):
    x = torch.arange(11, dtype=dtype) / 10
    print(dtype)
    print("torch.histc    ", torch.histc(x, 10, 0, 1).long().tolist())
    print("torch.histogram", torch.histogram(x, 10, range=(0, 1)).hist.long().tolist())
    print("numpy.histogram", np.histogram(x.numpy(), 10, (0, 1))[0].tolist())
PYTHON
diff - "$folder/seen" <<'SEEN'
torch.float64
torch.histc     [1, 1, 1, 1, 1, 1, 1, 1, 1, 2]
torch.histogram [1, 1, 2, 0, 1, 1, 1, 1, 1, 2]
numpy.histogram [1, 1, 2, 0, 1, 2, 1, 0, 1, 2]
torch.float32
torch.histc     [1, 1, 1, 1, 1, 1, 1, 1, 1, 2]
torch.histogram [1, 1, 1, 1, 1, 1, 1, 1, 1, 2]
numpy.histogram [1, 1, 1, 1, 1, 1, 1, 1, 1, 2]
SEEN
echo "as described"
