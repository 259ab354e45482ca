"""Where runs part and meet again: words in a pill, with lines that lead to the columns and from them."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen

from greenroom.ui.look import Look
from greenroom.ui.widgets.text import Text
from greenroom.ui.widgets.text_block import TextBlock

Joint = Literal["part", "meet", "both"]
"""Whether the lines part below, meet from above, or do both."""

_HEIGHT = 56
_PADDING_X, _PADDING_Y = 18, 6
_CORNER = 18
_LINE = 2


class Fork(Text):
    """A joint between what is above it and below it."""

    def __init__(self, look: Look, gap: int) -> None:
        """Lead to columns that stand `gap` pixels (at 100 %) apart."""
        super().__init__(look, "", "small_strong")
        self._gap = gap
        self._joint: Joint = "part"
        self._columns = 2
        self._pill = TextBlock(look, "")

    def show_joint(self, joint: Joint, text: str) -> None:
        """Show what happens here."""
        self.show_text(text)
        self._joint = joint
        self._pill = TextBlock(self._look, text, "small_strong", align=Qt.AlignmentFlag.AlignHCenter)
        self.updateGeometry()

    def show_columns(self, columns: int) -> None:
        """Lead to so many columns; to a single one the line goes straight."""
        self._columns = columns
        self.update()

    def heightForWidth(self, width: int) -> int:
        return round(self._pill_height(width)) + self._look.space(_HEIGHT - 30) * (2 if self._joint == "both" else 1)

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(300))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pill = self._pill_box()
        painter.setPen(QPen(self._look.colour("control"), _LINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._joint != "meet":
            self._paint_lines(painter, pill.center(), self.height())
        if self._joint != "part":
            self._paint_lines(painter, pill.center(), 0)
        self._paint_stem(painter, pill)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("ink"))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        inner = round(pill.width()) - 2 * self._look.space(_PADDING_X)
        x, y = pill.x() + self._look.space(_PADDING_X), pill.y() + self._look.space(_PADDING_Y)
        self._pill.paint(painter, x, y, inner, "background")

    def _paint_lines(self, painter: QPainter, middle: QPointF, end: float) -> None:
        """Paint a line from the middle to the column on either side of it, and on to those between."""
        if self._columns == 1:
            painter.drawLine(middle, QPointF(middle.x(), end))
            return
        corner = min(float(self._look.space(_CORNER)), abs(end - middle.y()))
        turned = corner if end > middle.y() else -corner
        for place in range(self._columns):
            x = self._column_middle(place)
            away = 1 if x > middle.x() + 1 else -1 if x < middle.x() - 1 else 0
            path = QPainterPath(middle)
            path.lineTo(x - away * corner, middle.y())
            path.quadTo(QPointF(x, middle.y()), QPointF(x, middle.y() + turned))
            path.lineTo(x, end)
            painter.drawPath(path)

    def _paint_stem(self, painter: QPainter, pill: QRectF) -> None:
        """Paint the line on the side where there is a single one."""
        if self._joint == "part":
            painter.drawLine(QPointF(pill.center().x(), 0), pill.center())
        elif self._joint == "meet":
            painter.drawLine(pill.center(), QPointF(pill.center().x(), self.height()))

    def _column_middle(self, place: int) -> float:
        gap = self._look.space(self._gap)
        width = (self.width() - gap * (self._columns - 1)) / self._columns
        return place * (width + gap) + width / 2

    def _pill_box(self) -> QRectF:
        width = self._pill_width(self.width())
        height = self._pill_height(self.width())
        rest = self.height() - height
        y = {"part": min(rest, self._look.space(6)), "meet": max(0.0, rest - self._look.space(6)), "both": rest / 2}
        return QRectF((self.width() - width) / 2, y[self._joint], width, height)

    def _pill_width(self, width: int) -> int:
        padding = 2 * self._look.space(_PADDING_X)
        return self._pill.snug_width(max(1, width - padding)) + padding

    def _pill_height(self, width: int) -> float:
        inner = self._pill_width(width) - 2 * self._look.space(_PADDING_X)
        return self._pill.height(inner) + 2 * self._look.space(_PADDING_Y)
