"""The command `galley`; what it does for each word is a module of its own."""

import click

from galley.cli import accept, blocks, check, doubt, export, finish, probe, run, why
from galley.cli.options import version


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, expose_value=False, callback=version,
    help="Show the version and exit.",
)  # fmt: skip
def main() -> None:
    """Run the programs of a book, and prove that its pages say what they produce.

    A book is the nearest folder, here or above, whose pyproject.toml has a table
    [tool.galley]. PATHS are pages, programs, or folders of them.

    Exit codes: 0 all is well, 1 something is wrong with the book (the message says
    where, what, and what to do next), 2 the command was not understood.
    """


for _module in (accept, blocks, check, doubt, export, finish, probe, run, why):
    main.add_command(_module.command)
