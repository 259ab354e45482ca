"""Every text of the window goes through Qt's translation, and is never put together from pieces."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from greenroom.paths import Folders, shipped
from greenroom.rubric import read_rubric
from tests.ui.authored import authored
from tests.ui.driving import Driver
from tests.ui.screens import every_screen


class Brackets(QTranslator):
    """A language in which every text stands in brackets."""

    def translate(self, _context: str, text: str, _note: str | None = None, _n: int = -1) -> str:
        """Return the text in brackets."""
        return f"[{text}]"

    def isEmpty(self) -> bool:  # noqa: N802  # Qt's name
        """Say that there are texts."""
        return False


@pytest.fixture
def brackets() -> Iterator[None]:
    """Speak in brackets for as long as a test takes."""
    translator = Brackets()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.mark.usefixtures("qapp", "brackets")
def test_every_text_is_translated(start: Callable[..., Driver], folders: Folders) -> None:
    """Whatever is not in brackets was written by an author, in a scenario or in the rubric, or is the user's folder."""
    driver = start()
    allowed = {str(folders.home), *authored()}
    for screen in every_screen(driver):
        bare = [text for text in driver.texts() if not _in_brackets(text) and text not in allowed]
        assert bare == [], screen


@pytest.mark.usefixtures("qapp", "brackets")
def test_what_the_core_has_to_say_is_translated(start: Callable[..., Driver], folders: Folders) -> None:
    """A sentence of an error reaches the window in the user's language, as a notice and on a card."""
    folders.scenarios.mkdir(parents=True)
    (folders.scenarios / "mine.toml").write_text("format = 1\nid = \n", encoding="utf-8")
    driver = start()
    driver.qtbot.waitUntil(lambda: "situation-mine" in driver.buttons())
    assert driver.sees("[Line 2: invalid value.]")
    driver.navigation.open_run("gone")
    driver.settle()
    assert driver.sees("[This run is not in the journal any more. Choose another.]")


def test_no_word_of_ours_stands_in_a_reference() -> None:
    """A claim's place is its article's title and the part's, as they are written there."""
    source = read_rubric(shipped("assets")).sources["claim:approach-with-transparency"]
    assert source.full.startswith(f"{source.short}: ")


def test_brackets_find_what_is_not_translated() -> None:
    """The test above would notice a text that was put together from a translated and another piece."""
    assert not _in_brackets("[Turn] 2")
    assert not _in_brackets("Turn 2")


def _in_brackets(text: str) -> bool:
    return text.startswith("[") and text.endswith("]")
