"""Wordings side by side: drafts with the words that changed, or a weak and a strong example; with what was found."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from greenroom.ui.look import Look
from greenroom.ui.widgets.boxes import clear, column, row
from greenroom.ui.widgets.card import Card, Rule
from greenroom.ui.widgets.found_line import FoundLine
from greenroom.ui.widgets.margin_note import Noted
from greenroom.ui.widgets.text import Text


class Wording(NamedTuple):
    """A message, and how it reads."""

    title: str
    summary: str
    words: str
    marked: Sequence[range]
    """The characters that differ from those beside them."""
    noted: Sequence[Noted]


class WordingCard(Card):
    """Shows one of them."""

    def __init__(self, look: Look, wording: Wording) -> None:
        super().__init__(look, margins=(22, 18, 22, 18), spacing=10)
        text = Text(look, "", "body")
        text.show_text(wording.words, wording.marked)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.box.add(Text(look, wording.title, "heading"), Text(look, wording.summary, "small", "ink_soft"), text)
        if wording.noted:
            self.box.add(Rule(look), *(FoundLine(look, noted) for noted in wording.noted))
        self.box.addStretch(1)


class Wordings(QWidget):
    """Shows several side by side, or below each other."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._head = Text(look, "", "body", "ink_soft")
        self._line = row(look, spacing=20)
        self.setLayout(column(look, self._head, self._line, spacing=12))

    def show_wordings(self, head: str, wordings: Sequence[Wording]) -> None:
        """Show these in place of those before."""
        self._head.show_text(head)
        clear(self._line)
        for wording in wordings:
            self._line.addWidget(WordingCard(self._look, wording), 1)

    def arrange(self, *, upright: bool) -> None:
        """Put them below each other, or side by side."""
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.TopToBottom if upright else directions.LeftToRight)
