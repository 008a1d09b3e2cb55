#!/usr/bin/env bash
# One `sys.exit(0)` in an example, and xdoctest ends green before the false ones.
#
# Versions   xdoctest 1.3.2; Python 3.11, Linux x86-64.
# Behaviour  The examples run in xdoctest's own process, and nothing catches SystemExit.
#            The command ends where it stands, with the code of the example: no summary,
#            no word of the docstrings that were to come, among them a false one.
#            Python's own doctest, given the same file, reports both.
# Seen       xdoctest   "running 2 test(s)", no summary, exit 0
#            doctest    "***Test Failed***", exit 1
#
# Seen on 2026-11-28. Exits with an error where this has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check xdoctest==1.3.2
cat > "$folder/examples.py" <<'PYTHON'
def leaves():
    """
    >>> import sys
    >>> sys.exit(0)
    """


def lies():
    """
    >>> 1 + 1
    3
    """
PYTHON
cd "$folder"
code=0
NO_COLOR=1 venv/bin/python -m xdoctest examples.py > said || code=$?
test "$code" = 0
grep --quiet 'running 2 test(s)' said
grep --quiet 'DOCTEST : .*examples.py::leaves' said
test "$(grep --count 'lies\|passed\|failed' said)" = 0
code=0
venv/bin/python -m doctest examples.py > said || code=$?
test "$code" = 1
grep --quiet 'Test Failed' said
echo "as described"
