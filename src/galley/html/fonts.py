"""The site's own typefaces, with the characters and features that a book needs.

A first visit loads all of them, so every second byte saved here is saved by everybody.
"""

import contextlib
import hashlib
import tempfile
from pathlib import Path

_TYPEFACES = (
    ("inter", "400-normal"),
    ("inter", "600-normal"),
    ("source-serif-4", "400-normal"),
    ("source-serif-4", "400-italic"),
    ("source-serif-4", "600-normal"),
    ("source-code-pro", "400-normal"),
)
_FEATURES = ("kern", "liga", "lnum", "tnum")
_CHARACTERS = "".join(map(chr, range(0x20, 0x7F))) + (
    "\u00a0§©°±²³´·×÷½¼¾ÄÅÉÖØÜßàáâäåæçèéêëíîñóôöøúûü–—‘’“”…→←↑↓−≤≥≈≠√∞ηλθβσμκεγΔ∂∇"
)
"""What lacks here is shown in a typeface of the system."""


def assets(installed: Path) -> dict[str, Path]:
    """Name the typefaces by their addresses below `assets/`, with their licences.

    Args:
        installed: The folder that holds `node_modules`; the small ones are kept there.
    """
    modules = installed / "node_modules" / "@fontsource"
    small = installed / f"typefaces-{_digest()}"
    if not small.is_dir():
        _make(modules, small)
    files = {}
    for family, style in _TYPEFACES:
        files[f"fonts/{family}-LICENSE.txt"] = modules / family / "LICENSE"
        name = f"{family}-{style}.woff2"
        files[f"fonts/{name}"] = small / name
    return files


def _make(modules: Path, target: Path) -> None:
    from fontTools import subset  # type: ignore[import-untyped]  # slow to load

    options = subset.Options(flavor="woff2", hinting=False, layout_features=_FEATURES)
    with tempfile.TemporaryDirectory(dir=target.parent) as temporary:
        folder = Path(temporary) / "typefaces"
        folder.mkdir()
        for family, style in _TYPEFACES:
            source = modules / family / "files" / f"{family}-latin-{style}.woff2"
            with subset.load_font(str(source), options) as font:
                cut = subset.Subsetter(options)
                cut.populate(text=_CHARACTERS)
                cut.subset(font)
                subset.save_font(font, str(folder / f"{family}-{style}.woff2"), options)
        with contextlib.suppress(OSError):  # another build was first
            folder.rename(target)


def _digest() -> str:
    wanted = repr((_TYPEFACES, _FEATURES, _CHARACTERS))
    return hashlib.sha256(wanted.encode()).hexdigest()[:12]
