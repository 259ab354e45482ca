"""A field for a few lines of one's own, which tells what was written after a pause, and when one leaves it."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from greenroom.ui.look import Look
from greenroom.ui.widgets.boxes import row
from greenroom.ui.widgets.scroll import ScrollBar
from greenroom.ui.widgets.shapes import paint_box, paint_focus

PAUSE = 800
"""Milliseconds without a key after which what was written is told."""
_RADIUS = 11
_LEAST_LINES, _MOST_LINES = 3, 12
_PADDING = 8


class NoteField(QWidget):
    """A frame with a text (`text`) in it, which grows with what is written."""

    written = Signal(str)
    """What stands there now, when it is something else than was told before."""
    left = Signal()
    """Esc."""

    def __init__(self, look: Look, name: str, hint: str) -> None:
        super().__init__()
        self._look = look
        self._told = ""
        self.text = _Text(look, name, hint)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self.setFocusProxy(self.text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLayout(row(look, self.text, margins=(8, _PADDING, 4, _PADDING)))
        self._connect()

    def show_text(self, text: str) -> None:
        """Show another text; what was written in its place before is told first."""
        self.tell()
        self._told = text
        self.text.setPlainText(text)
        self._pause.stop()

    def tell(self) -> None:
        """Tell what was written, where that has not been done."""
        self._pause.stop()
        text = self.text.toPlainText()
        if text != self._told:
            self._told = text
            self.written.emit(text)

    def sizeHint(self) -> QSize:
        self.text.setFont(self._look.font("body"))
        lines = min(max(self.text.line_count, _LEAST_LINES), _MOST_LINES)
        height = lines * self.text.fontMetrics().lineSpacing() + 2 * round(self.text.document().documentMargin())
        return QSize(self._look.pixels(240), height + 2 * self._look.space(_PADDING))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = QPainter(self), QRectF(self.rect())
        paint_box(painter, self._look, box, "field", "control", _RADIUS, 1.2)
        if self.text.hasFocus():
            paint_focus(painter, self._look, box, _RADIUS)

    def _connect(self) -> None:
        self._pause.timeout.connect(self.tell)
        self.text.textChanged.connect(self._pause.start)
        self.text.document().documentLayout().documentSizeChanged.connect(lambda _size: self.updateGeometry())
        self.text.focus_changed.connect(self._on_focus_changed)
        self.text.left.connect(self.left)

    def _on_focus_changed(self) -> None:
        self.update()
        if not self.text.hasFocus():
            self.tell()


class _Text(QPlainTextEdit):
    """Tells the frame around it when the focus comes or goes, or Esc was pressed."""

    focus_changed = Signal()
    left = Signal()

    def __init__(self, look: Look, name: str, hint: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ScrollBar(look))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    @property
    def line_count(self) -> int:
        """How many lines there are, as they are broken now."""
        return round(self.document().documentLayout().documentSize().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Keys that mean something to the screen around it are letters here.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not event.modifiers():
            event.accept()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()
