"""A line of text in a field: one to search with, one to copy from."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from greenroom.ui.look import Look
from greenroom.ui.widgets.boxes import row
from greenroom.ui.widgets.shapes import paint_box, paint_focus

_RADIUS = 11
_HEIGHT = 40
_WIDTH = 240


class LineField(QWidget):
    """A frame with a line of text (`line`) in it."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.line = _Line(name)
        self.line.setFrame(False)
        self.line.focus_changed.connect(self.update)
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLayout(row(look, self.line, margins=(12, 6, 12, 6)))

    def sizeHint(self) -> QSize:
        self.line.setFont(self._look.font("body"))
        return QSize(self._look.pixels(_WIDTH), self._look.pixels(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = QPainter(self), QRectF(self.rect())
        paint_box(painter, self._look, box, "field", "control", _RADIUS, 1.2)
        if self.line.hasFocus():
            paint_focus(painter, self._look, box, _RADIUS)


class _Line(QLineEdit):
    """Tells the frame around it when the focus comes or goes."""

    focus_changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()
