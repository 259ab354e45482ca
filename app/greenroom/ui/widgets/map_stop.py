"""The stop of the map that the keys are at: a real button, which a screen reader knows."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from greenroom.arranging import HEIGHT
from greenroom.ui.look import Look
from greenroom.ui.widgets.buttons import PlainButton
from greenroom.ui.widgets.shapes import RING, RING_GAP, paint_ring

ROOM = RING + RING_GAP
"""Pixels by which the ring reaches beyond the stop."""


class MapStop(PlainButton):
    """Lies over the stop, and paints nothing but the ring around it."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.is_round = False
        self.setObjectName("map-stop")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # the map takes the mouse

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.hasFocus():
            box = QRectF(self.rect())
            radius = box.height() / 2 if self.is_round else 12 * (box.height() - 2 * ROOM) / HEIGHT + ROOM
            paint_ring(QPainter(self), self._look, box, radius)
