"""Mistakes that show when Markdown has made a page of it."""

# %% formula
from pathlib import Path

from galley.bound.book import bind
from galley.child.result import Figure, Result
from galley.html.account import unaccounted
from galley.problems import BookError
from galley.project import Project
from galley.source import parser, program
from galley.source.book import Book

EMBED = '```python exec="on" alt="A line."\n--8<-- "walk/walk.py:walk"\n```\n'
SCRIPT = program.parse("# %% walk\nx = 2\n", "walk/walk.py", "snippets/walk/walk.py")


def bound(source, **values):
    """Bring a page and a result of its program together."""
    page = parser.parse(source, "walk.md", "docs/walk.md")
    book = Book(Project(Path()), {"walk.md": page}, {SCRIPT.path: SCRIPT})
    result = Result({"walk": (Figure("<svg/>"),)}, values)
    return bind(book, {SCRIPT.path: result})


print(*bound("Half of $`{python} walk.name`$.", name="a_b").lacking(SCRIPT.path))

# %% account
source = f"{EMBED}\nIt is $x$.\n"
page = bound(source).pages["walk.md"]
html = """<p>/// html | div.run</p>
<pre><code>x = 3
</code></pre>
<p>It is $x$.</p>"""
place = bound(source).book.place(page.page)
print(BookError(unaccounted(html, page, place)))

# %% no-page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from galley.html.compile import Compiled
from galley.mkdocs.build import Build, unread

config = MkDocsConfig()
named = {"src_dir": "docs", "dest_dir": "site", "use_directory_urls": True}
files = Files([File(it, **named) for it in ("walk.md", "more.markdown")])
whole = bound(source)
build = Build(whole, {"walk.md": Compiled("", {})}, {"walk.md": []})
print(BookError(unread(build, files)))

# %% no-text
import contextlib
import tempfile

from galley.source import book, rules

with tempfile.TemporaryDirectory(dir=".") as folder, contextlib.chdir(folder):
    Path("docs").mkdir()
    Path("docs/walk.md").write_bytes("Ein Läufer\n".encode("latin-1"))
    print(BookError(rules.problems(book.read(Project(Path())))))
