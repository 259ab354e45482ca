"""The map, drawn: it is moved by mouse, wheel and keys, and the arrows walk from stop to stop."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from greenroom.ui.announcing import announce
from greenroom.ui.look import Look
from greenroom.ui.widgets.map_index import Direction, MapIndex
from greenroom.ui.widgets.map_painter import FOG, MapPainter
from greenroom.ui.widgets.map_stop import ROOM, MapStop
from greenroom.ui.widgets.map_tiles import MapTiles
from greenroom.ui.widgets.map_view import MapView
from greenroom.ui.widgets.map_words import stop_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from greenroom.arranging import Point
    from greenroom.rubric import Side

_ARROWS: dict[int, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
_NOTCH = 120
"""What a wheel tells of one notch."""


class MapCanvas(QWidget):
    """Shows an arrangement; one of its stops is the current one."""

    stop_shown = Signal(str)
    """The id of the stop that has become the current one."""
    stop_opened = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._painter: MapPainter | None = None
        self._tiles: MapTiles | None = None
        self._tiles_are_of: tuple[object, ...] = ()
        self._start = self._current = ""
        self._pressed_at: QPoint | None = None
        self._dragged = False
        self.view = MapView(look)
        self._stop = MapStop(look)
        self._stop.setParent(self)
        self._stop.clicked.connect(lambda: self.stop_opened.emit(self._current))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusProxy(self._stop)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    @property
    def current(self) -> str:
        """The id of the current stop; empty before there is a map."""
        return self._current

    def show_map(self, index: MapIndex, current: str, side_of: "Callable[[str], Side]") -> None:
        """Show another map."""
        self._painter = MapPainter(self._look, index, side_of, lifted=False)
        arrangement = index.arrangement
        self._start = arrangement.chart.start
        self.view.size = self.size()
        path = [arrangement.centres[stop.id] for stop in arrangement.chart.stops if stop.turns]
        self.view.take_map(arrangement.width, arrangement.height, _middle_of(path or [arrangement.centres[current]]))
        self.show_current(current)

    def lift_fog(self, *, lifted: bool) -> None:
        """Tell everything, or only what has been seen."""
        if self._painter:
            self._painter.lifted = lifted
            self._name_stop()
            self.update()

    def show_current(self, stop: str) -> None:
        """Go to a stop."""
        self._current = stop
        self._name_stop()
        if self._painter:
            self.view.bring_into_view(self._painter.centres[stop])
        self._look_again()

    def arrange(self) -> None:
        """Fit the map into the room there is, at the present text size."""
        self.view.resize(self.size())
        self._look_again()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.pixels(200, most=1.5), self._look.pixels(260, most=1.5))

    def sizeHint(self) -> QSize:
        return QSize(640, self.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
        if self._painter:  # it may have been hidden, and without a size, when one went there
            self.view.bring_into_view(self._painter.centres[self._current])
            self._look_again()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._painter is None:
            return
        painter = QPainter(self)
        whole = self._current_tiles(self._painter).draw(painter, self.view.area)
        painter.translate(-self.view.corner)
        painter.scale(self.view.scale, self.view.scale)
        index, stop = self._painter.index, self._painter.stops[self._current]
        self._painter.paint_routes(painter, index.leaving[stop.id], self.view.scale)
        self._painter.paint_stop(painter, stop, self.view.scale, current=True)
        if not whole:
            self.update()

    # The keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if direction := _ARROWS.get(event.key()):
            self._walk(direction)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom(1, self._middle)
        elif event.key() == Qt.Key.Key_Minus:
            self._zoom(-1, self._middle)
        elif event.key() == Qt.Key.Key_0:
            self.view.fit()
            self._look_again()
        elif event.key() == Qt.Key.Key_Home and self._painter:
            self._go_to(self._start)
        else:
            super().keyPressEvent(event)

    def _walk(self, direction: Direction) -> None:
        beside = self._painter.index.beside(self._current, direction) if self._painter else None
        if beside is not None:
            self._go_to(beside)

    def _go_to(self, stop: str) -> None:
        self.show_current(stop)
        announce(self._stop, self._stop.accessibleName())
        self.stop_shown.emit(stop)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at, self._dragged = event.position().toPoint(), False
        self._stop.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed_at is None:
            return
        if self._dragged or (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance():
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._dragged = True
            self.move_view(self._pressed_at - at)
            self._pressed_at = at

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        clicked = self._pressed_at is not None and not self._dragged
        self._pressed_at = None
        if clicked and self._painter and (stop := self._painter.index.stop_at(self.view.place_at(event.position()))):
            self._go_to(stop)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(turned.y() / _NOTCH, event.position())
        else:
            self.move_view(-turned)
        event.accept()

    def move_view(self, by: QPoint) -> None:
        """Move the view over the map."""
        self.view.move(by)
        self._look_again()

    # What follows

    def _zoom(self, steps: float, around: QPointF) -> None:
        self.view.step(steps, around)
        self._look_again()

    def _look_again(self) -> None:
        if self._painter:
            self._stop.setGeometry(self._room_of_current(self._painter))
        self.update()

    def _room_of_current(self, painter: MapPainter) -> QRect:
        box = self.view.box_of(painter.centres[self._current])
        if not painter.is_clear(painter.stops[self._current]):
            radius = FOG * self.view.scale
            centre = box.center()
            box.setCoords(centre.x() - radius, centre.y() - radius, centre.x() + radius, centre.y() + radius)
        return box.toAlignedRect().adjusted(-ROOM, -ROOM, ROOM, ROOM)

    def _name_stop(self) -> None:
        if self._painter:
            stop = self._painter.stops[self._current]
            clear = self._painter.is_clear(stop)
            self._stop.is_round = stop.is_ending or not clear
            self._stop.setAccessibleName(stop_in_words(stop, clear=clear))

    def _current_tiles(self, painter: MapPainter) -> MapTiles:
        """Return the painted squares, fresh ones when the map, its size or the look is another."""
        scale, density = self.view.scale, self.devicePixelRatioF()
        of = (painter, painter.lifted, scale, density, self._look.theme, self._look.scale)
        if self._tiles is None or self._tiles_are_of != of:
            self._tiles, self._tiles_are_of = MapTiles(painter.paint, scale, density), of
        return self._tiles

    @property
    def _middle(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)


def _middle_of(places: "Sequence[Point]") -> "Point":
    """Return the middle of the area over which places are spread."""
    (xs, ys) = zip(*places, strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
