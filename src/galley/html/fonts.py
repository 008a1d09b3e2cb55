"""The site's own typefaces, with the characters and features that a book needs.

A first visit loads all of them, so every second byte saved here is saved by everybody.
"""

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


WANTED = repr((_TYPEFACES, _FEATURES, _CHARACTERS))
"""All that decides what the small ones are."""


def assets(installed: Path) -> dict[str, Path]:
    """Name the typefaces by their addresses below `assets/`, with their licences.

    Args:
        installed: The folder that holds `node_modules` and the small ones.
    """
    modules = installed / "node_modules" / "@fontsource"
    files = {}
    for family, style in _TYPEFACES:
        files[f"fonts/{family}-LICENSE.txt"] = modules / family / "LICENSE"
        name = f"{family}-{style}.woff2"
        files[f"fonts/{name}"] = installed / "typefaces" / name
    return files


def cut(installed: Path) -> None:
    """Make the small ones, beside `node_modules`."""
    from fontTools import subset  # type: ignore[import-untyped]  # slow to load

    modules = installed / "node_modules" / "@fontsource"
    folder = installed / "typefaces"
    folder.mkdir()
    options = subset.Options(flavor="woff2", hinting=False, layout_features=_FEATURES)
    for family, style in _TYPEFACES:
        source = modules / family / "files" / f"{family}-latin-{style}.woff2"
        with subset.load_font(str(source), options) as font:
            cutter = subset.Subsetter(options)
            cutter.populate(text=_CHARACTERS)
            cutter.subset(font)
            subset.save_font(font, str(folder / f"{family}-{style}.woff2"), options)
