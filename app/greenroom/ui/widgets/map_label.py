"""The words in a stop of the map: as large as they fit, so that they can be read from further away."""

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


class MapLabels:
    """Measures and paints labels; what fits is kept for as long as the font holds."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._fitted: dict[tuple[str, int], tuple[str, QFont]] = {}

    def paint(self, painter: QPainter, text: str, scale: float) -> None:
        """Paint a label around the painter's origin; `scale` is the size of a pixel of the map on the screen."""
        zoom = scale / self._look.scale
        wished = min(max(round(_WISHED / zoom), _USUAL), _LARGEST)
        if wished * zoom < _UNREADABLE:
            return
        if (text, wished) not in self._fitted:
            self._fitted[text, wished] = self._fit(text, wished)
        words, font = self._fitted[text, wished]
        painter.setFont(font)
        painter.drawText(_ROOM, _FLAGS, words)

    def _fit(self, text: str, wished: int) -> tuple[str, QFont]:
        for size in range(wished, _SMALLEST - 1, -1):
            font = self._font(size)
            if _fits(text, font):
                return text, font
        font, words = self._font(_SMALLEST), text.split()
        while len(words) > 1 and not _fits(" ".join(words) + " …", font):
            words.pop()
        return " ".join(words) + " …", font

    def _font(self, size: int) -> QFont:
        font = QFont(self._look.font("label"))
        font.setPixelSize(size)
        return font


def _fits(text: str, font: QFont) -> bool:
    needed = QFontMetricsF(font).boundingRect(_ROOM, _FLAGS, text)
    return needed.width() <= _ROOM.width() and needed.height() <= _ROOM.height()
