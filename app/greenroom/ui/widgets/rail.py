"""The rail at the side: where one can go. With words where there is room, else with icons and tooltips."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import row
from greenroom.ui.widgets.buttons import PlainButton
from greenroom.ui.widgets.card import Panel
from greenroom.ui.widgets.shapes import paint_box, paint_focus
from greenroom.ui.widgets.text import Text

if TYPE_CHECKING:
    from greenroom.ui.theme import Colour

_WIDE, _NARROW = 212, 64
_RADIUS = 10


class Icon(QWidget):
    """A shipped icon, as decoration."""

    def __init__(self, look: Look, pictures: Pictures, name: str, size: int) -> None:
        super().__init__()
        self._look, self._pictures, self._name, self._size = look, pictures, name, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self._look.pixels(self._size, most=1.4)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        picture = self._pictures.icon(self._name, self.width(), "ink_faint", self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, picture)


class RailItem(PlainButton):
    """One place."""

    def __init__(self, look: Look, pictures: Pictures, icon: str, text: str) -> None:
        super().__init__(look, text)
        self._pictures, self._icon = pictures, icon
        self._words_shown, self._here = True, False
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(self, *, words: bool, here: bool) -> None:
        """Show it with or without words, and whether one is there."""
        self._words_shown, self._here = words, here
        self.setAccessibleDescription(self.tr("You are here") if here else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = self._look.pixels(40) if self._words_shown else self._look.pixels(40, most=1.25)
        return QSize(40, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        body = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        if self._here or self.pointed_at:
            border: Colour | None = "accent" if self._here and self._look.theme.high_contrast else None
            paint_box(painter, self._look, body, "tint", border, _RADIUS)
        if self.hasFocus():
            paint_focus(painter, self._look, body, _RADIUS)
        size = self._look.pixels(20, most=1.4)
        x = self._look.space(12) if self._words_shown else (self.width() - size) / 2
        ink: Colour = "accent" if self._here else "ink_soft"
        picture = self._pictures.icon(self._icon, size, ink, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(x, (self.height() - size) / 2), picture)
        if self._words_shown:
            self._paint_words(painter, round(x + size) + self._look.space(12))

    def _paint_words(self, painter: QPainter, x: int) -> None:
        painter.setFont(self._look.font("strong" if self._here else "body"))
        painter.setPen(self._look.colour("accent" if self._here else "ink"))
        painter.drawText(self.rect().adjusted(x, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())


class Rail(Panel):
    """The places, with the settings at the bottom."""

    place_picked = Signal(str)
    """"home", "desk", "map", "journal" or "settings"."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, "rail", "right", (14, 20, 14, 16))
        self._words_shown = True
        self._items = {
            "home": RailItem(look, pictures, "home", self.tr("Home")),
            "desk": RailItem(look, pictures, "desk", self.tr("Wording desk")),
            "map": RailItem(look, pictures, "map", self.tr("Maps")),
            "journal": RailItem(look, pictures, "journal", self.tr("Journal")),
            "settings": RailItem(look, pictures, "settings", self.tr("Settings")),
        }
        self._name = Text(look, self.tr("Greenroom"), "heading")
        self._promise = self._make_promise(pictures)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._build(pictures)
        for place, item in self._items.items():
            item.setObjectName(f"rail-{place}")
            item.clicked.connect(lambda _checked=False, place=place: self.place_picked.emit(place))

    def show_place(self, here: str, *, words: bool) -> None:
        """Show where one is, with or without words."""
        self._words_shown = words
        self._name.setVisible(words)
        self._promise.setVisible(words)
        side = 14 if words else 10
        self.box.change_margins((side, 20, side, 16))
        for place, item in self._items.items():
            item.show_state(words=words, here=place == here)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._look.pixels(_WIDE) if self._words_shown else self._look.pixels(_NARROW, most=1.3), 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), 100)

    def _build(self, pictures: Pictures) -> None:
        head = row(self._look, margins=(5, 0, 5, 0), spacing=10)
        head.add(Icon(self._look, pictures, "greenroom", 32))
        head.addWidget(self._name, 1)
        self.box.add(head)
        self.box.gap(20)
        self.box.add(*(self._items[place] for place in ("home", "desk", "map", "journal")))
        self.box.addStretch(1)
        self.box.add(self._items["settings"], self._promise)
        self.box.setSpacing(self._look.space(4))

    def _make_promise(self, pictures: Pictures) -> QWidget:
        promise = QWidget()
        words = Text(self._look, self.tr("Everything stays on this computer."), "small", "ink_faint")
        line = row(self._look, margins=(12, 8, 0, 0), spacing=8)
        line.addWidget(Icon(self._look, pictures, "lock", 16), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        promise.setLayout(line)
        return promise
