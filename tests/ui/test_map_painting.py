"""What is painted on the map."""

from PySide6.QtGui import QImage, QPainter

from greenroom.arranging import Route, arrange
from greenroom.loading import load
from greenroom.mapping import chart
from greenroom.paths import shipped
from greenroom.ui.widgets.map_index import MapIndex
from greenroom.ui.widgets.map_painter import MapPainter
from tests.ui.driving import Driver


def test_a_way_that_stands_out_is_a_line(home: Driver) -> None:
    """No way is filled like an area, though one with an arrow was painted before it."""
    scenario = load(shipped("scenarios") / "after-a-year.toml").scenario
    arrangement = arrange(chart(scenario, (), (), ()))
    painter = MapPainter(home.frame.look, MapIndex(arrangement), lambda _move: "neither", lifted=True)
    with_arrow = next(route for route in arrangement.routes if route.points[-2][0] >= route.points[-1][0])
    for route in arrangement.routes[:5]:
        assert pixels(painter, [with_arrow, route]) <= pixels(painter, [with_arrow]) + pixels(painter, [route])


def pixels(painter: MapPainter, routes: list[Route]) -> int:
    """Return how much of the picture is painted on when these ways stand out."""
    image = QImage(1200, 800, QImage.Format.Format_Alpha8)
    image.fill(0)
    on_image = QPainter(image)
    on_image.scale(0.5, 0.5)
    on_image.translate(200, 200)
    painter.paint_routes(on_image, routes, 1.0)
    on_image.end()
    return len(bytes(image.constBits())) - bytes(image.constBits()).count(0)
