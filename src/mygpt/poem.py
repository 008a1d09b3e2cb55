"""A short text to learn by heart."""

from pathlib import Path

JABBERWOCKY = Path(__file__).with_name("jabberwocky.txt").read_text(encoding="utf-8")
"""Lewis Carroll, *Through the Looking-Glass* (1871); in the public domain."""
