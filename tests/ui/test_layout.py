"""Nothing is cut off: every screen, from 900 x 600 up, with text from 100 to 200 %."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QSizePolicy, QWidget

from greenroom.paths import Folders
from greenroom.settings import Settings
from greenroom.ui.widgets.portrait import Portrait
from tests.ui.conftest import SCENES
from tests.ui.driving import Driver
from tests.ui.screens import every_screen

SIZES = ((900, 600), (1280, 800), (1920, 1080))


@pytest.mark.parametrize("text_size", [100, 130, 200])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_is_cut_off(start: Callable[..., Driver], size: tuple[int, int], text_size: int) -> None:
    """On every screen each text has the height it needs, no word is broken, and nothing reaches out of the window."""
    driver = start()
    driver.window.resize(*size)
    driver.frame.appearance.change(Settings(text_size=text_size))
    cut_off = [f"{screen}: {fault}" for screen in every_screen(driver) for fault in faults(driver)]
    assert cut_off == []


def test_a_change_of_size_lays_out_what_is_there(start: Callable[..., Driver]) -> None:
    """Text size and window size change in the middle of a rehearsal; nothing is cut off, and the focus stays."""
    driver = start("by-the-urn")
    driver.press("1")
    for size, text_size in (((900, 600), 200), ((1920, 1080), 100), ((900, 600), 100), ((1280, 800), 150)):
        driver.window.resize(*size)
        driver.frame.appearance.change(Settings(text_size=text_size))
        driver.settle()
        assert list(faults(driver)) == []
        assert driver.focused.objectName() == "continue"


def test_a_larger_text_of_the_system_enlarges_everything(start: Callable[..., Driver]) -> None:
    """Text of the system that is half as large again makes ours half as large again."""
    driver = start()
    driver.press("Ctrl+5")
    before = driver.button("option-100").height()
    larger = QApplication.font()
    usual = larger.pixelSize(), larger.pointSize()
    larger.setPixelSize(18)
    QApplication.setFont(larger)
    try:
        driver.frame.appearance.change(Settings())
        driver.settle()
        assert driver.button("option-100").height() == round(before * 1.5)
    finally:
        larger.setPointSize(usual[1])
        QApplication.setFont(larger)


@pytest.mark.parametrize("facts", [1, 40])
def test_what_you_know_leaves_room_for_the_conversation(
    start: Callable[..., Driver], folders: Folders, facts: int
) -> None:
    """Opened above the conversation it takes the height it needs, at most a third of the window, and then scrolls."""
    folders.scenarios.mkdir(parents=True)
    fact = "The raffle was drawn an hour ago."
    scene = (SCENES / "by-the-urn.toml").read_text("utf-8").replace(f'["{fact}"]', str([fact] * facts))
    (folders.scenarios / "mine.toml").write_text(scene.replace('"by-the-urn"', '"mine"'), "utf-8")
    driver = start("mine")
    driver.window.resize(900, 600)
    driver.settle()
    driver.click("what-you-know")
    last = [label for label in driver.visible(QLabel) if isinstance(label, QLabel) and label.text() == fact][-1]
    assert driver.screen.scroll_area.height() > 600 / 3
    areas = [area for area in driver.visible(QScrollArea) if area.isAncestorOf(last)]
    (scrolls,) = [area.verticalScrollBar().maximum() > 0 for area in areas if isinstance(area, QScrollArea)]
    assert scrolls == (facts > 1)
    assert list(faults(driver)) == []


def test_a_name_with_one_line_stands_in_the_middle_of_the_strip(start: Callable[..., Driver]) -> None:
    """Beside the portrait the name and what one can see are one block, as far from its top as from its foot."""
    driver = start("by-the-urn")
    driver.window.resize(900, 600)
    driver.settle()
    portrait = next(part for part in driver.visible(Portrait) if part.width() > 50)
    labels = [label for label in driver.visible(QLabel) if label.parent() is portrait.parent()]
    name, seen, *_ = sorted(labels, key=lambda label: label.y())
    assert seen.y() - name.geometry().bottom() <= 3
    assert (name.y() + seen.geometry().bottom()) / 2 == pytest.approx(portrait.geometry().center().y(), abs=2)


def test_a_notice_has_room_beside_or_above_its_buttons(start: Callable[..., Driver]) -> None:
    """A long message with large text in a small window has the width to itself, and its buttons stand below it."""
    driver = start()
    driver.window.resize(900, 600)
    driver.frame.appearance.change(Settings(text_size=200))
    driver.window.notices.show_notice(
        "The words of a message that is long. " * 4, "Return to where you were", driver.settle
    )
    driver.settle()
    notice, action = driver.part("notice"), driver.button("notice-action")
    assert notice.width() > driver.window.notices.width() * 0.8
    assert action.mapTo(driver.window, action.rect().topLeft()).y() >= notice.geometry().bottom()
    driver.window.notices.show_notice("A few words.", "Undo", driver.settle)
    driver.settle()
    assert action.geometry().center().y() == pytest.approx(notice.geometry().center().y(), abs=2)
    driver.window.resize(1900, 900)
    driver.settle()
    assert action.geometry().center().y() == pytest.approx(notice.geometry().center().y(), abs=2)


def faults(driver: Driver) -> Iterator[str]:
    """Yield what is cut off, or reaches out of the window."""
    driver.settle()
    for label in driver.visible(QLabel):
        assert isinstance(label, QLabel)
        yield from _faults_of_label(label)
    for button in driver.visible(QAbstractButton):
        yield from _faults_of_button(button)
    for area in driver.visible(QScrollArea):
        assert isinstance(area, QScrollArea)
        content = area.widget()
        if content is not None and content.width() > area.viewport().width():
            yield f"what scrolls is {content.width()} wide in {area.viewport().width()}"
    for part in (*driver.visible(QLabel), *driver.visible(QAbstractButton)):
        if part.mapTo(driver.window, part.rect().topRight()).x() >= driver.window.width():
            yield f"{_name(part)} reaches out of the window"


def _faults_of_label(label: QLabel) -> Iterator[str]:
    if label.text() and label.heightForWidth(label.width()) > label.height() + 1:
        yield f"{_name(label)} needs {label.heightForWidth(label.width())} and has {label.height()}"
    if label.text() and label.minimumSizeHint().width() > label.width():
        yield f"{_name(label)} breaks a word"


def _faults_of_button(button: QWidget) -> Iterator[str]:
    fixed = button.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed
    if fixed and button.sizeHint().width() > button.width():
        yield f"{_name(button)} needs {button.sizeHint().width()} and is {button.width()} wide"
    needed = button.heightForWidth(button.width()) if button.hasHeightForWidth() else 0
    if needed > button.height() + 1:
        yield f"{_name(button)} needs {needed} and is {button.height()} high"


def _name(part: QWidget) -> str:
    text = part.text() if isinstance(part, (QLabel, QAbstractButton)) else ""
    return f"{part.objectName()} '{text[:40]}'"
