#!/usr/bin/env bash
# Build twice, change nothing: MyST-NB's second build has a page more, and fails with -W.
#
# Versions   myst-nb 1.4.0, sphinx 9.0.4, ipykernel 7.4.0; Python 3.11, Linux x86-64.
# Behaviour  What a build has executed is written to `jupyter_execute/`, beside the folder
#            of the output. With `sphinx-build . _build` that is within the sources, and
#            no pattern that is excluded by default matches it: the next build reads the
#            executed notebook as a page of its own, and publishes it. Since no
#            table of contents has it, `-W` makes the second build an error.
# Cure       an output one folder deeper, below one that is excluded:
#            `sphinx-build . _build/html` with `exclude_patterns = ["_build"]`.
# Seen       first    exit 0   doc.html
#            second   exit 1   doc.html jupyter_execute/doc.html
#
# Seen on 2026-11-28. Exits with an error where this has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python=${FINDINGS_PYTHON:-$folder/venv/bin/python} # one that has these, or a new one
if [ -z "${FINDINGS_PYTHON:-}" ]; then
  python3 -m venv "$folder/venv"
  "$python" -m pip install --quiet --disable-pip-version-check \
    myst-nb==1.4.0 sphinx==9.0.4 ipykernel==7.4.0
fi
mkdir "$folder/book" && cd "$folder/book"
cat > conf.py <<'PYTHON'
project = "Book"
root_doc = "doc"
extensions = ["myst_nb"]
PYTHON
cat > doc.md <<'MARKDOWN'
---
file_format: mystnb
kernelspec: {display_name: Python 3, name: python3}
---

# Page

```{code-cell} python
print(1 + 1)
```
MARKDOWN
for build in first second; do
  code=0
  "$python" -m sphinx -q -W -b html . _build > "../$build" 2>&1 || code=$?
  pages=$(cd _build && ls doc.html jupyter_execute/doc.html 2> /dev/null || true)
  echo "$build" "$code" $pages
done > ../seen
diff - ../seen <<'SEEN'
first 0 doc.html
second 1 doc.html jupyter_execute/doc.html
SEEN
grep --quiet "doc.ipynb.*isn't included in any toctree" ../second
echo "as described"
