"""Paints a part of the map: its stops and ways, with fog over what has not been seen."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QRadialGradient

from greenroom.arranging import GUTTER, HEIGHT, WIDTH, Point, Route
from greenroom.mapping import Stop
from greenroom.ui.look import Look
from greenroom.ui.widgets.map_index import Area, MapIndex, Piece
from greenroom.ui.widgets.map_label import MapLabels
from greenroom.ui.widgets.marks import paint_mark

if TYPE_CHECKING:
    from greenroom.rubric import Side
    from greenroom.ui.theme import Colour

Kind = Literal["unseen", "seen", "path"]

FOG = 12.0
"""The radius of a stop that has not been seen."""
_FOG_REACH = 105.0
_MARK, _MARKS_APART = 13.0, 14.0
_ARROW = 5.0
_DETAILED, _COARSE = 0.3, 0.2
"""How large the map has to be for curves, marks and rounded corners, and for ways that are neither seen nor walked."""
_WIDTHS: dict[Kind, float] = {"unseen": 1.1, "seen": 2.0, "path": 3.0}


class MapPainter:
    """Knows one map, with the fog as it lies, and how to draw every part of it."""

    def __init__(self, look: Look, index: MapIndex, side_of: "Callable[[str], Side]", *, lifted: bool) -> None:
        """Draw what is in `index`; `side_of` tells the side of a move, and `lifted` whether the fog is."""
        self.index, self.centres = index, index.arrangement.centres
        self.stops = {stop.id: stop for stop in index.arrangement.chart.stops}
        self._look, self._side_of, self.lifted = look, side_of, lifted
        self._labels = MapLabels(look)

    def is_clear(self, stop: Stop) -> bool:
        """Return whether a stop is told by its name."""
        return stop.seen or self.lifted

    def paint(self, painter: QPainter, area: Area, scale: float) -> None:
        """Paint an area; the painter works in pixels of the map, which are `scale` large on the screen."""
        zoom = scale / self._look.scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=zoom >= _DETAILED)
        if zoom >= _DETAILED:
            self._paint_fog(painter, area)
        self._paint_ways(painter, area, scale, zoom)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if zoom >= _DETAILED:
            for stop in self.index.stops_in(area, GUTTER):
                self._paint_marks(painter, self.index.leaving[stop])
        for stop in self.index.stops_in(area, FOG):
            self.paint_stop(painter, self.stops[stop], scale)

    def paint_stop(self, painter: QPainter, stop: Stop, scale: float, *, current: bool = False) -> None:
        """Paint a stop."""
        painter.save()
        painter.translate(QPointF(*self.centres[stop.id]))
        if not self.is_clear(stop):
            self._paint_unseen(painter, scale, current=current)
        else:
            self._paint_box(painter, stop, current=current)
            painter.setPen(self._look.colour("ink" if stop.seen else "ink_soft"))
            self._labels.paint(painter, stop.label, scale)
        painter.restore()

    def paint_routes(self, painter: QPainter, routes: Iterable[Route], scale: float) -> None:
        """Paint ways so that they stand out."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for route in routes:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = QPen(self._look.colour("accent"), max(_WIDTHS[self._kind(route)], 1.8, 1 / scale))
            pen.setStyle(Qt.PenStyle.SolidLine if self._is_told(route) else Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawPath(_path(Piece(route, number) for number in range(len(route.points) - 1)))
            self._paint_arrow(painter, route, "accent")
        self._paint_marks(painter, routes)

    # Fog

    def _paint_fog(self, painter: QPainter, area: Area) -> None:
        if self.lifted or self._look.theme.high_contrast:
            return
        colour = QColor(self._look.colour("fog"))
        fading = QRadialGradient(QPointF(0, 0), _FOG_REACH)
        colour.setAlphaF(0.75)
        fading.setColorAt(0, colour)
        colour.setAlphaF(0)
        fading.setColorAt(1, colour)
        painter.setPen(Qt.PenStyle.NoPen)
        for stop in self.index.stops_in(area, _FOG_REACH):
            if not self.stops[stop].seen:
                painter.translate(QPointF(*self.centres[stop]))
                painter.setBrush(fading)
                painter.drawEllipse(QPointF(0, 0), _FOG_REACH, _FOG_REACH)
                painter.translate(-QPointF(*self.centres[stop]))

    # Ways

    def _paint_ways(self, painter: QPainter, area: Area, scale: float, zoom: float) -> None:
        kinds: dict[Kind, list[Piece]] = {"unseen": [], "seen": [], "path": []}
        for piece in self.index.pieces_in(area):
            if self.is_clear(self.stops[piece.route.way.source]):  # where one could go on in the fog is not told
                kinds[self._kind(piece.route)].append(piece)
        if zoom < _COARSE:
            kinds["unseen"].clear()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for kind, pieces in kinds.items():
            painter.setPen(self._pen(kind, scale))
            if zoom >= _DETAILED:
                self._paint_curves(painter, kind, pieces)
            elif pieces:
                painter.drawLines([QLineF(*start, *end) for start, end in (piece.ends for piece in pieces)])

    def _paint_curves(self, painter: QPainter, kind: Kind, pieces: list[Piece]) -> None:
        for piece in pieces:
            painter.drawPath(_path((piece,)))  # one path of them all would take longer
            if piece.number == len(piece.route.points) - 2 and (kind != "unseen" or self.lifted):
                self._paint_arrow(painter, piece.route, _COLOURS[kind])

    def _pen(self, kind: Kind, scale: float) -> QPen:
        colour = "control" if kind == "unseen" and not self.lifted else _COLOURS[kind]
        pen = QPen(self._look.colour(colour), max(_WIDTHS[kind], 1 / scale))
        if kind == "unseen" and not self.lifted:
            pen.setStyle(Qt.PenStyle.DotLine)
        return pen

    def _kind(self, route: Route) -> Kind:
        return "path" if route.way.on_path else "seen" if route.way.seen else "unseen"

    def _is_told(self, route: Route) -> bool:
        return route.way.seen or route.way.on_path or self.lifted

    def _paint_arrow(self, painter: QPainter, route: Route, colour: "Colour") -> None:
        """Paint the tip of a way that leads back, or to another stop of its column."""
        tip, before = route.points[-1], route.points[-2]
        if before[0] < tip[0]:
            return
        x, y = tip
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(colour))
        painter.drawPolygon(
            [QPointF(x, y), QPointF(x + 1.6 * _ARROW, y - _ARROW), QPointF(x + 1.6 * _ARROW, y + _ARROW)]
        )
        painter.restore()

    def _paint_marks(self, painter: QPainter, routes: Iterable[Route]) -> None:
        for route in routes:
            if not self._is_told(route):
                continue
            told = [reply for reply in route.way.replies if reply.seen or self.lifted]
            sides = dict.fromkeys(self._side_of(reply.choice.move) for reply in told)
            away = 1 if route.mark[0] > self.centres[route.way.source][0] else -1
            for place, side in enumerate(sides):
                centre = QPointF(route.mark[0] + away * place * _MARKS_APART, route.mark[1])
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._look.colour("background"))
                painter.drawEllipse(centre, _MARK * 0.56, _MARK * 0.5)
                paint_mark(painter, self._look, side, centre, _MARK)

    # Stops

    def _paint_box(self, painter: QPainter, stop: Stop, *, current: bool) -> None:
        on_path = bool(stop.turns)
        border: Colour = "accent" if on_path or current else "control" if stop.seen else "line"
        pen = QPen(self._look.colour(border), 2.6 if current else 2.0 if on_path else 1.3)
        painter.setPen(pen)
        painter.setBrush(self._look.colour("tint" if current else "surface"))
        radius = HEIGHT / 2 if stop.is_ending else 12.0
        painter.drawRoundedRect(QRectF(-WIDTH / 2, -HEIGHT / 2, WIDTH, HEIGHT), radius, radius)

    def _paint_unseen(self, painter: QPainter, scale: float, *, current: bool) -> None:
        pen = QPen(self._look.colour("accent" if current else "control"), max(2.4 if current else 1.4, 1.2 / scale))
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(self._look.colour("tint" if current else "fog"))
        painter.drawEllipse(QPointF(0, 0), FOG, FOG)


_COLOURS: "dict[Kind, Colour]" = {"unseen": "line", "seen": "control", "path": "accent"}


def _path(pieces: Iterable[Piece]) -> QPainterPath:
    path = QPainterPath()
    for piece in pieces:
        start, end = piece.ends
        path.moveTo(*start)
        if piece.number % 2:
            path.lineTo(*end)
        else:
            path.cubicTo(*_bent(start, end), *end)
    return path


def _bent(start: Point, end: Point) -> tuple[float, float, float, float]:
    """Return the two points towards which a curve is bent: it leaves and arrives level."""
    if start[0] == end[0]:
        bulge = GUTTER * 0.9
        return start[0] + bulge, start[1], end[0] + bulge, end[1]
    middle = (start[0] + end[0]) / 2
    return middle, start[1], middle, end[1]
