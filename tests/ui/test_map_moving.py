"""Moving over the map: by mouse, by wheel, and by keys."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from greenroom.library import Library
from greenroom.ui.widgets.map_canvas import MapCanvas
from greenroom.ui.widgets.map_label import MapLabels
from tests.ui.driving import Driver
from tests.ui.test_map import open_map, play


def test_the_map_is_zoomed_by_keys_and_wheel(home: Driver) -> None:
    """Plus and minus and the wheel with Ctrl change its size, 0 shows all of it."""
    canvas = open_map(home)
    whole = canvas.view.scale
    home.press("=", "=")
    assert canvas.view.scale > whole
    home.press("-")
    smaller = canvas.view.scale
    turn_wheel(canvas, QPoint(0, 120), Qt.KeyboardModifier.ControlModifier)
    assert canvas.view.scale > smaller
    home.press("0")
    assert canvas.view.scale == whole


def test_the_map_is_moved_by_mouse_and_wheel(home: Driver) -> None:
    """A drag and the wheel move it when it is larger than its room; a drag picks nothing."""
    canvas = open_map(home)
    current = canvas.current
    home.press(*["="] * 9)
    before = canvas.view.corner
    middle = canvas.rect().center()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(canvas, middle + QPoint(-60, 0))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=middle + QPoint(-60, 0))
    assert canvas.view.corner == before + QPoint(60, 0)
    assert canvas.current == current
    turn_wheel(canvas, QPoint(60, 0), Qt.KeyboardModifier.NoModifier)
    assert canvas.view.corner == before


def test_a_click_goes_to_a_stop(home: Driver) -> None:
    """Clicking a stop makes it the current one, and the panel tells of it."""
    play(home, "1")
    canvas = open_map(home)
    home.press("Home")
    box = canvas.view.box_of(canvas.view.place_at(QPointF(home.part("map-stop").geometry().center())))
    home.press("Right")
    assert canvas.current != home.session.scenario.start
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert canvas.current == home.session.scenario.start


def test_the_ring_is_where_the_stop_is(home: Driver) -> None:
    """Wherever the arrows lead, the button with the focus lies in view over the current stop."""
    canvas = open_map(home)
    home.press(*["="] * 6)
    for key in ("Right", "Right", "Down", "Up", "Left"):
        home.press(key)
        assert canvas.rect().contains(home.part("map-stop").geometry())


def turn_wheel(canvas: MapCanvas, by: QPoint, held: Qt.KeyboardModifier) -> None:
    """Turn the wheel over the middle of the map."""
    middle = QPointF(canvas.rect().center())
    event = QWheelEvent(
        middle,
        canvas.mapToGlobal(middle),
        QPoint(),
        by,
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  # as Qt has it
    )
    QApplication.sendEvent(canvas, event)


def test_a_large_map_begins_where_its_labels_can_be_read(
    start: Callable[..., Driver], shipped_library: Library
) -> None:
    """In a window of 1280 x 800 no label of a map of 45 states is smaller than 10 pixels, and the run is in sight."""
    driver = start(library=shipped_library)
    driver.window.resize(1280, 800)
    driver.navigation.open_scenario("walking-in")
    driver.settle()
    driver.press("1", "Enter", "1", "Enter", "1")
    canvas = open_map(driver)
    labels = MapLabels(driver.frame.look)
    for state in driver.session.scenario.states.values():
        assert labels.fitted(state.label, canvas.view.zoom).font.pixelSize() * canvas.view.zoom >= 10
    assert canvas._painter is not None
    for turn in driver.session.turns:
        assert canvas.rect().contains(canvas.view.box_of(canvas._painter.centres[turn.state]).toRect())
    assert not canvas.view.fits
