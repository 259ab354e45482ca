"""Surfaces on which other widgets lie: a card with a border, and a panel with an edge."""

from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Look
from greenroom.ui.theme import Colour
from greenroom.ui.widgets.boxes import NO_MARGINS, Margins, column
from greenroom.ui.widgets.shapes import paint_box, paint_ground, paint_lift

Edge = Literal["none", "right", "bottom", "top"]

_LIFT = 3


class Card(QWidget):
    """A rounded surface with a column (`box`) of widgets on it."""

    def __init__(  # noqa: PLR0913  # a surface has this much to it
        self,
        look: Look,
        fill: Colour = "surface",
        *,
        margins: Margins = (20, 18, 20, 18),
        spacing: int = 8,
        radius: int = 14,
        lifted: bool = False,
    ) -> None:
        super().__init__()
        self._look, self._fill, self._radius, self._lifted = look, fill, radius, lifted
        self.box = column(look, margins=margins, spacing=spacing)
        self.setLayout(self.box)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        body = QRectF(self.rect())
        if self._lifted:
            body.adjust(1, 0, -1, -_LIFT)
            paint_lift(painter, self._look, body, self._radius)
        paint_box(painter, self._look, body, self._fill, "line", self._radius)


class Panel(QWidget):
    """A plain surface, with a hairline at one edge, and a column (`box`) of widgets on it."""

    def __init__(
        self, look: Look, fill: Colour = "background", edge: Edge = "none", margins: Margins = NO_MARGINS
    ) -> None:
        super().__init__()
        self._look, self._fill, self._edge = look, fill, edge
        self.box = column(look, margins=margins)
        self.setLayout(self.box)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_ground(painter, self._look, QRectF(self.rect()), self._fill)
        width, height, line = self.width(), self.height(), self._look.hairline
        edges = {
            "right": QRectF(width - line, 0, line, height),
            "bottom": QRectF(0, height - line, width, line),
            "top": QRectF(0, 0, width, line),
        }
        if self._edge != "none":
            paint_ground(painter, self._look, edges[self._edge], "line")


class Rule(QWidget):
    """A hairline between two parts of a card."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_ground(QPainter(self), self._look, QRectF(self.rect()), "line")
