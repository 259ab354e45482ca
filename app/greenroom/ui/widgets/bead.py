"""A turn on the ribbon: a bead with the mark of its side, and with a ring where the rehearsal turned."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from greenroom.ui.look import Look
from greenroom.ui.widgets.buttons import PlainButton
from greenroom.ui.widgets.marks import paint_mark, side_word
from greenroom.ui.widgets.shapes import RING, RING_GAP, paint_ring

if TYPE_CHECKING:
    from greenroom.rubric import Side

TARGET = 50
"""Pixels: how large a bead is to press."""
_BEAD, TURNING_BEAD = 18, 24


class Moment(NamedTuple):
    """A turn as the ribbon shows it."""

    number: int
    label: str
    side: "Side"
    openness: int
    """The partner's, after the turn: from -3 to 3."""
    turning_point: bool


class Bead(PlainButton):
    """A turn on the ribbon; `does` tells what pressing it does, if not going back to it."""

    def __init__(self, look: Look, moment: Moment, count: int, does: str = "") -> None:
        super().__init__(look, moment.label)
        self.moment = moment
        named = self.tr("Turn {number} of {count}, {side}, {label}")
        turned = self.tr("Turn {number} of {count}, {side}, turning point, {label}")
        name = (turned if moment.turning_point else named).format(
            number=moment.number, count=count, side=side_word(moment.side).lower(), label=moment.label
        )
        self.setAccessibleName(name)
        does = does or self.tr("Go back to here")
        self.setAccessibleDescription(does)
        self.setToolTip(does)
        self.setObjectName(f"bead-{moment.number}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QRectF(self.rect()).center()
        size = self._look.pixels(TURNING_BEAD if self.moment.turning_point else _BEAD, most=1.5)
        radius = size * 0.8
        ring = QPen(self._look.colour("ink"), 1.8) if self.moment.turning_point else Qt.PenStyle.NoPen
        painter.setPen(ring)
        painter.setBrush(self._look.colour("tint" if self.pointed_at else "surface"))
        painter.drawEllipse(centre, radius - 1, radius - 1)
        paint_mark(painter, self._look, self.moment.side, centre, size * 0.92)
        if self.hasFocus():
            reach = radius + RING_GAP + RING
            around = QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)
            paint_ring(painter, self._look, around, reach)
