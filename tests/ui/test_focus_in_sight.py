"""What has the focus can be seen, however it got it: a long conversation scrolls along."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractSlider

from greenroom.settings import Settings
from greenroom.ui.reading_order import focus_stops
from tests.ui.driving import Driver
from tests.ui.screens import every_screen


@pytest.fixture
def small(start: Callable[..., Driver]) -> Driver:
    """Start the window where the least fits into it."""
    driver = start()
    driver.window.resize(900, 600)
    driver.frame.appearance.change(Settings(text_size=200, motion="none"))
    return driver


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_the_focus_is_in_sight_wherever_tab_leads(small: Driver, key: str) -> None:
    """On every screen each control scrolls into view as Tab comes to it, from the top bar and the rail as well."""
    for screen in every_screen(small):
        before = small.focused
        for _ in focus_stops(small.window):
            small.press(key)
            assert is_in_sight(small), (screen, small.focused.objectName(), small.focused.accessibleName())
        before.setFocus()


def test_the_focus_is_in_sight_as_the_arrows_go_through_the_choices(small: Driver) -> None:
    """Down and Up show each choice whole where it fits."""
    small.navigation.open_scenario("by-the-urn")
    for key in ("Down", "Down", "Down", "Up", "Up"):
        small.press(key)
        assert is_in_sight(small), small.focused.objectName()


def test_the_focus_is_in_sight_as_the_arrows_go_through_the_settings(small: Driver) -> None:
    """The arrows show each setting of a group that is taller than the window."""
    small.press("Ctrl+5")
    small.button("option-light").setFocus()
    for _ in range(5):
        small.press("Down")
        assert is_in_sight(small), small.focused.objectName()


@pytest.mark.parametrize("key", ["F6", "Shift+F6"])
def test_the_focus_is_in_sight_after_a_step_to_another_part(small: Driver, key: str) -> None:
    """F6 shows the control to which it leads."""
    for screen in every_screen(small):
        before = small.focused
        for _ in range(6):
            small.press(key)
            assert is_in_sight(small), (screen, small.focused.objectName())
        before.setFocus()


def is_in_sight(driver: Driver) -> bool:
    """Return whether the top and the bottom of what has the focus can be seen, or as much as fits."""
    focused = driver.focused
    seen = focused.visibleRegion().boundingRect()
    return seen.height() >= min(focused.height(), driver.window.height() // 3)


def test_the_landing_stays_in_sight_while_the_window_changes(start: Callable[..., Driver]) -> None:
    """Its top is in view after each change of size until the user scrolls; from then on nothing pulls it back."""
    driver = start("by-the-urn")
    driver.press("1", "Enter", "1")
    landing, bar = driver.part("landing"), driver.screen.scroll_area.verticalScrollBar()
    for size, text_size in (((900, 600), 100), ((900, 600), 200), ((1280, 800), 130), ((800, 500), 150)):
        driver.window.resize(*size)
        driver.frame.appearance.change(Settings(text_size=text_size, motion="none"))
        driver.settle()
        seen = landing.visibleRegion().boundingRect()
        assert seen.height() > 0, size
        assert seen.top() == 0, size
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    driver.window.resize(810, 490)
    driver.settle()
    assert bar.value() == 0
