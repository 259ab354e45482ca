"""The words in a stop of the map: as large as they fit, so that they can be read from further away."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from greenroom.arranging import HEIGHT, WIDTH
from greenroom.ui.look import Look

_FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
_USUAL, _LARGEST, _SMALLEST = 13, 21, 7
"""Pixels at 100 %."""
_WISHED = 10.0
"""Pixels on the screen: words are enlarged, within their stop, when the map is so far away that they are smaller."""
_UNREADABLE = 4.0
_ROOM = QRectF(-WIDTH / 2 + 6, -HEIGHT / 2 + 3, WIDTH - 12, HEIGHT - 6)


class Fitted(NamedTuple):
    """Words in the font in which they fit, and the room that they take."""

    words: str
    font: QFont
    needed: QRectF


class MapLabels:
    """Measures and paints labels; what fits is kept for as long as the font holds."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._fitted: dict[tuple[str, int], Fitted] = {}

    def paint(self, painter: QPainter, text: str, scale: float) -> None:
        """Paint a label around the painter's origin; `scale` is the size of a pixel of the map on the screen."""
        zoom = scale / self._look.scale
        if _LARGEST * zoom < _UNREADABLE:
            return
        words, font, _ = self.fitted(text, zoom)
        painter.setFont(font)
        painter.drawText(_ROOM, _FLAGS, words)

    def fitted(self, text: str, zoom: float) -> Fitted:
        """Return a label as it is shown at a zoom; words that nothing could fit in are left out at its end."""
        wished = min(max(round(_WISHED / zoom), _USUAL), _LARGEST)
        if (text, wished) not in self._fitted:
            self._fitted[text, wished] = self._fit(text, wished)
        return self._fitted[text, wished]

    def _fit(self, text: str, wished: int) -> Fitted:
        for size in range(wished, _SMALLEST - 1, -1):
            if _fits(needed := _needed(text, font := self._font(size))):
                return Fitted(text, font, needed)
        words, font = text.split(), self._font(_SMALLEST)
        while len(words) > 1 and not _fits(_needed(" ".join(words) + " …", font)):
            words.pop()
        return Fitted(shown := " ".join(words) + " …", font, _needed(shown, font))

    def _font(self, size: int) -> QFont:
        font = QFont(self._look.font("label"))
        font.setPixelSize(size)
        return font


def _needed(text: str, font: QFont) -> QRectF:
    return QFontMetricsF(font).boundingRect(_ROOM, _FLAGS, text)


def _fits(needed: QRectF) -> bool:
    return needed.width() <= _ROOM.width() and needed.height() <= _ROOM.height()
