"""Mistakes that show when Markdown has made a page of it."""

# %% a-book
import tempfile
from pathlib import Path

from galley import BookError, Executor, Project, bind, find_or_run, read, unaccounted

EMBED = '```python exec="on" alt="A line."\n--8<-- "walk/walk.py:walk"\n```\n'
WALK = "# %% walk\nimport matplotlib.pyplot as plt\n\nname = 'a_b'\n"
WALK += "plt.plot([3, 2, 1])\nplt.show()\n"

# %% bound
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


# %% formula
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

from mkdocs.structure.files import File, Files

from galley.html.compile import Compiled
from galley.mkdocs.build import Build, unread

named = {"src_dir": "docs", "dest_dir": "site", "use_directory_urls": True}
files = Files([File(it, **named) for it in ("walk.md", "more.markdown")])
build = Build(book, {"walk.md": Compiled("", {})}, {"walk.md": []})
print(BookError(unread(build, files)))

# %% no-text
with tempfile.TemporaryDirectory(dir=".") as folder, contextlib.chdir(folder):
    Path("docs").mkdir()
    Path("docs/walk.md").write_bytes("Ein Läufer\n".encode("latin-1"))
    print(BookError(read(Project(Path())).pages["walk.md"].problems))
