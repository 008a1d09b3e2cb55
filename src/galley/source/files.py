"""The source files of a book: which there are, and their text."""

from pathlib import Path

from galley.problems import Place, Problem


def sources(folder: Path, suffix: str) -> dict[str, Path]:
    """List the files below a folder by their names relative to it.

    Hidden ones are none: editors keep locks and backups there, Jupyter checkpoints.
    """
    found = {}
    for path in sorted(folder.rglob(f"*{suffix}")):
        name = path.relative_to(folder)
        if not any(part.startswith(".") for part in name.parts) and path.is_file():
            found[name.as_posix()] = path
    return found


def text(path: Path, place: Place) -> tuple[str, tuple[Problem, ...]]:
    """Read a source; one that is not UTF-8 is empty, and that is its problem."""
    data = path.read_bytes()
    try:
        decoded = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        fact = "not UTF-8"
        details = (f"byte {data[error.start]:#04x}, number {error.start + 1} of it",)
        command = "save it as UTF-8"
        return "", (Problem(Place(place.file, line), fact, details, command),)
    return decoded.replace("\r\n", "\n").replace("\r", "\n"), ()
