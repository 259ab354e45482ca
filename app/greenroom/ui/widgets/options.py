"""A choice between a few settings, all in sight."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from greenroom.ui.look import Look
from greenroom.ui.widgets.buttons import PlainButton
from greenroom.ui.widgets.scroll import step_onto
from greenroom.ui.widgets.shapes import paint_box, paint_focus

if TYPE_CHECKING:
    from greenroom.ui.theme import Colour

_HEIGHT = 38
_RADIUS = 10
_PADDING, _GAP, _DOT = 12, 9, 16
_MOST_ABREAST = 3


class Option(PlainButton):
    """One setting; only one of a group is chosen."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._look.font("body")).horizontalAdvance(self.text())
        return QSize(words + self._words_x + self._look.space(_PADDING), self._look.pixels(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        body = QRectF(self.rect())
        fill: Colour = "tint" if self.isChecked() or self.pointed_at else "surface"
        paint_box(painter, self._look, body, fill, "accent" if self.isChecked() else "line", _RADIUS)
        if self.hasFocus():
            paint_focus(painter, self._look, body, _RADIUS)
        self._paint_dot(painter)
        painter.setFont(self._look.font("body"))
        painter.setPen(self._look.colour("ink"))
        beside = self.rect().adjusted(self._words_x, 0, 0, 0)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_dot(self, painter: QPainter) -> None:
        radius = self._look.pixels(_DOT) / 2
        centre = QPointF(self._look.space(_PADDING) + radius, self.height() / 2)
        painter.setPen(QPen(self._look.colour("accent" if self.isChecked() else "control"), 1.6))
        painter.setBrush(self._look.colour("field"))
        painter.drawEllipse(centre, radius - 1, radius - 1)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent"))
            painter.drawEllipse(centre, radius * 0.5, radius * 0.5)

    @property
    def _words_x(self) -> int:
        return self._look.space(_PADDING) + self._look.pixels(_DOT) + self._look.space(_GAP)


class Options(QWidget):
    """A group of settings, of which one holds."""

    picked = Signal(object)
    """The value that was picked."""

    def __init__(self, look: Look, name: str, texts: Mapping[str, str] | Mapping[int, str]) -> None:
        super().__init__()
        self._look = look
        self._options: dict[str | int, Option] = {value: Option(look, text) for value, text in texts.items()}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._grid)
        self.setAccessibleName(name)
        for value, option in self._options.items():
            option.setObjectName(f"option-{value}")
            option.clicked.connect(lambda _checked=False, value=value: self.picked.emit(value))

    @property
    def chosen(self) -> Option:
        """The one that holds."""
        return next(option for option in self._options.values() if option.isChecked())

    @property
    def width_abreast(self) -> int:
        """The width in which all of them stand side by side."""
        widest = max(option.sizeHint().width() for option in self._options.values())
        return len(self._options) * (widest + self._look.space(8))

    def show_value(self, value: str | int) -> None:
        """Show which one holds."""
        for each, option in self._options.items():
            option.setChecked(each == value)
            # The Tab key stops at the one that holds; the arrows lead to the others.
            option.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == value else Qt.FocusPolicy.ClickFocus)

    def arrange(self) -> None:
        """Put them side by side as far as there is room."""
        spacing = self._look.space(8)
        widest = max(option.sizeHint().width() for option in self._options.values())
        abreast = min(max(1, (self.width() + spacing) // (widest + spacing)), _MOST_ABREAST)
        self._grid.setSpacing(spacing)
        for place, option in enumerate(self._options.values()):
            self._grid.addWidget(option, place // abreast, place % abreast)
        for across in range(_MOST_ABREAST):
            self._grid.setColumnStretch(across, int(across < abreast))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back, on = (Qt.Key.Key_Left, Qt.Key.Key_Up), (Qt.Key.Key_Right, Qt.Key.Key_Down)
        step = 1 if event.key() in on else -1 if event.key() in back else 0
        options = list(self._options.values())
        focused = next((place for place, option in enumerate(options) if option.hasFocus()), None)
        if not step or focused is None:
            super().keyPressEvent(event)
            return
        option = options[(focused + step) % len(options)]
        step_onto(option, Qt.FocusReason.TabFocusReason)
        option.click()
