"""A scroll area without a frame, with a thin bar in the colours of the theme."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from greenroom.ui.look import Look
from greenroom.ui.widgets.boxes import NO_MARGINS, Box, Margins, row

_BAR = 10
_HANDLE = 6
_MARGIN = 16
"""Around a part that is kept in view."""


class ScrollBar(QScrollBar):
    """A rounded handle and nothing else."""

    marked = False
    """Whether what it scrolls has the focus."""

    def __init__(self, look: Look) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._look = look

    def sizeHint(self) -> QSize:
        return QSize(_BAR, 3 * _BAR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.maximum() == self.minimum():
            return
        from PySide6.QtWidgets import QStyle, QStyleOptionSlider  # noqa: PLC0415  # slow, and not every view scrolls

        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ScrollBarSlider
        handle = self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("focus" if self.marked else "control"))
        width = _BAR if self.marked else _HANDLE
        x = (self.width() - width) / 2
        painter.drawRoundedRect(QRectF(x, handle.y(), width, handle.height()), width / 2, width / 2)


class ScrollArea(QScrollArea):
    """Scrolls its content up and down.

    The content is as wide as the area without its bar, whether or not there is something to scroll: nothing moves
    aside when the bar appears.
    """

    def __init__(self, look: Look, content: QWidget, name: str = "") -> None:
        """Scroll `content`; with a `name` the Tab key stops at it, for content that has no stop of its own."""
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._bar = ScrollBar(look)
        self.setVerticalScrollBar(self._bar)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self._followed: QWidget | None = None
        self._bar.rangeChanged.connect(self._on_range_changed)
        self._bar.actionTriggered.connect(self.let_go)  # by the wheel, a key or the handle
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view = QWidget()  # asking Qt for its own would have PySide make every class of widget there is
        self.setViewport(self._view)
        self._content = content
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self._view.setAutoFillBackground(False)

    def follow(self, part: QWidget) -> None:
        """Keep `part` in view, all of it or its top where it is taller than the view, until one goes elsewhere."""
        self._followed = part
        self._show_followed()

    def let_go(self) -> None:
        """Stay where it is from now on, whatever grows or shrinks."""
        self._followed = None

    def show_stop(self, stop: QWidget) -> None:
        """Bring a part that got the focus into view."""
        self.let_go()
        middle = stop.mapTo(self._content, stop.rect().center())  # Qt's own way shows no more of a text than its cursor
        self.ensureVisible(middle.x(), middle.y(), 0, stop.height() // 2 + _MARGIN)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark(marked=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark(marked=False)

    def _mark(self, *, marked: bool) -> None:
        self._bar.marked = marked
        self._bar.update()

    def _on_range_changed(self, _least: int, most: int) -> None:
        stops = bool(self.accessibleName()) and most > 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if stops else Qt.FocusPolicy.NoFocus)
        self._show_followed()

    def _show_followed(self) -> None:
        part = self._followed
        if part is None or not self._content.isAncestorOf(part):
            return
        top = part.mapTo(self._content, QPoint(0, 0)).y() - _MARGIN
        bottom = top + part.height() + 2 * _MARGIN - self._view.height()
        self._bar.setValue(min(top, bottom))


class ScrollColumn(ScrollArea):
    """Scrolls a column of limited width, which stands at the left of the area or in its middle."""

    def __init__(self, look: Look, inside: Box, margins: Margins = NO_MARGINS, *, centred: bool = False) -> None:
        column = QWidget()
        column.setLayout(inside)
        line = row(look, margins=margins)
        if centred:
            line.addStretch(1)
        line.addWidget(column, 100)
        line.addStretch(1)
        around = QWidget()
        around.setLayout(line)
        super().__init__(look, around)
        self._column = column

    def limit_width(self, widest: int) -> None:
        """Let the column get this wide at most, in pixels."""
        self._column.setMaximumWidth(widest)


def step_onto(stop: QWidget, reason: Qt.FocusReason) -> None:
    """Put the focus on a part, and the part in sight."""
    stop.setFocus(reason)
    around = stop.parentWidget()
    while around is not None:
        if isinstance(around, ScrollArea):
            around.show_stop(stop)
        around = around.parentWidget()
