"""What a program prints is shown as a terminal shows it."""

import pytest

from galley.render import markdown

PRINTED = {
    "bar": ("  0%\r 50%\r100%\n", "100%"),
    "shorter": ("loading\rdone\n", "doneing"),
    "returned": ("100%\r\nend\n", "100%\nend"),
    "colour": ("\x1b[1;31mred\x1b[0m\n", "red"),
    "colour in a bar": ("\x1b[32mab\x1b[m\r\x1b[38;5;9mc\x1b[0m\n", "cb"),
    "other": ("\x1b[2K \x07 \u202e\n", "\\x1b[2K \\x07 \\u202e"),
}


@pytest.mark.parametrize("what", PRINTED)
def test_an_output_is_what_a_terminal_shows(what: str) -> None:
    """The last state of a line, without colours; all else stays a visible escape."""
    printed, shown = PRINTED[what]

    assert markdown.seen(printed) == markdown.output(printed) == shown
