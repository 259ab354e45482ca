"""A scenario on the home: whom one meets, what it is about, and whether one has tried it."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import wrapping
from greenroom.ui.widgets.buttons import PlainButton
from greenroom.ui.widgets.shapes import paint_rim
from greenroom.ui.widgets.text_block import TextBlock

_PORTRAIT = 56
_LEFT, _TOP, _RIGHT, _BOTTOM = 18, 17, 18, 15
_GAP = 12
_WIDTH, _LOWEST = 280, 198
_RADIUS = 14


class Situation(NamedTuple):
    """What the card of a scenario shows."""

    title: str
    summary: str
    portrait: str
    note: str
    playable: bool


class SituationCard(PlainButton):
    """Paints all of itself: a home with many scenarios would else be made of thousands of widgets."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look)
        self._pictures = pictures
        self.setSizePolicy(wrapping())
        self.show_situation(Situation("", "", "", "", playable=False))

    def show_situation(self, situation: Situation) -> None:
        """Show a scenario; one that cannot be played looks it, and says why."""
        self._situation = situation
        self._title = TextBlock(self._look, situation.title, "heading")
        self._summary = TextBlock(self._look, situation.summary, "body", "ink_soft")
        self._note = TextBlock(self._look, situation.note, "small", "ink_faint")
        name = self.tr("{title}. {summary} {note}.")
        self.setAccessibleName(name.format(title=situation.title, summary=situation.summary, note=situation.note))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        inner = self._inner_width(width)
        head = max(self._portrait_size, self._title.height(self._title_width(width)))
        body = self._summary.height(inner) + self._note.height(inner) + 3 * self._look.space(_GAP)
        needed = self._look.space(_TOP) + head + body + self._look.space(_BOTTOM)
        return max(self._look.pixels(_LOWEST, most=1.2), needed)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, self._look.pixels(_LOWEST, most=1.2))

    def minimumSizeHint(self) -> QSize:
        words = max(block.narrowest_width() for block in (self._summary, self._note))
        return QSize(words + self._look.space(_LEFT) + self._look.space(_RIGHT), self._look.pixels(100))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_surface(painter, _RADIUS, "surface" if self._situation.playable else "sunken")
        x, y, inner = self._look.space(_LEFT), self._look.space(_TOP), self._inner_width(self.width())
        size = self._portrait_size
        if size:
            portrait = self._pictures.portrait(self._situation.portrait, "neutral", size, self.devicePixelRatioF())
            painter.drawPixmap(x, y, portrait)
            paint_rim(painter, self._look, QRectF(x, y, size, size))
        title_width = self._title_width(self.width())
        title_height = self._title.height(title_width)
        head = max(size, title_height)
        self._title.paint(painter, x + self._title_x, y + (head - title_height) / 2, title_width)
        self._summary.paint(painter, x, y + head + self._look.space(_GAP), inner)
        note_y = self.height() - self._look.space(_BOTTOM) - self._note.height(inner)
        self._note.paint(painter, x, note_y, inner)

    def _inner_width(self, width: int) -> int:
        return max(1, width - self._look.space(_LEFT) - self._look.space(_RIGHT))

    def _title_width(self, width: int) -> int:
        return max(1, self._inner_width(width) - self._title_x)

    @property
    def _title_x(self) -> int:
        return self._portrait_size + self._look.space(_GAP) if self._portrait_size else 0

    @property
    def _portrait_size(self) -> int:
        return self._look.pixels(_PORTRAIT, most=1.3) if self._situation.playable else 0
