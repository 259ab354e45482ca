"""One of several values, folded into a line until it is pressed."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from greenroom.ui.look import Look
from greenroom.ui.widgets.boxes import column, wrapping
from greenroom.ui.widgets.buttons import PlainButton
from greenroom.ui.widgets.text_block import TextBlock
from greenroom.ui.widgets.walking import place_after

_RADIUS = 10
_PADDING_X, _PADDING_Y = 12, 8
_ARROW = 9
_LOWEST = 38


class Value(NamedTuple):
    """One value."""

    id: str
    words: str


class _Line(PlainButton):
    """A line that can be pressed: what is chosen, or a value to choose."""

    def __init__(self, look: Look, name: str = "") -> None:
        super().__init__(look)
        self._name, self._words = name, TextBlock(look, "")
        self._holds = self._unfolded = False
        self.setSizePolicy(wrapping())

    def show_words(self, words: str, *, holds: bool = False, unfolded: bool = False) -> None:
        """Show words; `holds` tells that they are chosen, `unfolded` that there is something below."""
        self._words = TextBlock(self._look, words, "body")
        self._holds, self._unfolded = holds, unfolded
        self.setText(words)
        chosen = QCoreApplication.translate("Chooser", "{words} (chosen)").format(words=words)
        self.setAccessibleName(chosen if holds and not self._name else words)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        lowest = self._look.pixels(_LOWEST)
        return max(lowest, self._words.height(self._room(width)) + 2 * self._look.space(_PADDING_Y))

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.pixels(120), 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_surface(painter, _RADIUS, "tint" if self._holds and not self._name else "surface")
        room = self._room(self.width())
        y = (self.height() - self._words.height(room)) / 2
        self._words.paint(painter, self._look.space(_PADDING_X), y, room)
        if self._name:
            self._paint_arrow(painter)
        elif self._holds:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent"))
            painter.drawEllipse(self._sign, self._look.pixels(_ARROW) / 2, self._look.pixels(_ARROW) / 2)

    def _paint_arrow(self, painter: QPainter) -> None:
        half = self._look.pixels(_ARROW) / 2
        x, y = self._sign.x(), self._sign.y()
        down = -half / 2 if self._unfolded else half / 2
        painter.setPen(QPen(self._look.colour("ink_soft"), 1.7))
        points = [QPointF(x - half, y - down), QPointF(x, y + down), QPointF(x + half, y - down)]
        painter.drawPolyline(QPolygonF(points))

    def _room(self, width: int) -> int:
        sign = self._look.pixels(_ARROW) + self._look.space(_PADDING_X)
        return max(1, width - 2 * self._look.space(_PADDING_X) - sign)

    @property
    def _sign(self) -> QPointF:
        """The middle of the arrow, or of the dot that marks what is chosen."""
        half = self._look.pixels(_ARROW) / 2
        return QPointF(self.width() - self._look.space(_PADDING_X) - half, self.height() / 2)


class Chooser(QWidget):
    """Shows what is chosen; pressed, it unfolds all there is to choose from, in place."""

    picked = Signal(str)
    """The id of the value; empty for "any"."""

    def __init__(self, look: Look, name: str, anything: str) -> None:
        """Choose a `name`, such as "Situation"; `anything` says that none is chosen, such as "Any situation"."""
        super().__init__()
        self._look, self._name, self._anything = look, name, anything
        self._values: list[Value] = []
        self._chosen = ""
        self._lines: list[_Line] = []
        self.head = _Line(look, name)
        self._box = column(look, spacing=4)
        self._list = QWidget()
        self._list.setLayout(self._box)
        self.head.clicked.connect(lambda: self.unfold(unfolded=not self.is_unfolded))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setLayout(column(look, self.head, self._list, spacing=4))

    def show_values(self, values: Sequence[Value], chosen: str) -> None:
        """Show which of `values` is chosen (none: empty), folded."""
        self._values = [Value("", self._anything), *values]
        self._chosen = chosen
        self.unfold(unfolded=False)

    def unfold(self, *, unfolded: bool) -> None:
        """Show all there is to choose from, or fold it."""
        had_focus = any(line.hasFocus() for line in self._lines)
        self.head.show_words(self._head_words, unfolded=unfolded)
        if unfolded:
            self._fill()
        self._list.setVisible(unfolded)
        if had_focus and not unfolded:
            self.head.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_unfolded(self) -> bool:
        """Whether all there is to choose from is in sight."""
        return not self._list.isHidden()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        stops = [self.head, *self._lines] if self.is_unfolded else []
        focused = next((place for place, stop in enumerate(stops) if stop.hasFocus()), None)
        place = None if focused is None else place_after(event.key(), focused, len(stops))
        if event.key() == Qt.Key.Key_Escape and self.is_unfolded:
            self.unfold(unfolded=False)
        elif place is None:
            super().keyPressEvent(event)
        else:
            stops[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _fill(self) -> None:
        while len(self._lines) < len(self._values):
            self._add_line()
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(self._values))
            if place < len(self._values):
                value = self._values[place]
                line.show_words(value.words, holds=value.id == self._chosen)
                line.setObjectName(f"value-{value.id or 'any'}")

    def _add_line(self) -> None:
        place = len(self._lines)
        line = _Line(self._look)
        line.clicked.connect(lambda: self._on_picked(place))
        self._lines.append(line)
        self._box.addWidget(line)

    def _on_picked(self, place: int) -> None:
        self._chosen = self._values[place].id
        self.unfold(unfolded=False)
        self.picked.emit(self._chosen)

    @property
    def _head_words(self) -> str:
        chosen = next((value.words for value in self._values if value.id == self._chosen), self._chosen)
        named = QCoreApplication.translate("Chooser", "{name}: {value}").format(name=self._name, value=chosen)
        return named if self._chosen else self._anything
