"""Everything can be reached, is named, and shows when it has the focus."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QScrollArea, QWidget

from greenroom.settings import Settings
from greenroom.ui.reading_order import focus_stops
from tests.ui.driving import Driver
from tests.ui.screens import every_screen

SMALLEST_TARGET = 34
"""Pixels."""
_FRAME = QMargins(8, 8, 8, 8)
"""What may stand around a field inside its frame."""


def test_every_control_has_a_name(home: Driver) -> None:
    """On every screen each button and field tells a screen reader what it is."""
    for screen in every_screen(home):
        controls = [*home.visible(QAbstractButton), *home.visible(QLineEdit)]
        unnamed = [control.objectName() for control in controls if not control.accessibleName()]
        assert unnamed == [], screen


def test_the_tab_key_reaches_every_control_and_comes_round(home: Driver) -> None:
    """On every screen Tab leads to each control that can be pressed, and after the last to the first."""
    for screen in every_screen(home):
        stops = focus_stops(home.window)
        stops[0].setFocus()
        visited = []
        for _ in stops:
            visited.append(home.focused)
            home.press("Tab")
        assert visited == stops, screen
        assert home.focused is stops[0], screen
        buttons = [button for button in home.visible(QAbstractButton) if button.isEnabled()]
        assert [button.objectName() for button in buttons if button not in stops and not _in_a_row(button)] == [], (
            screen
        )


def _in_a_row(button: QWidget) -> bool:
    """Return whether the arrows lead to it: beads, drafts and the settings of a group are one stop."""
    return button.objectName().startswith(("bead-", "option-", "tab-"))


def test_the_focus_shows_on_every_control(home: Driver) -> None:
    """On every screen and in strong contrast too each control looks different when it has the focus."""
    for theme in ("light", "high-contrast-dark"):
        home.frame.appearance.change(Settings(theme=theme))
        home.press("Ctrl+1")
        for screen in every_screen(home):
            for stop in focus_stops(home.window):
                assert _changes_with_focus(home, stop), (theme, screen, stop.objectName(), stop.accessibleName())


def _changes_with_focus(driver: Driver, stop: QWidget) -> bool:
    shown = stop.parentWidget() or stop  # the frame of a field shows it, too
    around = stop.geometry().marginsAdded(_FRAME)
    stop.clearFocus()
    before = shown.grab(around).toImage()
    stop.setFocus()
    driver.settle()
    return shown.grab(around).toImage() != before


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast-light", "high-contrast-dark"])
def test_the_focus_is_a_ring_and_the_pointer_a_tint(home: Driver, theme: str) -> None:
    """On a card, a choice and a bead the edge stays as it is with the focus, and the pointer shows no ring."""
    home.frame.appearance.change(Settings(theme=theme))
    focus = home.frame.appearance.look.colour("focus")
    seen = set()
    for screen in every_screen(home):
        for button in home.visible(QAbstractButton):
            kind = button.objectName().split("-")[0]
            if kind not in {"situation", "choice", "bead"} or not button.focusPolicy():
                continue
            seen.add(kind)
            button.clearFocus()
            resting = button.grab().toImage()
            pointed_at = _pointed_at(button)
            button.setFocus()
            focused = button.grab().toImage()
            middle = button.height() // 2
            assert focused.pixelColor(0, middle) == resting.pixelColor(0, middle), (screen, kind)
            assert _has_along(focused, focus, middle), (screen, kind)
            assert not _has_along(pointed_at, focus, middle), (screen, kind)
    assert seen == {"situation", "choice", "bead"}


def _pointed_at(button: QWidget) -> QImage:
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    image = button.grab().toImage()
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
    return image


def _has_along(image: QImage, colour: QColor, y: int) -> bool:
    """Return whether the colour is among the first pixels from the left, where a ring would cross the row `y`."""
    return any(image.pixelColor(x, y).rgb() == colour.rgb() for x in range(10))


def test_controls_are_large_enough_to_hit(home: Driver) -> None:
    """No control is smaller than a fingertip's error."""
    for screen in every_screen(home):
        for button in home.visible(QAbstractButton):
            assert min(button.width(), button.height()) >= SMALLEST_TARGET, (screen, button.objectName())


def test_f6_goes_from_part_to_part(stage: Driver) -> None:
    """F6 leads from the choices to the rail and on, and Shift+F6 back."""
    stage.button("choice-1").setFocus()
    stage.press("F6")
    assert stage.focused.objectName() == "rail-home"
    stage.press("Shift+F6")
    assert stage.focused.objectName() == "choice-1"


def test_reading_order_follows_what_is_said(start: Callable[..., Driver]) -> None:
    """One's own bubbles come before the choices, although they were made later."""
    driver = start("by-the-urn")
    driver.press("1", "Enter")
    names = [stop.objectName() for stop in focus_stops(driver.window)]
    assert names.index("line-3") < names.index("choice-1")
    assert names.index("rail-home") == 0


def test_page_keys_scroll_wherever_the_focus_is(stage: Driver) -> None:
    """With a conversation longer than the view, Page Up shows its beginning."""
    stage.window.resize(900, 600)
    stage.frame.appearance.change(Settings(text_size=200))
    stage.settle()
    bar = stage.screen.scroll_area.verticalScrollBar()
    before = bar.value()
    assert before > 0
    stage.press("PageUp")
    assert bar.value() < before


def test_a_long_setting_can_be_read_by_keys(start: Callable[..., Driver]) -> None:
    """Where the panel beside the stage holds more than fits, the Tab key stops at it and Down scrolls it."""
    driver = start("by-the-urn")
    driver.window.resize(1280, 480)
    driver.settle()
    (panel,) = [stop for stop in focus_stops(driver.window) if isinstance(stop, QScrollArea)]
    panel.setFocus()
    driver.press("Down")
    assert panel.verticalScrollBar().value() > 0
    assert panel.accessibleName()
