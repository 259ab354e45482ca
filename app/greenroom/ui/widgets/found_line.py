"""What the coach found in some words, in a line or two, with the mark of its side."""

import textwrap

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Look
from greenroom.ui.widgets.boxes import column, row
from greenroom.ui.widgets.margin_note import Noted
from greenroom.ui.widgets.marks import paint_mark, side_word
from greenroom.ui.widgets.text import Text

_MARK = 14
_LONGEST_QUOTE = 90


class FoundLine(QWidget):
    """Shows the move and the words; with `explained`, why as well."""

    def __init__(self, look: Look, noted: Noted, *, explained: bool = False) -> None:
        super().__init__()
        self._look, self._side = look, noted.finding.side
        words = textwrap.shorten(noted.words, _LONGEST_QUOTE, placeholder="…")
        told = self.tr("{move}: “{words}”").format(move=noted.move, words=words)
        text = Text(look, told, "small", "ink_soft")
        text.setAccessibleName(self.tr("{side}. {told}").format(side=side_word(self._side), told=told))
        lines = column(look, text)
        if explained:
            lines.add(Text(look, noted.finding.why, "small", "ink_soft"))
        line = row(look)
        line.addSpacing(look.pixels(_MARK) + look.space(8))
        line.addLayout(lines, 1)
        self.setLayout(line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, size = QPainter(self), self._look.pixels(_MARK)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, self._look, self._side, QPointF(size / 2, self._look.line_height("small") / 2), size)
