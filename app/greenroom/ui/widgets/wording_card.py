"""Wordings side by side: drafts with the words that changed, or a weak and a strong example; with what was found."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from greenroom.ui.look import Look
from greenroom.ui.widgets.boxes import clear, column, row
from greenroom.ui.widgets.card import Card, Rule
from greenroom.ui.widgets.margin_note import Noted
from greenroom.ui.widgets.marks import paint_mark, side_word
from greenroom.ui.widgets.text import Text

_MARK = 14
_LONGEST_QUOTE = 90


class Wording(NamedTuple):
    """A message, and how it reads."""

    title: str
    summary: str
    words: str
    marked: Sequence[range]
    """The characters that differ from those beside them."""
    noted: Sequence[Noted]


class _Found(QWidget):
    """One finding in a line or two: the move and the words."""

    def __init__(self, look: Look, noted: Noted) -> None:
        super().__init__()
        self._look, self._side = look, noted.finding.side
        words = noted.words if len(noted.words) <= _LONGEST_QUOTE else f"{noted.words[:_LONGEST_QUOTE]}…"
        told = self.tr("{move}: “{words}”").format(move=noted.move, words=" ".join(words.split()))
        text = Text(look, told, "small", "ink_soft")
        text.setAccessibleName(self.tr("{side}. {told}").format(side=side_word(self._side), told=told))
        line = row(look)
        line.addSpacing(look.pixels(_MARK) + look.space(8))
        line.addWidget(text, 1)
        self.setLayout(line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, size = QPainter(self), self._look.pixels(_MARK)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, self._look, self._side, QPointF(size / 2, self._look.line_height("small") / 2), size)


class WordingCard(Card):
    """Shows one of them."""

    def __init__(self, look: Look, wording: Wording) -> None:
        super().__init__(look, margins=(22, 18, 22, 18), spacing=10)
        text = Text(look, "", "body")
        text.show_text(wording.words, wording.marked)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.box.add(Text(look, wording.title, "heading"), Text(look, wording.summary, "small", "ink_soft"), text)
        if wording.noted:
            self.box.add(Rule(look), *(_Found(look, noted) for noted in wording.noted))
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
