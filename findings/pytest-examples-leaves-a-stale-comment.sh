#!/usr/bin/env bash
# pytest-examples checks what `print` prints, and any other output may say anything.
#
# Versions   pytest-examples 0.0.18, pytest 9.2.0; Python 3.11, Linux x86-64.
# Behaviour  `run_print_check` holds the comments `#>` of an example against its calls of
#            `print`. Without such a call a comment is held against nothing: an example
#            that writes "two" in another way, with `#> three` below, is green, and so
#            is one whose only `print` has been deleted and whose comment has not.
# Seen       print("two")               #> three   failed
#            sys.stdout.write("two\n")  #> three   passed
#            word = "two"               #> three   passed
#
# Seen on 2026-11-28. Exits with an error where this has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
  pytest-examples==0.0.18 pytest==9.2.0
cd "$folder"
cat > page.md <<'MARKDOWN'
```python
print("two")
#> three
```

```python
import sys

_ = sys.stdout.write("two\n")
#> three
```

```python
word = "two"
#> three
```
MARKDOWN
cat > test_page.py <<'PYTHON'
import pytest
from pytest_examples import find_examples


@pytest.mark.parametrize("example", find_examples("page.md"), ids=str)
def test_example(example, eval_example):
    eval_example.run_print_check(example)
PYTHON
NO_COLOR=1 venv/bin/python -m pytest -q -rA test_page.py > said || true
grep --only-matching '^\(PASSED\|FAILED\) test_page.py::test_example.page.md:[0-9]*' said |
  sort --field-separator=: --key=4 --numeric-sort > seen
diff - seen <<'SEEN'
FAILED test_page.py::test_example[page.md:1
PASSED test_page.py::test_example[page.md:6
PASSED test_page.py::test_example[page.md:13
SEEN
echo "as described"
