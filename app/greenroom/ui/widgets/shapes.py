"""What widgets paint themselves with: rounded boxes, focus rings, a faint lift off the ground."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from greenroom.ui.look import Look
from greenroom.ui.theme import Colour

_RING = 2
"""The width of the focus ring, and of the gap between it and the border."""


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


def paint_row(painter: QPainter, look: Look, box: QRectF, radius: float, *, marked: bool) -> None:
    """Paint a row of a list that can be pressed; it is `marked` when it has the focus or is pointed at."""
    if marked:
        paint_box(painter, look, box, "tint", "accent", radius, 2)
    else:
        paint_box(painter, look, box, "surface", "line", radius)


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
    inset = _RING * 1.5 + look.hairline
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour(colour), _RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)


def paint_ground(painter: QPainter, look: Look, box: QRectF, fill: Colour) -> None:
    """Fill a box; `QPainter.fillRect` would have PySide make classes for gradients first."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(fill))
    painter.drawRect(box)
