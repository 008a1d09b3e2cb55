"""The command `galley new`: begin a book of one chapter, which holds from the start."""

import json
from pathlib import Path

import click

from galley.cli import terminal
from galley.cli.options import installed
from galley.problems import BookError, Place, Problem

TEMPLATE = Path(__file__).parent / "book"
_NEXT = """\
{folder}: a book of one chapter; its README.md says what to do with it

  cd {folder}
  mkdocs serve"""


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Begin a book in FOLDER: one chapter with a program, a figure, a value, a claim.

    \b
    Example:
      galley new bread
    """
    with terminal.reporting():
        write(folder)
        click.echo(_NEXT.format(folder=folder))


def write(folder: Path) -> None:
    """Write the files of a new book.

    Raises:
        BookError: The folder has something in it, or no name for a book.
    """
    name = folder.resolve().name
    if not any(it.isalnum() for it in name):
        fact = "a book has its name from its folder, and this has none"
        raise _refused(folder, fact, (), "galley new bread")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        held = sorted(it.name for it in folder.iterdir()) if folder.is_dir() else []
        fact = "there is something already, and nothing is written over it"
        raise _refused(folder, fact, tuple(held[:5]), "name a folder that is not there")
    title = name.replace("-", " ").replace("_", " ").capitalize()
    words = {"BOOK": title, "REQUIREMENT": "{}=={}".format(*installed())}
    for path in sorted(it for it in TEMPLATE.rglob("*") if it.is_file()):
        text = path.read_text(encoding="utf-8")
        for word, said in words.items():
            quoted = json.dumps(said) if path.suffix == ".yml" else said
            text = text.replace(word, quoted)
        # Packages leave out what begins with a dot, and a program is none of ours.
        name = path.relative_to(TEMPLATE).as_posix().removesuffix(".in")
        target = folder / name.replace("dot-", ".")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def _refused(
    folder: Path, fact: str, details: tuple[str, ...], command: str
) -> BookError:
    return BookError([Problem(Place(str(folder)), fact, details, command)])
