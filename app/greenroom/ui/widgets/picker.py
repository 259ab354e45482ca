"""A list that opens on demand, of which one entry is picked."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QSizePolicy

from greenroom.ui.look import Look
from greenroom.ui.widgets.shapes import paint_box, paint_focus

_RADIUS = 10
_HEIGHT = 36
_PADDING = 12
_WIDEST = 300
_ARROW = 4.0


class Picker(QComboBox):
    """Shows the entry that was picked, and the others when it is opened."""

    picked = Signal(str)
    """The key of an entry."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda place: self.picked.emit(self.itemData(place)))

    def show_entries(self, entries: Mapping[str, str], key: str) -> None:
        """Offer entries, words by key, of which the one of this key holds."""
        self.clear()
        for each, words in entries.items():
            self.addItem(words, each)
        self.setCurrentIndex(self.findData(key))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        self.setFont(self._look.font("small"))
        words = QFontMetrics(self.font()).horizontalAdvance(self.currentText())
        room = words + 3 * self._look.space(_PADDING) + 4 * round(_ARROW)
        return QSize(min(room, self._look.pixels(_WIDEST)), self._look.pixels(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.pixels(60), self._look.pixels(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = QPainter(self), QRectF(self.rect())
        paint_box(painter, self._look, box, "surface", "control", _RADIUS)
        if self.hasFocus():
            paint_focus(painter, self._look, box, _RADIUS)
        padding = self._look.space(_PADDING)
        words = self.rect().adjusted(padding, 0, -2 * padding - round(2 * _ARROW), 0)
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.colour("ink"))
        shown = painter.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        self._paint_arrow(painter, box.right() - padding - _ARROW, box.center().y())

    def _paint_arrow(self, painter: QPainter, x: float, y: float) -> None:
        painter.setPen(QPen(self._look.colour("ink_soft"), 1.6))
        for side in (-1, 1):
            painter.drawLine(round(x + side * _ARROW), round(y - _ARROW / 2), round(x), round(y + _ARROW / 2))
