"""What of a map lies where: the stops and the pieces of ways near a place, and the stop next to another."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple

from greenroom.arranging import HEIGHT, WIDTH, Arrangement, Point, Route

Direction = Literal["left", "right", "up", "down"]

_CELL = 256.0
"""Pixels at 100 %: the side of the squares into which the map is sorted."""


_STROKE = 8.0
"""Pixels at 100 %: how far a line and the arrow at its end reach to the side."""


class Area(NamedTuple):
    """A part of the map."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, place: Point, across: float = 0.0, down: float = 0.0) -> bool:
        """Return whether something of this half width and half height around a place reaches into it."""
        x, y = place
        return self.left - across <= x <= self.right + across and self.top - down <= y <= self.bottom + down


Reach = tuple[float, float, float, float]
"""Left, top, right, bottom, of what need not be an `Area`."""


class Piece(NamedTuple):
    """A curve or a level line: a part of a route."""

    route: Route
    number: int
    """Even for a curve, odd for a line."""

    @property
    def ends(self) -> tuple[Point, Point]:
        """Where it begins and where it ends."""
        return self.route.points[self.number], self.route.points[self.number + 1]


class MapIndex:
    """An arrangement sorted by place; sorting a large one takes a moment."""

    def __init__(self, arrangement: Arrangement) -> None:
        self.arrangement = arrangement
        self._centres = arrangement.centres
        self._stops: dict[tuple[int, int], list[str]] = defaultdict(list)
        for stop, (x, y) in arrangement.centres.items():
            self._stops[int(x // _CELL), int(y // _CELL)].append(stop)
        self._pieces = _sorted_pieces(arrangement)
        self.leaving: dict[str, list[Route]] = defaultdict(list)
        self.arriving: dict[str, list[Route]] = defaultdict(list)
        for route in arrangement.routes:
            self.leaving[route.way.source].append(route)
            self.arriving[route.way.target].append(route)

    def stops_in(self, area: Area, margin: float = 0.0) -> Iterator[str]:
        """Give the stops that reach into an area, or that are as near to it as `margin`."""
        across, down = WIDTH / 2 + margin, HEIGHT / 2 + margin
        wider = Area(area.left - across, area.top - down, area.right + across, area.bottom + down)
        for cell in _cells(wider):
            yield from (stop for stop in self._stops.get(cell, ()) if area.holds(self._centres[stop], across, down))

    def pieces_in(self, area: Area) -> list[Piece]:
        """Return the pieces of ways that reach into an area."""
        found: dict[int, Piece] = {}
        left, top, right, bottom = area
        for cell in _cells(area):
            for piece, (from_x, from_y, to_x, to_y) in self._pieces.get(cell, ()):
                if from_x <= right and to_x >= left and from_y <= bottom and to_y >= top:
                    found[id(piece)] = piece
        return list(found.values())

    def stop_at(self, place: Point) -> str | None:
        """Return the stop in whose room a place lies."""
        return next(self.stops_in(Area(*place, *place)), None)

    def beside(self, stop: str, direction: Direction) -> str | None:
        """Return the next stop in a direction; None at the edge of the map.

        Up and down lead through a column; left and right to the column beside it, along this run's path if it goes
        there, else along a way, else straight across.
        """
        x, y = self._centres[stop]
        column = self._columns.index(x)
        if direction in ("up", "down"):
            stops = self._in_column[x]
            place = stops.index(stop) + (1 if direction == "down" else -1)
            return stops[place] if 0 <= place < len(stops) else None
        column += 1 if direction == "right" else -1
        if not 0 <= column < len(self._columns):
            return None
        rank = self._joined(stop)
        return min(
            self._in_column[self._columns[column]],
            key=lambda other: (rank.get(other, 2), abs(self._centres[other][1] - y)),
        )

    def _joined(self, stop: str) -> dict[str, int]:
        """Return 0 for each stop to which this run's path leads from or to a stop, 1 where another way does."""
        joined = [(route.way.target, route.way) for route in self.leaving[stop]]
        joined += [(route.way.source, route.way) for route in self.arriving[stop]]
        rank: dict[str, int] = {}
        for other, way in joined:
            rank[other] = min(rank.get(other, 1), 0 if way.on_path else 1)
        return rank

    @cached_property
    def _columns(self) -> list[float]:
        return sorted(self._in_column)

    @cached_property
    def _in_column(self) -> dict[float, list[str]]:
        columns: dict[float, list[str]] = defaultdict(list)
        for stop in sorted(self._centres, key=lambda stop: self._centres[stop][1]):
            columns[self._centres[stop][0]].append(stop)
        return columns


def _sorted_pieces(arrangement: Arrangement) -> dict[tuple[int, int], list[tuple[Piece, Reach]]]:
    pieces: dict[tuple[int, int], list[tuple[Piece, Reach]]] = defaultdict(list)
    for route in arrangement.routes:
        for number, (start, end) in enumerate(pairwise(route.points)):
            left, top, right, bottom = reach = _reach(start, end)
            sorted_in = Piece(route, number), reach
            for across in range(int(left // _CELL), int(right // _CELL) + 1):
                for down in range(int(top // _CELL), int(bottom // _CELL) + 1):
                    pieces[across, down].append(sorted_in)
    return pieces


def _reach(start: Point, end: Point) -> Reach:
    """Return how far a piece reaches: a hundred thousand times for a large map, so it is kept plain."""
    (from_x, from_y), (to_x, to_y) = start, end
    left, right = (from_x, to_x) if from_x < to_x else (to_x, from_x)
    top, bottom = (from_y, to_y) if from_y < to_y else (to_y, from_y)
    bulge = WIDTH / 2 if from_x == to_x else 0.0
    return left - _STROKE, top - _STROKE, right + bulge + _STROKE, bottom + _STROKE


def _cells(area: Area) -> Iterator[tuple[int, int]]:
    for across in range(int(area.left // _CELL), int(area.right // _CELL) + 1):
        for down in range(int(area.top // _CELL), int(area.bottom // _CELL) + 1):
            yield across, down
