"""Motion: a new bubble rises and a portrait fades, unless nothing should move."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractAnimation

from greenroom.settings import Settings
from greenroom.ui.widgets.motion import Motion
from tests.ui.driving import Driver


def moving(driver: Driver) -> list[Motion]:
    """Return what moves now."""
    running = QAbstractAnimation.State.Running
    return [motion for motion in driver.window.findChildren(Motion) if motion.state() == running]


@pytest.mark.parametrize(("motion", "moves"), [("full", True), ("none", False)])
def test_a_reply_moves_only_where_motion_is_wanted(start: Callable[..., Driver], motion: str, *, moves: bool) -> None:
    """Bubbles rise after a choice; with motion turned off everything is in its place at once."""
    driver = start()
    driver.frame.appearance.change(Settings(motion=motion))
    driver.navigation.open_scenario("by-the-urn")
    driver.settle()
    assert moving(driver) == []
    driver.press("1")
    assert bool(moving(driver)) == moves


def test_what_moves_comes_to_rest(start: Callable[..., Driver]) -> None:
    """A moment later nothing moves any more, and every bubble has risen to its place."""
    driver = start()
    driver.frame.appearance.change(Settings(motion="full"))
    driver.navigation.open_scenario("by-the-urn")
    driver.press("1")
    driver.qtbot.waitUntil(lambda: moving(driver) == [])
    ends = [motion.now == motion.endValue() for motion in driver.window.findChildren(Motion)]
    assert ends
    assert all(ends)
