"""The map as painted squares that are kept, so that moving it paints only what comes into view."""

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap

from greenroom.ui.widgets.map_index import Area

_SIDE = 128
"""Pixels on the screen."""
_PATIENCE = 0.003
"""Seconds that a frame may take to paint squares; the others come with the next frames."""
_MOST_KEPT = 900

Square = tuple[int, int]


class MapTiles:
    """Squares of one map at one size."""

    def __init__(self, paint: Callable[[QPainter, Area, float], None], scale: float, density: float) -> None:
        """`paint` is given an area in pixels of the map, of which each is `scale` pixels on the screen."""
        self.scale, self.density = scale, density
        self._paint = paint
        self._kept: dict[Square, QPixmap] = {}

    def draw(self, painter: QPainter, view: QRect) -> bool:
        """Draw what is in `view`, a part of the map in pixels on the screen; return whether all of it is there."""
        started, whole = perf_counter(), True
        for square in _squares(view):
            if square not in self._kept and perf_counter() - started < _PATIENCE:
                self._kept[square] = self._painted(square)
            if square in self._kept:
                painter.drawPixmap(QPoint(*square) * _SIDE - view.topLeft(), self._kept[square])
            else:
                whole = False
        if len(self._kept) > _MOST_KEPT:
            self._forget_all_but(set(_squares(view)))
        return whole

    def _painted(self, square: Square) -> QPixmap:
        picture = QPixmap(round(_SIDE * self.density), round(_SIDE * self.density))
        picture.setDevicePixelRatio(self.density)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        left, top = square[0] * _SIDE, square[1] * _SIDE
        painter.translate(-left, -top)
        painter.scale(self.scale, self.scale)
        corners = (left, top, left + _SIDE, top + _SIDE)
        self._paint(painter, Area(*(corner / self.scale for corner in corners)), self.scale)
        painter.end()
        return picture

    def _forget_all_but(self, squares: set[Square]) -> None:
        self._kept = {square: picture for square, picture in self._kept.items() if square in squares}


def _squares(view: QRect) -> Iterator[Square]:
    for down in range(view.top() // _SIDE, view.bottom() // _SIDE + 1):
        for across in range(view.left() // _SIDE, view.right() // _SIDE + 1):
            yield across, down
