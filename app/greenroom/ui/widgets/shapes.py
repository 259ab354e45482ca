"""What widgets paint themselves with: rounded boxes, focus rings, a faint lift off the ground."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from greenroom.ui.look import Look
from greenroom.ui.theme import Colour

RING, RING_GAP = 2, 2
"""The width of the focus ring, and of the gap between it and what it surrounds or lies in."""


def paint_box(  # noqa: PLR0913, PLR0917  # a box has this much to it
    painter: QPainter, look: Look, box: QRectF, fill: Colour, border: Colour | None, radius: float, width: float = 0
) -> None:
    """Paint a rounded box inside `box`; the border is a hairline unless `width` says otherwise."""
    line = width or look.hairline
    inside = box.adjusted(line / 2, line / 2, -line / 2, -line / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour(border), line) if border else Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(fill))
    painter.drawRoundedRect(inside, radius, radius)


def paint_lift(painter: QPainter, look: Look, box: QRectF, radius: float) -> None:
    """Paint three faint outlines below a box, which lift it; a blurred shadow would double the time to paint."""
    if look.theme.high_contrast:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    foot = 2 * radius
    painter.setClipRect(box.adjusted(-1, box.height() - foot, 1, foot))  # the rest would be painted over
    for offset, strength in ((3, 10), (2, 14), (1, 16)):
        colour = QColor(0, 0, 0, 4 * strength) if look.theme.dark else QColor(40, 30, 10, strength)
        painter.setPen(QPen(colour, 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5).translated(0, offset), radius, radius)
    painter.setClipping(False)


def paint_focus(painter: QPainter, look: Look, box: QRectF, radius: float, colour: Colour = "focus") -> None:
    """Paint the focus ring inside a box that has a border, with a gap between the two."""
    inset = RING_GAP + look.hairline
    paint_ring(painter, look, box.adjusted(inset, inset, -inset, -inset), radius - inset, colour)


def paint_ring(painter: QPainter, look: Look, box: QRectF, radius: float, colour: Colour = "focus") -> None:
    """Paint the focus ring along the inside of a box."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour(colour), RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(RING / 2, RING / 2, -RING / 2, -RING / 2), radius, radius)


def paint_rim(painter: QPainter, look: Look, box: QRectF) -> None:
    """Paint the edge of a portrait, where the ground's contrast alone would not tell it."""
    if look.theme.high_contrast:
        edge = look.hairline / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("line"), look.hairline))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(edge, edge, -edge, -edge))


def paint_ground(painter: QPainter, look: Look, box: QRectF, fill: Colour) -> None:
    """Fill a box; `QPainter.fillRect` would have PySide make classes for gradients first."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(fill))
    painter.drawRect(box)
