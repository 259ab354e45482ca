"""Words in small type that open something: a source's line beside an explanation."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import wrapping
from greenroom.ui.widgets.buttons import PlainButton
from greenroom.ui.widgets.shapes import paint_ring
from greenroom.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from greenroom.ui.theme import Colour

_ICON = 15
_GAP = 8
_PADDING = 6
_RADIUS = 7
_LOWEST = 34
"""Pixels: what is lower is hard to hit."""


class Link(PlainButton):
    """An icon and underlined words, of which the whole line can be pressed."""

    def __init__(self, look: Look, pictures: Pictures, icon: str, text: str) -> None:
        super().__init__(look, text)
        self._pictures, self._icon = pictures, icon
        self._words = TextBlock(look, text, "small", "accent", underline=True)
        self.setSizePolicy(wrapping(QSizePolicy.Policy.Preferred))

    def heightForWidth(self, width: int) -> int:
        return max(_LOWEST, self._words.height(self._room(width)) + 2 * _PADDING)

    def sizeHint(self) -> QSize:
        width = self._words.natural_width() + self._words_x + _PADDING
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._words_x + self._words.narrowest_width() + _PADDING, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = self._look.pixels(_ICON)
        picture = self._pictures.icon(self._icon, size, "ink_faint", self.devicePixelRatioF())
        room = self._room(self.width())
        y = (self.height() - self._words.height(room)) / 2
        painter.drawPixmap(QPointF(0, y + (self._look.line_height("small") - size) / 2), picture)
        colour: Colour = "accent_hover" if self.pointed_at else "accent"
        self._words.paint(painter, self._words_x, y, room, colour)
        if self.hasFocus():
            words = QRectF(self.rect()).adjusted(self._words_x - _PADDING, 0, 0, 0)
            paint_ring(painter, self._look, words, _RADIUS)

    def _room(self, width: int) -> int:
        return max(1, width - self._words_x - _PADDING)

    @property
    def _words_x(self) -> int:
        return self._look.pixels(_ICON) + self._look.space(_GAP)
