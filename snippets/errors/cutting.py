"""Mistakes that show when a program is cut into cells."""

# %% a-book
import tempfile
from pathlib import Path
from textwrap import dedent

from galley import BookError, Project, read


def complain(source):
    """Cut a program into cells and print what is wrong with it."""
    with tempfile.TemporaryDirectory(dir=".") as folder:
        path = Path(folder, "snippets/walk/walk.py")
        path.parent.mkdir(parents=True)
        path.write_text(dedent(source))
        print(BookError(read(Project(Path(folder))).programs["walk/walk.py"].problems))


# %% markers
complain('''    """A walk."""
    x = 1
    # %% Walk
    y = 2
    # %% once
    z = 3
    # %% once
    # %% twice
    z = [
    # %% thrice
    ]
''')

# %% sizes
complain("# %% long\n" + "x = 1\n" * 26 + "# %% wide\n" + f"x = '{'-' * 90}'\n")

# %% ends
complain("""
    # %% stop raises ValueError: no
    raise ValueError("no")

    # %% more
    print("never reached")
""")

# %% vacuous
complain("""
    # %% walk
    x = 1
    # %% claim: a-tuple
    assert (x == 2, "x is not two")
    # %% claim: caught
    try:
        assert x == 2
    except AssertionError:
        pass
    # %% claim: raising raises AssertionError: no
    assert x == 2, "no"
""")

# %% hidden
complain("""
    # %% walk
    x = 1
    # %% claim: moves
    x += 4
    assert x == 5
    # %% data: runs
    grid = [0, 1]
    runs = {"x": grid}
    # %% draw
    print(x, grid)
""")

# %% no-cell
complain('"""Nothing but a docstring."""\n')

# %% syntax
complain("# %% walk\nprint((1)\n")
