"""What is said, as bubbles: theirs on the left, yours on the right. A side never colours a bubble."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel

from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import wrapping
from greenroom.ui.widgets.buttons import PlainButton
from greenroom.ui.widgets.motion import rise
from greenroom.ui.widgets.shapes import paint_focus
from greenroom.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from greenroom.ui.theme import Colour

_WIDEST = 35
"""In em."""
_SHARE = 0.84
"""Of the column's width, at most."""
_PADDING_X, _PADDING_Y = 16, 11
_RADIUS, _CORNER = 16, 5
_ICON, _ICON_GAP, _OFFER_GAP = 16, 6, 12


class Speech:
    """The bubble itself, in a row of any width: how wide and high it gets, and how it is painted."""

    def __init__(self, look: Look, text: str, *, mine: bool, act: bool = False, marked: Sequence[range] = ()) -> None:
        self._look, self._mine = look, mine
        self._words = TextBlock(look, text, "speech", italic=act, marked=marked)

    def width(self, row: int) -> int:
        """Return its width in a row of this width, after balancing its lines."""
        padding = 2 * self._look.space(_PADDING_X)
        widest = min(_WIDEST * self._look.font("speech").pixelSize(), round(row * _SHARE))
        return self._words.snug_width(max(1, widest - padding)) + padding

    def height(self, row: int) -> int:
        """Return its height in a row of this width."""
        padding = self._look.space(_PADDING_X), self._look.space(_PADDING_Y)
        return self._words.height(self.width(row) - 2 * padding[0]) + 2 * padding[1] + 1

    def paint(self, painter: QPainter, box: QRectF, *, past: bool) -> None:
        """Paint it; what is past is fainter."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outlined = not self._mine or self._look.theme.high_contrast
        pen = QPen(self._look.colour("line"), self._look.hairline)
        painter.setPen(pen if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("tint" if self._mine else "surface"))
        painter.drawPath(_outline(box.adjusted(1, 1, -1, -1), mine=self._mine))
        across, down = self._look.space(_PADDING_X), self._look.space(_PADDING_Y)
        colour: Colour = "ink_soft" if past else "ink"
        self._words.paint(painter, box.x() + across, box.y() + down, int(box.width()) - 2 * across, colour)


class SpeechLabel(QLabel):
    """Speech that only stands there; a subclass paints it."""

    def __init__(self, look: Look, speech: Speech, text: str, name: str) -> None:
        """Show `speech`, which says `text`; `name` is what a screen reader says."""
        super().__init__()
        self._look, self._speech = look, speech
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)  # or Qt would have its height follow from nothing
        self.setText(text)
        self.setAccessibleName(name)
        self.setSizePolicy(wrapping())

    def heightForWidth(self, width: int) -> int:
        return self._speech.height(width)

    def sizeHint(self) -> QSize:
        return QSize(200, self._speech.height(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, 1)


class PartnerBubble(SpeechLabel):
    """What the partner says."""

    def __init__(self, look: Look, speaker: str, text: str) -> None:
        said = QCoreApplication.translate("Bubble", "{name} said: {words}")
        super().__init__(look, Speech(look, text, mine=False), text, said.format(name=speaker, words=text))
        self._past = False
        self.rise = rise(self)

    def show_past(self, past: bool) -> None:  # noqa: FBT001  # the one thing it says
        """Show it as something said earlier, or as what is being said now."""
        self._past = past
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(0, self.rise.now)
        box = QRectF(0, 0, self._speech.width(self.width()), self.height())
        self._speech.paint(painter, box, past=self._past)


class OwnBubble(PlainButton):
    """What you said or did; pressing it goes back to before it, and it says so when pointed at."""

    def __init__(self, look: Look, pictures: Pictures, text: str, *, act: bool) -> None:
        super().__init__(look, text)
        self._speech = Speech(look, text, mine=True, act=act)
        self._pictures = pictures
        self._past = False
        self._offer = TextBlock(look, QCoreApplication.translate("Bubble", "Go back to here"), "small_strong", "accent")
        self.rise = rise(self)
        self.setAccessibleName(own_words(text, act=act))
        self.setAccessibleDescription(self._offer.text)
        self.setSizePolicy(wrapping())

    def show_past(self, past: bool) -> None:  # noqa: FBT001  # the one thing it says
        """Show it as something said earlier, or as what is being said now."""
        self._past = past
        self.update()

    def heightForWidth(self, width: int) -> int:
        return self._speech.height(self._room(width))

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(0, self.rise.now)
        width = self._speech.width(self._room(self.width()))
        box = QRectF(self.width() - width, 0, width, self.height())
        self._speech.paint(painter, box, past=self._past)
        if self.hasFocus():
            paint_focus(painter, self._look, box, _RADIUS)
        if self.hasFocus() or self.pointed_at:
            self._paint_offer(painter, box)

    def _paint_offer(self, painter: QPainter, box: QRectF) -> None:
        x = box.left() - self._offer_width()
        size = self._look.pixels(_ICON)
        icon = self._pictures.icon("take-back", size, "accent", self.devicePixelRatioF())
        painter.drawPixmap(QPointF(x, (self.height() - size) / 2), icon)
        width = self._offer.natural_width()
        y = (self.height() - self._offer.height(width)) / 2
        self._offer.paint(painter, x + size + self._look.space(_ICON_GAP), y, width)

    def _offer_width(self) -> int:
        gaps = self._look.space(_ICON_GAP) + self._look.space(_OFFER_GAP)
        return self._offer.natural_width() + self._look.pixels(_ICON) + gaps

    def _room(self, width: int) -> int:
        """Return the width of the row that leaves room for the offer beside the bubble."""
        return max(1, min(width, round((width - self._offer_width()) / _SHARE)))


def own_words(words: str, *, act: bool) -> str:
    """Return what a screen reader says of something that you said, or did (`act`)."""
    did = QCoreApplication.translate("Bubble", "You did: {words}")
    said = QCoreApplication.translate("Bubble", "You said: {words}")
    return (did if act else said).format(words=words)


def _outline(box: QRectF, *, mine: bool) -> QPainterPath:
    """Return a rounded box with a small corner at the bottom on the speaker's side."""
    left, right = (_RADIUS, _CORNER) if mine else (_CORNER, _RADIUS)
    path = QPainterPath(QPointF(box.left() + _RADIUS, box.top()))
    for corner, radius, start in (
        (box.topRight() + QPointF(-_RADIUS, _RADIUS), _RADIUS, 90),
        (box.bottomRight() - QPointF(right, right), right, 0),
        (box.bottomLeft() + QPointF(left, -left), left, -90),
        (box.topLeft() + QPointF(_RADIUS, _RADIUS), _RADIUS, 180),
    ):
        path.arcTo(corner.x() - radius, corner.y() - radius, 2 * radius, 2 * radius, start, -90)
    path.closeSubpath()
    return path
