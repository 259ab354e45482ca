"""Times the map of a large scenario in a process of its own: prints arranging, opening and frames as JSON, in ms."""

import json
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from greenroom.arranging import arrange
from greenroom.mapping import chart
from greenroom.paths import shipped
from greenroom.ui.look import Look
from greenroom.ui.theme import read_theme
from greenroom.ui.widgets.map_canvas import MapCanvas
from greenroom.ui.widgets.map_index import MapIndex
from tests.bench.generated import large

FRAMES = 200
ZOOM_STEPS = {"whole": 0, "half": 6, "full": 11}
"""How far it is zoomed in from where all of it is in view."""


def main() -> None:
    """Print the figures."""
    scenario = large(2000)
    started = perf_counter()
    index = MapIndex(arrange(chart(scenario, set(), set(), ())))
    figures = {"arranging": (perf_counter() - started) * 1000}
    application = QApplication([])
    with TemporaryDirectory() as folder:
        look = Look(read_theme("light", shipped("assets"), Path(folder)))
    for name, steps in ZOOM_STEPS.items():
        frames = pan(new_canvas(look, index, steps))
        figures[f"{name}, median"] = median(frames)
        figures[f"{name}, 99th of 100"] = sorted(frames)[round(len(frames) * 0.99) - 1]
    application.shutdown()
    sys.stdout.write(json.dumps(figures))


def new_canvas(look: Look, index: MapIndex, steps: int) -> MapCanvas:
    """Show a map with the fog lifted, so that there is most to paint."""
    canvas = MapCanvas(look)
    canvas.resize(880, 600)
    canvas.show()
    canvas.show_map(index, index.arrangement.chart.start, lambda _move: "relational")
    canvas.lift_fog(lifted=True)
    canvas.view.fit()
    canvas.view.step(steps, canvas.rect().toRectF().center())
    QApplication.processEvents()
    return canvas


def pan(canvas: MapCanvas) -> list[float]:
    """Move the map to and fro, 9 pixels a frame, and return how long each frame took in milliseconds."""
    frames = []
    for number in range(FRAMES):
        canvas.move_view(QPoint(9, 5) if number % 120 < 60 else QPoint(-9, 7))
        started = perf_counter()
        canvas.repaint()
        frames.append((perf_counter() - started) * 1000)
    canvas.close()
    return frames


if __name__ == "__main__":
    main()
