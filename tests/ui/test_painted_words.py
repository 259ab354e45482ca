"""Words as they are painted: whole, inside the part they stand on, and in the user's language."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtWidgets import QAbstractItemView

from greenroom.library import Library
from greenroom.scenario import Scenario
from greenroom.settings import Settings
from tests.shipped_scenes import SHIPPED
from tests.ui.authored import authored
from tests.ui.driving import Driver
from tests.ui.painting import Painted, WordsWatch
from tests.ui.planned import number_of, plans_by_length
from tests.ui.screens import every_screen
from tests.ui.test_translation import Brackets

SIZES = ((900, 600), (1280, 800), (1920, 1080))
ROUNDING = 1.0
"""Pixels."""
WRITTEN = frozenset(authored())


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> WordsWatch:
    """Watch words being painted."""
    return WordsWatch(monkeypatch)


@pytest.fixture
def brackets() -> Iterator[None]:
    """Speak in brackets for as long as a test takes."""
    translator = Brackets()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.mark.parametrize("theme", ["light", "high-contrast-dark"])
@pytest.mark.parametrize("text_size", [100, 150, 200])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_word_is_cut_off(
    start: Callable[..., Driver], watch: WordsWatch, size: tuple[int, int], text_size: int, theme: str
) -> None:
    """On every screen each text has the room it is painted in, inside the part it belongs to."""
    driver = start()
    driver.window.resize(*size)
    driver.frame.appearance.change(Settings(text_size=text_size, theme=theme, motion="none"))
    for screen in every_screen(driver):
        painted = watch.painted(driver)
        assert painted
        assert [fault for words in painted for fault in faults(words)] == [], screen


@pytest.mark.parametrize("scenario_id", SHIPPED)
def test_no_word_of_a_shipped_scenario_is_cut_off(
    start: Callable[..., Driver], watch: WordsWatch, shipped_library: Library, scenario_id: str
) -> None:
    """With the largest text in the smallest window its card, its longest plan and its debrief can be read whole."""
    driver = start(library=shipped_library)
    driver.window.resize(900, 600)
    driver.frame.appearance.change(Settings(text_size=200, motion="none"))
    for place in along_the_longest_plan(driver, shipped_library.load(scenario_id).scenario):
        assert [fault for words in watch.painted(driver) for fault in faults(words)] == [], place


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_offer_to_go_back_is_not_cut_off(stage: Driver, watch: WordsWatch, text_size: int) -> None:
    """Beside an own bubble that has the focus there is room for the offer."""
    stage.window.resize(900, 600)
    stage.frame.appearance.change(Settings(text_size=text_size, motion="none"))
    stage.press("1", "Enter")
    while stage.focused.objectName() != "line-3":
        stage.press("Tab")
    painted = watch.painted(stage)
    assert "Go back to here" in [words.words for words in painted]
    assert [fault for words in painted for fault in faults(words)] == []


@pytest.mark.usefixtures("qapp", "brackets")
def test_every_word_that_is_painted_is_translated(start: Callable[..., Driver], watch: WordsWatch) -> None:
    """Also what no screen reader finds as a text, such as the keys on buttons and the names beside the ribbon."""
    driver = start()
    for screen in every_screen(driver):
        painted = [words.words for words in watch.painted(driver)]
        assert [words for words in painted if not (is_bracketed(words) or is_content(words))] == [], screen


def is_bracketed(words: str) -> bool:
    """Return whether all of it has gone through the translation."""
    return words.startswith("[") and words.endswith("]")


def is_content(words: str) -> bool:
    """Return whether an author wrote it, or it is a number or the partner's first name."""
    return words.isdigit() or words == "Ottoline" or words in WRITTEN


def along_the_longest_plan(driver: Driver, scenario: Scenario) -> Iterator[str]:
    """Play a scenario along its longest plan, and yield where one is each time that something new is shown."""
    yield "home"
    driver.click(f"situation-{scenario.id}")
    for choice_id in plans_by_length(scenario)[-1].choices:
        yield f"before {choice_id}"
        driver.press(number_of(driver, scenario, choice_id))
        yield f"after {choice_id}"
        driver.press("Enter")
    assert driver.part("ending-title").isVisible()
    yield "debrief"


def faults(painted: Painted) -> Iterator[str]:
    """Yield what is wrong with words that were painted."""
    name = f"'{painted.words[:40]}' on {type(painted.part).__name__} {painted.part.objectName()}"
    grown = QRectF(painted.part.rect()).adjusted(-ROUNDING, -ROUNDING, ROUNDING, ROUNDING)
    if isinstance(painted.part.parent(), QAbstractItemView):  # its rows go on above and below
        grown = grown.adjusted(0, -grown.height(), 0, grown.height())
    if not grown.contains(painted.box):
        yield f"{name} reaches out: {painted.box.getRect()} on {painted.part.size().toTuple()}"
    if painted.width > painted.box.width() + ROUNDING:
        yield f"{name} is {painted.width} wide and has {painted.box.width()}"
    if painted.height > painted.box.height() + ROUNDING:
        yield f"{name} is {painted.height} high and has {painted.box.height()}"
    if painted.breaks_a_word:
        yield f"{name} breaks a word"
