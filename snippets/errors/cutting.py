"""Mistakes that show when a program is cut into cells."""

# %% markers
from textwrap import dedent

from galley.problems import BookError
from galley.source import program


def complain(source):
    """Cut a program into cells and print what is wrong with it."""
    cut = program.parse(dedent(source), "walk/walk.py", "snippets/walk/walk.py")
    print(BookError(cut.problems))


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

# %% no-cell
complain('"""Nothing but a docstring."""\n')

# %% syntax
complain("# %% walk\nprint((1)\n")
