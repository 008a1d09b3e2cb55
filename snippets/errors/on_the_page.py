"""Mistakes that show when Markdown has made a page of it."""

# %% formula
import tempfile
from pathlib import Path

from galley import BookError, Executor, Project, bind, find_or_run, read, unaccounted

EMBED = '```python exec="on" alt="A line."\n--8<-- "walk/walk.py:walk"\n```\n'
WALK = """# %% walk
import matplotlib.pyplot as plt

name = "a_b"
plt.plot([3, 2, 1])
plt.show()
"""
executor = Executor()


def bound(source):
    """Run a tiny book of one page and one program."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        for name, text in {
            "docs/walk.md": source,
            "snippets/walk/walk.py": WALK,
        }.items():
            Path(folder, name).parent.mkdir(parents=True, exist_ok=True)
            Path(folder, name).write_text(text)
        tiny = read(Project(Path(folder)))
        return bind(tiny, find_or_run(tiny, tiny.programs.values(), executor))


print(*bound("Half of $`{python} walk.name`$.").lacking("walk/walk.py"))

# %% account
book = bound(f"{EMBED}\nIt is $x$.\n")
page = book.pages["walk.md"]
html = """<p>/// html | div.run</p>
<pre><code>x = 3
</code></pre>
<p>It is $x$.</p>"""
print(BookError(unaccounted(html, page, book.book.place(page.page))))
executor.close()

# %% no-page
import contextlib
import subprocess
import sys

with tempfile.TemporaryDirectory(dir=".") as folder, contextlib.chdir(folder):
    Path("docs").mkdir()
    Path("docs/index.md").write_text("# A walk\n")
    Path("docs/more.markdown").write_text("# More\n")
    Path("pyproject.toml").write_text("[tool.galley]\n")
    Path("mkdocs.yml").write_text("site_name: Walks\nplugins: [galley]\n")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True)
    print(done.stderr, f"exit code {done.returncode}", sep="")

# %% no-text
with tempfile.TemporaryDirectory(dir=".") as folder, contextlib.chdir(folder):
    Path("docs").mkdir()
    Path("docs/walk.md").write_bytes("Ein Läufer\n".encode("latin-1"))
    print(BookError(read(Project(Path())).pages["walk.md"].problems))
