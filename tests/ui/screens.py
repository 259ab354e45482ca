"""Leads the window through all it can show, for tests that hold everywhere."""

from collections.abc import Iterator

from greenroom.ui.map_drawing import MapDrawing
from greenroom.ui.screens.desk import DeskScreen
from greenroom.ui.widgets.message_editor import MessageEditor
from tests.ui.driving import Driver

MESSAGE = "Hi Robin, could I pick your brain sometime? I hope this finds you well."
"""What is written at the desk."""
ANSWERS = {
    "far off": "My cousin is in Ghent.",
    "in doubt": "Who won the cake? What a lovely hall, you must be proud.",
    "taken": "It was the cake. Who won?",
}
"""What is said by the urn in own words, by how it is taken."""


def every_screen(driver: Driver) -> Iterator[str]:
    """Show one screen after the other, each state of it, and yield its name."""
    yield "home"
    driver.navigation.open_scenario("by-the-urn")
    driver.settle()
    yield "stage"
    yield from _own_words(driver)
    driver.press("1")
    yield "landing"
    driver.click(next(name for name in driver.buttons() if name.startswith("source-")))
    yield "reference"
    driver.press("Esc")
    driver.click("others")
    yield "other choices"
    driver.press("Backspace")
    yield "taken back"
    driver.screen.take_focus()
    driver.press("1", "Enter", "1", "Enter", "1")
    yield "last landing"
    driver.click("continue")
    yield "debrief"
    driver.navigation.open_scenario("by-the-urn")
    driver.settle()
    driver.press("2", "Enter", "2", "Enter", "2", "Enter")
    yield "debrief of a second way"
    driver.click("compare")
    yield "compare"
    driver.click("other-runs")
    driver.click("show-reading")
    yield "compare, with its reading, and no other run to pick"
    yield from _journal(driver)
    driver.press("Ctrl+M")
    (drawing,) = driver.window.findChildren(MapDrawing)
    driver.qtbot.waitUntil(lambda: drawing.idle)  # the stops of an earlier visit stand there until then
    driver.settle()
    yield "map"
    driver.click("map-fog")
    yield "map without fog"
    driver.click("option-outline")
    yield "outline"
    yield from _desk(driver)
    driver.press("Ctrl+5")
    yield "settings"
    driver.navigation.open_scenario("by-the-urn")
    driver.settle()
    driver.press("1", "Ctrl+1")
    yield "home with a run to go on with"


def _own_words(driver: Driver) -> Iterator[str]:
    """Answer in own words: too far off, in doubt, and so that it is taken; then take it back."""
    driver.screen.take_focus()
    for name, words in ANSWERS.items():
        driver.press("T")
        field = driver.part("own-words")
        assert isinstance(field, MessageEditor)
        field.selectAll()
        field.insertPlainText(words)
        driver.settle()
        yield f"own words, {name}, typed"
        field.setFocus()
        driver.press("Enter")
        yield f"own words, {name}"
        if name == "in doubt":
            driver.screen.take_focus()
            driver.press("3")
    driver.press("Backspace")
    driver.screen.take_focus()


def _desk(driver: Driver) -> Iterator[str]:
    """Show the desk with a message on it, a note, and the other ways to look at the message."""
    driver.press("Ctrl+2")
    screen = driver.screen
    assert isinstance(screen, DeskScreen)
    screen.sheet.editor.insertPlainText(MESSAGE)
    driver.qtbot.waitUntil(lambda: not driver.navigation._writing._coaching.is_busy)
    driver.press("F8")
    yield "desk, with a note"
    driver.click("new-draft")
    for view in ("tab-compare", "as-they-would", "examples"):
        driver.click(view)
        yield f"desk, {view}"
    driver.click("tab-1")


def _journal(driver: Driver) -> Iterator[str]:
    """Show the journal of two runs, what one opens in it, and an old run read again."""
    driver.press("Ctrl+J")
    yield "journal"
    driver.click("filter")
    driver.click("filter-move")
    yield "journal, with its filters"
    driver.click("filter")
    for page in ("moves", "everything"):
        driver.click(page)
        yield f"journal, {page}"
        driver.click("all-runs")
    driver.press("Enter")
    driver.click("rename")
    yield "a run, being renamed"
    driver.click("keep-name")
    driver.click("read-again")
    yield "replay, its beginning"
    driver.press("Right")
    driver.click("others")
    yield "replay, with the other choices"
    driver.click("close-replay")
    driver.press("Enter")
    driver.click("beside")
    yield "journal, to pick another run"
    driver.click("cancel-beside")
    for _ in range(2):
        driver.press("Enter")
        driver.click("delete")
    yield "journal, empty, with a notice"
