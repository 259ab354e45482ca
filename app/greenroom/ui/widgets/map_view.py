"""Which part of a map is in view, and how large: numbers only."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize

from greenroom.arranging import HEIGHT, WIDTH, Point
from greenroom.ui.look import Look

_SMALLEST, _LARGEST = 0.04, 2.5
_READABLE = 0.85
"""A map that would have to be smaller to be seen whole is shown in part at first: its labels keep to 10 pixels."""
_STEP = 1.25
_MARGIN = 40
"""Pixels between a stop that is brought into view and the edge."""


class MapView:
    """The zoom, and where the view's corner lies in the map as it is zoomed."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.zoom = 1.0
        """1 at 100 %: then the words in it are as large as all the others."""
        self.corner = QPoint()
        self.fits = True
        """Whether the whole map is to be in view, whatever becomes of the window."""
        self._map = QSize(1, 1)
        self.size = QSize(1, 1)
        """Of the view."""

    @property
    def scale(self) -> float:
        """How many pixels on the screen a pixel of the map is."""
        return self.zoom * self._look.scale

    @property
    def area(self) -> QRect:
        """What is in view, in pixels on the screen from the map's corner."""
        return QRect(self.corner, self.size)

    def take_map(self, width: float, height: float, around: Point) -> None:
        """View another map: all of it if it can be read so, else the part around a place."""
        self._map = QSize(round(width), round(height))
        self.fit()
        if self.zoom < _READABLE:
            self.fits = False
            self.zoom = _READABLE
            self.centre_on(around)

    def resize(self, size: QSize) -> None:
        """Be of another size."""
        self.size = size
        if self.fits:
            self.fit()
        else:
            self._keep_in_sight()

    def fit(self) -> None:
        """Show the whole map, at most at 100 %."""
        self.fits = True
        across = self.size.width() / self._map.width() / self._look.scale
        down = self.size.height() / self._map.height() / self._look.scale
        self.zoom = min(max(min(across, down), _SMALLEST), 1.0)
        self._keep_in_sight()

    def step(self, steps: float, around: QPointF) -> None:
        """Zoom in (steps above 0) or out, and leave the place `around` of the view where it is."""
        before = self.scale
        self.fits = False
        self.zoom = min(max(self.zoom * _STEP**steps, _SMALLEST), _LARGEST)
        grown = self.scale / before
        self.corner = ((QPointF(self.corner) + around) * grown - around).toPoint()
        self._keep_in_sight()

    def move(self, by: QPoint) -> None:
        """Move the view over the map."""
        self.fits = False
        self.corner = self.corner + by  # += would change the point that others hold
        self._keep_in_sight()

    def centre_on(self, place: Point) -> None:
        """Have a place of the map in the middle."""
        middle = QPointF(self.size.width() / 2, self.size.height() / 2)
        self.corner = (QPointF(*place) * self.scale - middle).toPoint()
        self._keep_in_sight()

    def bring_into_view(self, place: Point) -> None:
        """Move only as far as it takes to see the stop at a place whole."""
        stop = self.box_of(place).toAlignedRect().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        right, down = stop.right() - self.size.width(), stop.bottom() - self.size.height()
        self.corner = self.corner + QPoint(min(stop.left(), 0) or max(right, 0), min(stop.top(), 0) or max(down, 0))
        self._keep_in_sight()

    def box_of(self, place: Point) -> QRectF:
        """Return the room of the stop at a place, in pixels of the view."""
        middle = QPointF(*place) * self.scale - QPointF(self.corner)
        width, height = WIDTH * self.scale, HEIGHT * self.scale
        return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)

    def place_at(self, point: QPointF) -> Point:
        """Return the place of the map that is at a point of the view."""
        place = (point + QPointF(self.corner)) / self.scale
        return place.x(), place.y()

    def _keep_in_sight(self) -> None:
        self.corner = QPoint(
            _kept(self.corner.x(), self._map.width() * self.scale, self.size.width()),
            _kept(self.corner.y(), self._map.height() * self.scale, self.size.height()),
        )


def _kept(corner: int, whole: float, seen: int) -> int:
    """Return a corner so that the view shows nothing beyond the map; what is smaller than the view is in its middle."""
    return round((whole - seen) / 2) if whole <= seen else min(max(corner, 0), round(whole - seen))
