"""The settings: whatever is picked holds at once, and at the next start."""

import pytest
from PySide6.QtWidgets import QAbstractSlider, QApplication, QLineEdit

from greenroom.paths import Folders
from greenroom.settings import TEXT_SIZES, Settings, read_settings
from tests.running import TOP
from tests.ui.driving import Driver


def test_text_size_holds_at_once_and_is_kept(home: Driver, folders: Folders) -> None:
    """Picking 200 % makes the greeting twice as high, with nothing to confirm, and it is written down."""
    home.press("Ctrl+5")
    before = home.button("option-100").height()
    home.click("option-200")
    assert home.button("option-100").height() == 2 * before
    assert read_settings(folders.settings) == Settings(text_size=200)


def test_keys_change_the_text_size_anywhere(home: Driver, folders: Folders) -> None:
    """Ctrl+= and Ctrl+- step through the sizes and stop at the ends; Ctrl+0 leads back to 100 %."""
    home.press("Ctrl+-")
    assert read_settings(folders.settings).text_size == 100
    home.press("Ctrl+=", "Ctrl+=")
    assert read_settings(folders.settings).text_size == 130
    home.press("Ctrl+0")
    assert read_settings(folders.settings).text_size == 100


def test_colours_hold_at_once(home: Driver) -> None:
    """Picking dark colours darkens the window."""
    home.press("Ctrl+5")
    home.click("option-light")
    light = home.window.grab().toImage().pixelColor(600, 5).lightness()
    home.click("option-dark")
    assert home.window.grab().toImage().pixelColor(600, 5).lightness() < light / 2
    assert QApplication.palette().window().color().lightness() < light / 2


def test_arrows_walk_through_a_group(home: Driver, folders: Folders) -> None:
    """Right picks the next setting of a group, and past the last comes the first."""
    home.press("Ctrl+5")
    home.button("option-none").setFocus()
    home.press("Right")
    assert home.focused.objectName() == "option-system"
    assert read_settings(folders.settings).motion == "system"


def test_the_folder_can_be_copied(home: Driver, folders: Folders) -> None:
    """Where everything is kept can be read and selected, and not changed."""
    home.press("Ctrl+5")
    field = home.part("folder").findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.text() == str(folders.home)
    assert field.isReadOnly()
    assert home.sees("Everything stays on this computer.")


def test_f1_shows_the_keys(home: Driver) -> None:
    """F1 brings the table of keys into view."""
    home.press("F1")
    shown = [label for label in home.visible() if getattr(label, "text", str)() == "Backspace, Ctrl+Z"]
    assert len(shown) == 1
    assert shown[0].visibleRegion().boundingRect().height() == shown[0].height()


def test_f1_and_the_readme_tell_the_same_keys(home: Driver) -> None:
    """Neither knows a key that the other leaves out."""
    lines = (TOP / "README.md").read_text(encoding="utf-8").split("| Key | Does |\n| --- | --- |\n")[1].split("\n\n")[0]
    home.press("F1")
    shown = [str(getattr(label, "text", str)()) for label in home.visible()]
    keys = [line.split("|")[1].strip() for line in lines.splitlines()]
    first = shown.index(keys[0])
    assert shown[first : first + 2 * len(keys) : 2] == keys


def test_what_is_picked_after_f1_stays_in_sight(home: Driver) -> None:
    """Back at the text sizes, and after one has been picked, nothing scrolls away to the keys again."""
    home.window.resize(900, 600)
    home.press("F1")
    bar = home.screen.scroll_area.verticalScrollBar()
    assert bar.value() > 0
    for _ in range(bar.value()):
        bar.triggerAction(QAbstractSlider.SliderAction.SliderSingleStepSub)
    assert bar.value() == 0
    home.click("option-115")
    home.press("Ctrl+=")
    assert bar.value() == 0


def test_the_first_key_changes_the_text_size(home: Driver) -> None:
    """The settings open with the focus on the text size that holds."""
    home.press("Ctrl+5")
    assert home.focused.objectName() == "option-100"


@pytest.mark.parametrize(("width", "abreast"), [(1280, 3), (900, 3), (600, 2)])
def test_text_sizes_stand_side_by_side_where_they_fit(home: Driver, width: int, abreast: int) -> None:
    """With the largest text too a row holds as many as there is room for, up to three."""
    home.press("Ctrl+5")
    home.window.resize(width, 600)
    home.click("option-200")
    sizes = [home.button(f"option-{size}") for size in TEXT_SIZES]
    assert len({size.x() for size in sizes}) == abreast
    assert all(size.width() >= size.sizeHint().width() for size in sizes)


def test_settings_that_cannot_be_kept_hold_all_the_same(home: Driver, folders: Folders) -> None:
    """Where the file cannot be written the user is told, and the text is larger nevertheless."""
    folders.settings.mkdir()
    home.press("Ctrl+5")
    before = home.button("option-100").height()
    home.click("option-150")
    assert home.button("option-100").height() > before
    assert home.sees("could not be saved")
