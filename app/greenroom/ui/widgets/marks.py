"""The two sides (and neither) by shape, word and colour: marks and chips."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from greenroom.ui.look import Look

if TYPE_CHECKING:
    from greenroom.rubric import Side
    from greenroom.ui.theme import Colour

_CHIP_COLOURS: "dict[Side, tuple[Colour, Colour, Colour]]" = {
    "relational": ("relational", "relational_tint", "relational_line"),
    "transactional": ("transactional", "transactional_tint", "transactional_line"),
    "neither": ("ink_soft", "sunken", "control"),
}


def side_word(side: "Side") -> str:
    """Return the word for a side."""
    return {
        "relational": QCoreApplication.translate("Side", "Relational"),
        "transactional": QCoreApplication.translate("Side", "Transactional"),
        "neither": QCoreApplication.translate("Side", "Neither"),
    }[side]


def paint_mark(painter: QPainter, look: Look, side: "Side", centre: QPointF, size: float) -> None:
    """Paint the shape of a side: two rounds, a square, or an open ring."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    if side == "relational":
        _paint_rounds(painter, look, centre, size)
    elif side == "transactional":
        painter.setBrush(look.colour("transactional_fill"))
        painter.drawRoundedRect(_square(centre, size * 0.78), 2, 2)
    else:
        painter.setPen(QPen(look.colour("control"), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(_square(centre, size * 0.6))
    painter.restore()


def _paint_rounds(painter: QPainter, look: Look, centre: QPointF, size: float) -> None:
    diameter = size * 0.66
    apart = QPointF((size - diameter) / 2, 0)
    colour = look.colour("relational_fill")
    painter.setBrush(colour)
    painter.drawEllipse(_square(centre - apart, diameter))
    faint = colour.toRgb()
    faint.setAlphaF(0.55)
    painter.setBrush(QBrush(faint))
    painter.drawEllipse(_square(centre + apart, diameter))


def _square(centre: QPointF, side: float) -> QRectF:
    return QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)


class SideLabel(QWidget):
    """A side as its mark and its word; as a chip it stands on a tinted pill."""

    def __init__(self, look: Look, side: "Side" = "neither", *, chip: bool = False) -> None:
        super().__init__()
        self._look, self._chip = look, chip
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_side(side)

    def show_side(self, side: "Side", about: str = "") -> None:
        """Show a side; `about` completes what a screen reader says, as in "Relational: asking ..."."""
        self._side: Side = side
        self._word = side_word(side)
        named = QCoreApplication.translate("Side", "{side}: {about}").format(side=self._word, about=about)
        self.setAccessibleName(named if about else self._word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._look.font("label"))
        padding = self._look.space(10) if self._chip else 0
        width = 2 * padding + self._mark_size + self._look.space(7) + metrics.horizontalAdvance(self._word) + 2
        return QSize(width, metrics.height() + self._look.space(10 if self._chip else 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self._look.space(10) if self._chip else 0
        if self._chip:
            self._paint_pill(painter)
        middle = QPointF(left + self._mark_size / 2, self.height() / 2)
        paint_mark(painter, self._look, self._side, middle, self._mark_size)
        painter.setPen(self._look.colour(_CHIP_COLOURS[self._side][0] if self._chip else "ink_soft"))
        painter.setFont(self._look.font("label"))
        beside = self.rect().adjusted(left + self._mark_size + self._look.space(7), 0, 0, 0)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, self._word)

    def _paint_pill(self, painter: QPainter) -> None:
        _, tint, line = _CHIP_COLOURS[self._side]
        pill = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._look.colour(line), 1))
        painter.setBrush(self._look.colour(tint))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)

    @property
    def _mark_size(self) -> int:
        return self._look.pixels(14)
