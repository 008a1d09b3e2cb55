#!/usr/bin/env bash
# tensor * array is a tensor; array * tensor is an error, and array + tensor another one.
#
# Versions   torch 2.13.0, numpy 2.4.6; Python 3.11, Linux x86-64.
# Behaviour  With the tensor on the left, torch takes the array as a tensor of its type.
#            With the array on the left, the operator raises a TypeError, for `+` one that
#            speaks of concatenation, although `numpy.multiply` and `numpy.add` of the
#            same two work, and so does `==`. A NumPy number, in place of an array, works
#            on either side and leaves the tensor's type alone.
# Seen       tensor * array     torch.float64
#            array * tensor     TypeError
#            array + tensor     TypeError: Concatenation operation is not implemented
#            numpy.multiply     torch.float64
#            array == tensor    torch.bool
#            number * tensor    torch.float32
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
"$python" -W ignore - > "$folder/seen" <<'PYTHON'
import numpy as np
import torch

array, tensor, number = np.ones(3), torch.ones(3), np.float64(2)
for name, function in {
    "tensor * array": lambda: tensor * array,
    "array * tensor": lambda: array * tensor,
    "array + tensor": lambda: array + tensor,
    "numpy.multiply": lambda: np.multiply(array, tensor),
    "array == tensor": lambda: array == tensor,
    "number * tensor": lambda: number * tensor,
}.items():
    try:
        print(f"{name:18}", function().dtype)
    except TypeError as error:
        print(f"{name:18} TypeError:", str(error)[:25])
PYTHON
diff - "$folder/seen" <<'SEEN'
tensor * array     torch.float64
array * tensor     TypeError: unsupported operand type(
array + tensor     TypeError: Concatenation operation i
numpy.multiply     torch.float64
array == tensor    torch.bool
number * tensor    torch.float32
SEEN
echo "as described"
