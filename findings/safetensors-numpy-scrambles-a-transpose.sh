#!/usr/bin/env bash
# safetensors.numpy writes a transposed array in the wrong order, without a word.
#
# Versions   safetensors 0.8.0, numpy 2.4.6; Python 3.11, Linux x86-64.
# Behaviour  `safetensors.numpy.save` takes the memory of an array as it lies there, and
#            the shape as it is read. For a transposed array these do not belong
#            together: the file holds other numbers than the array. Version 0.7.0 wrote
#            them rightly, and so does NumPy's own `save`.
# Cure       `numpy.ascontiguousarray` before saving.
# Seen       given        [[0.0, 3.0], [1.0, 4.0], [2.0, 5.0]]
#            safetensors  [[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]]
#            contiguous   [[0.0, 3.0], [1.0, 4.0], [2.0, 5.0]]
#            numpy.save   [[0.0, 3.0], [1.0, 4.0], [2.0, 5.0]]
#
# Seen on 2026-11-28. Exits with an error where this has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python=${FINDINGS_PYTHON:-$folder/venv/bin/python} # one that has these, or a new one
if [ -z "${FINDINGS_PYTHON:-}" ]; then
  python3 -m venv "$folder/venv"
  "$python" -m pip install --quiet --disable-pip-version-check \
    safetensors==0.8.0 numpy==2.4.6
fi
"$python" - > "$folder/seen" <<'PYTHON'
import io

import numpy as np
import safetensors.numpy


def returned(array):
    return safetensors.numpy.load(safetensors.numpy.save({"a": array}))["a"].tolist()


given = np.arange(6.0).reshape(2, 3).T
file = io.BytesIO()
np.save(file, given)
file.seek(0)
print("given       ", given.tolist())
print("safetensors ", returned(given))
print("contiguous  ", returned(np.ascontiguousarray(given)))
print("numpy.save  ", np.load(file).tolist())
PYTHON
diff - "$folder/seen" <<'SEEN'
given        [[0.0, 3.0], [1.0, 4.0], [2.0, 5.0]]
safetensors  [[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]]
contiguous   [[0.0, 3.0], [1.0, 4.0], [2.0, 5.0]]
numpy.save   [[0.0, 3.0], [1.0, 4.0], [2.0, 5.0]]
SEEN
echo "as described"
