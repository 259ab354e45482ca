"""Where the stops of a map stand: in columns from left to right, after the fewest turns that lead there.

The only file that imports fast_sugiyama, which decides who stands above whom in a column, so that few ways cross.
How far a map reaches is in pixels at 100 %.
"""

import math
from bisect import bisect
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from fast_sugiyama import from_edges

from greenroom.mapping import Chart, Way

WIDTH, HEIGHT = 130.0, 58.0
"""The room of a stop."""
GUTTER, CORRIDOR = 66.0, 22.0
"""The free room between two columns, and between two stops of a column: there the ways run."""
_MARGIN = 44.0
"""At the left and the right of the map: the room for the marks of the outermost stops."""
_TALLEST = 1.5
"""Of the square root of the number of stops: how many stand in a column at most."""
_CAREFUL = 300
"""Up to so many stops the library also swaps neighbours for fewer crossings; with thousands that takes a second."""
_LANES = (0.0, -5.0, 5.0)
"""Pixels from the middle of a corridor: where the first, the second and the third way through it run."""
_PORTS, _FURTHEST_APART = HEIGHT - 6, 15.0
"""The height over which the ways that leave at a side are spread, and how far apart two of them are at most."""
_MARK, _SECOND_MARK, _ROOM_OF_A_MARK = 15.0, 34.0, 13.0
"""How far from the stop marks stand, and every other one where they would touch."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Route:
    """How a way is drawn: a curve from the first point to the second, a straight line on to the third, and so on."""

    way: Way
    points: tuple[Point, ...]
    mark: Point
    """Where the sides of its choices are marked: near the stop that it leaves, apart from the others' marks."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A map with a place for all that is on it."""

    chart: Chart
    width: float
    height: float
    centres: dict[str, Point]
    """The middle of each stop."""
    routes: tuple[Route, ...]
    """One for each way of the chart, in its order."""


def arrange(chart: Chart) -> Arrangement:
    """Return where everything on a map stands: the same for the same scenario, whatever has been seen of it."""
    columns = _columns(chart)
    tallest = max(map(len, columns))
    height = tallest * (HEIGHT + CORRIDOR) + CORRIDOR
    centres: dict[str, Point] = {}
    for number, column in enumerate(columns):
        x = _column_middle(number)
        centres.update({stop: (x, y) for (stop, _), y in zip(column, _spread(column, height), strict=True)})
    width = _column_middle(len(columns) - 1) + WIDTH / 2 + _MARGIN
    return Arrangement(chart, width, height, centres, _Router(chart, columns, centres).routes())


Column = list[tuple[str, float]]
"""The stops of a column from top to bottom, each with the height at which it would like to stand, from 0 to 1."""


def _columns(chart: Chart) -> list[Column]:
    depths = _depths(chart)
    wished = _wished_heights(chart, depths)
    most = max(1, math.ceil(_TALLEST * math.sqrt(len(depths))))
    layers: dict[int, list[str]] = defaultdict(list)
    for stop, depth in depths.items():
        layers[depth].append(stop)
    columns: list[Column] = []
    for depth in sorted(layers):
        parts = _split(layers[depth], chart, most)
        columns += [sorted(((stop, wished[stop]) for stop in part), key=lambda placed: placed[1]) for part in parts]
    return columns


def _depths(chart: Chart) -> dict[str, int]:
    """Return the fewest turns that lead to each stop; those that nothing leads to come last."""
    following: dict[str, list[str]] = defaultdict(list)
    for way in chart.ways:
        following[way.source].append(way.target)
    depths, reached = {chart.start: 0}, [chart.start]
    for stop in reached:
        for target in following[stop]:
            if target not in depths:
                depths[target] = depths[stop] + 1
                reached.append(target)
    beyond = max(depths.values()) + 1
    return depths | {stop.id: beyond for stop in chart.stops if stop.id not in depths}


def _wished_heights(chart: Chart, depths: dict[str, int]) -> dict[str, float]:
    """Return the height, from 0 to 1, at which the library would have each stop.

    It is told only of the ways to the next layer. So there is nothing in a circle for it, and no layer to be found
    but the one that each stop has: with the others, its search for the best layers may take minutes.
    """
    numbers = {stop: number for number, stop in enumerate(depths)}
    onward = [(numbers[way.source], numbers[way.target]) for way in chart.ways if _is_onward(way, depths)]
    if not onward:
        return dict.fromkeys(depths, 0.5)
    (positions, *_rest), *_others = from_edges(
        onward, ranking_type="up", dummy_vertices=False, check_layout=False, transpose=len(depths) <= _CAREFUL
    )
    across = {number: x for number, (x, _y) in positions}
    least, most = min(across.values()), max(across.values())
    reach = (most - least) or 1.0
    return {stop: (across.get(number, most) - least) / reach for stop, number in numbers.items()}


def _is_onward(way: Way, depths: dict[str, int]) -> bool:
    return depths[way.target] == depths[way.source] + 1


def _split(layer: list[str], chart: Chart, most: int) -> list[list[str]]:
    """Return the columns into which a layer is split: first those from which one comes to others of the layer."""
    if len(layer) <= most:
        return [layer]
    balance = dict.fromkeys(layer, 0)
    for way in chart.ways:
        if way.source in balance and way.target in balance:
            balance[way.source] -= 1
            balance[way.target] += 1
    size = math.ceil(len(layer) / math.ceil(len(layer) / most))
    in_order = sorted(layer, key=balance.__getitem__)
    return [in_order[first : first + size] for first in range(0, len(layer), size)]


def _spread(column: Column, height: float) -> list[float]:
    """Return the heights of a column's stops in pixels: near those wished for, with a corridor between any two."""
    pitch = HEIGHT + CORRIDOR
    highest, lowest = CORRIDOR + HEIGHT / 2, height - CORRIDOR - HEIGHT / 2
    ys = [highest + wished * (lowest - highest) for _, wished in column]
    for place in range(1, len(ys)):
        ys[place] = max(ys[place], ys[place - 1] + pitch)
    limit = lowest
    for place in reversed(range(len(ys))):
        ys[place] = min(ys[place], limit)
        limit = ys[place] - pitch
    return ys


class _Router:
    """Leads the ways through gutters and corridors, so that none runs over a stop.

    A way on leaves at the right and arrives at the left; a way back the other way round; one within a column leaves
    and arrives at the right.
    """

    def __init__(self, chart: Chart, columns: list[Column], centres: dict[str, Point]) -> None:
        self._ways, self._centres = chart.ways, centres
        self._column = {stop: number for number, column in enumerate(columns) for stop, _ in column}
        self._corridors = [_corridors([centres[stop][1] for stop, _ in column]) for column in columns]
        self._uses: dict[tuple[int, float], int] = defaultdict(int)

    def routes(self) -> tuple[Route, ...]:
        ports = self._ports()
        return tuple(self._route(way, *ports[place]) for place, way in enumerate(self._ways))

    def _route(self, way: Way, leaves_at: float, mark_after: float) -> Route:
        first, last = self._column[way.source], self._column[way.target]
        (from_x, _), (to_x, to_y) = self._centres[way.source], self._centres[way.target]
        onward = 1 if last >= first else -1
        arrives = -1 if last > first else 1
        points = [(from_x + onward * WIDTH / 2, leaves_at)]
        between = range(first + onward, last, onward) if first != last else ()
        for number in between:
            y = self._through(number, points[-1][1], to_y)
            middle = _column_middle(number)
            points += [(middle - onward * WIDTH / 2, y), (middle + onward * WIDTH / 2, y)]
        mark = (points[0][0] + onward * mark_after, leaves_at)
        return Route(way, (*points, (to_x + arrives * WIDTH / 2, to_y)), mark)

    def _through(self, column: int, from_y: float, to_y: float) -> float:
        """Return the height of the corridor of a column through which the detour is least."""
        corridors = self._corridors[column]
        low, high = sorted((from_y, to_y))
        place = bisect(corridors, (low + high) / 2)
        near = corridors[max(place - 1, 0) : place + 1]
        corridor = min(near, key=lambda y: abs(y - from_y) + abs(y - to_y))
        used = self._uses[column, corridor]
        self._uses[column, corridor] += 1
        return corridor + _LANES[used % len(_LANES)]

    def _ports(self) -> dict[int, tuple[float, float]]:
        """Return for each way the height at which it leaves its stop, and how far from it its mark stands."""
        leaving: dict[tuple[str, bool], list[int]] = defaultdict(list)
        for place, way in enumerate(self._ways):
            leaving[way.source, self._column[way.target] >= self._column[way.source]].append(place)
        ports: dict[int, tuple[float, float]] = {}
        for (source, _), places in leaving.items():
            places.sort(key=lambda place: self._centres[self._ways[place].target][1])
            pitch = min(_FURTHEST_APART, _PORTS / len(places))
            top = self._centres[source][1] - (len(places) - 1) / 2 * pitch
            for number, place in enumerate(places):
                aside = pitch < _ROOM_OF_A_MARK and number % 2
                ports[place] = top + number * pitch, _SECOND_MARK if aside else _MARK
        return ports


def _column_middle(number: int) -> float:
    return _MARGIN + WIDTH / 2 + number * (WIDTH + GUTTER)


def _corridors(ys: list[float]) -> list[float]:
    """Return the heights of the corridors of a column: above it, between any two stops, below it."""
    beyond = (HEIGHT + CORRIDOR) / 2
    return [ys[0] - beyond, *((above + below) / 2 for above, below in pairwise(ys)), ys[-1] + beyond]
