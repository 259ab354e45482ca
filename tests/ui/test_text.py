"""Plain text: how it wraps, how wide it wants to be, and that it stays plain."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from greenroom.paths import shipped
from greenroom.ui.look import Look
from greenroom.ui.theme import read_theme
from greenroom.ui.widgets.text import Text
from greenroom.ui.widgets.text_block import TextBlock

LONG = "Most people ask about the talk that worked. You asked about the one that did not."


@pytest.fixture
def look(qapp: object, tmp_path: Path) -> Look:  # noqa: ARG001  # fonts need an application
    """Return the look of light colours."""
    return Look(read_theme("light", shipped("assets"), tmp_path))


def test_a_text_grows_in_height_as_it_narrows(look: Look) -> None:
    """It takes one line where there is room, and whole lines more where there is less."""
    block = TextBlock(look, LONG)
    heights = [round(lines * look.line_height("body")) for lines in (1, 2, 3)]
    assert block.height(block.natural_width()) == heights[0]
    assert block.height(block.natural_width() // 2) in heights[1:]


@pytest.mark.parametrize("text", ["After a year", "Asking for help", "A fifth", "Walking in", "Jay"])
def test_a_text_has_a_single_line_in_the_width_it_asks_for(look: Look, text: str) -> None:
    """In its natural width it is painted on the one line that its height counts on."""
    for role in ("small", "body", "heading"):
        block = TextBlock(look, text, role)
        assert block._broken_into_lines(block.natural_width()).lineCount() == 1


def test_line_breaks_of_the_author_are_kept(look: Look) -> None:
    """Two line breaks make three lines, also those of Windows."""
    assert TextBlock(look, "a\nb\r\nc").height(500) == round(3 * look.line_height("body"))


def test_a_snug_text_takes_no_more_lines(look: Look) -> None:
    """Balancing the lines of a bubble narrows it and adds no line."""
    block = TextBlock(look, LONG)
    most = round(block.natural_width() * 0.7)
    snug = block.snug_width(most)
    assert snug < most
    assert block.height(snug) == block.height(most)


def test_a_text_of_many_pages_takes_the_room_there_is(look: Look) -> None:
    """Its lines are broken for a single width: trying others froze the window for minutes after a large paste."""
    block = TextBlock(look, "I thought of your map again. " * 1_000)
    assert block.snug_width(500) == 500


def test_a_word_too_long_for_any_line_is_broken(look: Look) -> None:
    """A word of a thousand letters asks for no more than a line can give, and takes many."""
    block = TextBlock(look, "x" * 1000)
    assert block.narrowest_width() < 200
    assert block.height(200) > 10 * look.line_height("body")


def test_lines_are_never_lower_than_letters(look: Look) -> None:
    """At every size and for every role a line has the height of the font at least."""
    for size in (100, 150, 200):
        look.change(look.theme, size, 12)
        for role in ("display", "title", "heading", "body", "strong", "speech", "small", "small_strong", "label"):
            font_height = look.font(role).pixelSize()
            assert look.line_height(role) > font_height


def test_markup_is_text(look: Look, qtbot: QtBot) -> None:
    """Tags are shown and read out as they are written."""
    text = Text(look, "<b>bold</b> &amp; <img src=file:///etc/passwd>")
    qtbot.addWidget(text)
    assert text.textFormat() == Qt.TextFormat.PlainText
    assert text.sizeHint().width() > Text(look, "bold & ").sizeHint().width() * 2
    assert text.text().startswith("<b>")
