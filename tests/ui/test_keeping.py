"""What the window keeps: every turn before it is shown, where one stood, and nothing that was deleted."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from greenroom.errors import JournalError
from greenroom.journal import Journal, open_journal
from greenroom.library import Library
from greenroom.paths import Folders, shipped
from greenroom.ui.application import build
from greenroom.ui.parts import Parts
from tests.ui.conftest import SCENES, now
from tests.ui.driving import Driver

SCENE = (SCENES / "by-the-urn.toml").read_text(encoding="utf-8").replace('"by-the-urn"', '"mine"')


class PaintWatch(QObject):
    """Notes what is in the journal each time a widget is painted."""

    def __init__(self, watched: QWidget, journal: Journal) -> None:
        """Watch `watched` for as long as it lives."""
        super().__init__(watched)
        self.kept: set[int] = set()
        self._journal = journal
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """See a paint event pass."""
        if event.type() == QEvent.Type.Paint:
            self.kept.add(sum(run.turns for run in self._journal.runs()))
        return False


class TightDisk:
    """A journal on a disk that may be full."""

    def __init__(self, journal: Journal) -> None:
        """Pass everything on to `journal` while there is room."""
        self._journal = journal
        self.is_full = False

    def __getattr__(self, name: str) -> object:
        """Refuse to write while the disk is full."""
        if self.is_full and name in {"begin", "add", "stand_at"}:
            return self._refuse
        return getattr(self._journal, name)

    @staticmethod
    def _refuse(*_args: object, **_named: object) -> None:
        raise JournalError("The disk is full.")


@pytest.fixture
def restart(qtbot: QtBot, folders: Folders) -> Iterator[Callable[[], Driver]]:
    """Return a way to start the program: the window and the journal that were open before are closed first."""
    at_close = ExitStack()

    def start_again() -> Driver:
        at_close.close()
        journal = at_close.enter_context(closing(open_journal(folders.journal, now)))
        library = Library(folders.scenarios, SCENES, folders.cache / "scenarios.json")
        window = build(Parts(folders, shipped("assets"), library, lambda: journal, now, lambda: 1, folders.home))
        at_close.callback(window.close)
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.first_painted):
            window.show()
        qtbot.waitUntil(lambda: not library.unread)
        return Driver(window, qtbot)

    yield start_again
    at_close.close()


def write_own(folders: Folders, text: str) -> Path:
    """Write a scenario of the user's own, "mine", and return its path."""
    folders.scenarios.mkdir(parents=True, exist_ok=True)
    path = folders.scenarios / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def offers(driver: Driver) -> list[str]:
    """Return the choices on offer as they are read out, in their order."""
    return [driver.button(name).accessibleName() for name in driver.buttons() if name.startswith("choice-")]


def said(driver: Driver) -> list[str]:
    """Return the conversation as it is read out."""
    lines = [part for part in driver.visible() if part.objectName().startswith("line-")]
    return [line.accessibleName() for line in lines]


def test_each_turn_is_in_the_journal_before_it_is_painted(stage: Driver, journal: Journal) -> None:
    """Whenever a landing is painted, its turn is on the disk: a crash in that instant loses nothing."""
    landing = stage.part("landing")
    for turn in (1, 2, 3):
        watch = PaintWatch(landing, journal)
        stage.press("1")
        stage.window.grab()
        assert watch.kept == {turn}
        landing.removeEventFilter(watch)
        stage.press("Enter")


def test_what_was_taken_back_stays_in_the_journal(stage: Driver, journal: Journal) -> None:
    """Two ways tried from the same moment are two branches of one run."""
    for number in ("1", "2"):
        stage.press(number, "Backspace")
    run = journal.run(journal.runs()[0].id)
    assert run is not None
    assert len(run.nodes) == 2
    assert {node.parent for node in run.nodes} == {None}
    assert run.line() == ()


def test_with_room_on_the_disk_again_everything_is_kept(start: Callable[..., Driver], journal: Journal) -> None:
    """A turn that could not be saved is saved with the next one, and the banner goes."""
    disk = TightDisk(journal)
    driver = start("by-the-urn", open_journal=lambda: disk)
    disk.is_full = True
    driver.press("1", "Enter")
    assert driver.sees("This couldn't be saved to")
    assert journal.runs() == ()
    disk.is_full = False
    driver.press("1")
    assert not driver.sees("This couldn't be saved to")
    assert journal.runs()[0].turns == 2


def test_where_one_left_off_is_as_it_was(restart: Callable[[], Driver]) -> None:
    """After a restart one stands in the same state, with all that was said, and the same choices in the same order."""
    driver = restart()
    driver.click("situation-by-the-urn")
    driver.press("1", "Enter", "2", "Backspace")
    before = offers(driver), said(driver)
    driver = restart()
    assert driver.sees("You stopped after turn 1, today at")
    driver.press("Enter")
    assert (offers(driver), said(driver)) == before
    assert [place for place, offer in enumerate(offers(driver), 1) if "you have tried this" in offer] == [2]


def test_a_run_goes_on_with_the_words_it_began_with(restart: Callable[[], Driver], folders: Folders) -> None:
    """Though its author has changed the file since, the run shows the old text, and a new run the new one."""
    write_own(folders, SCENE)
    driver = restart()
    driver.click("situation-mine")
    driver.press("1", "Enter")
    write_own(folders, SCENE.replace("Mind the wet bit.", "Mind the dry bit."))
    driver = restart()
    driver.press("Enter")
    assert driver.sees("Mind the wet bit.")
    driver.press("Ctrl+1")
    driver.click("restart")
    driver.press("1")
    assert driver.sees("Mind the dry bit.")


def test_a_run_whose_file_is_gone_goes_on(restart: Callable[[], Driver], folders: Folders) -> None:
    """The journal has the text, so that a run outlives its file."""
    path = write_own(folders, SCENE)
    driver = restart()
    driver.click("situation-mine")
    driver.press("1")
    path.unlink()
    driver = restart()
    driver.press("Enter")
    assert driver.sees("Mind the wet bit.")
    assert len(offers(driver)) > 1


def test_what_was_deleted_is_gone_from_the_file_after_closing(restart: Callable[[], Driver], folders: Folders) -> None:
    """Neither the scenario's text nor its title can be found in what is on the disk."""
    write_own(folders, SCENE.replace("By the urn", "A secret meeting"))
    driver = restart()
    driver.click("situation-mine")
    driver.press("1", "Ctrl+J")
    restart()
    assert b"A secret meeting" in on_disk(folders)
    driver = restart()
    driver.press("Ctrl+J")
    driver.click("everything")
    driver.click("delete-all")
    restart()
    assert b"A secret meeting" not in on_disk(folders)


def test_what_was_brought_back_is_there_after_closing(restart: Callable[[], Driver], folders: Folders) -> None:
    """A deletion that was undone leaves the run where it was."""
    driver = restart()
    driver.click("situation-by-the-urn")
    driver.press("1", "Ctrl+J")
    driver.click("everything")
    driver.click("delete-all")
    driver.click("notice-action")
    driver = restart()
    assert b"By the urn" in on_disk(folders)
    assert driver.sees("Where you left off")


def on_disk(folders: Folders) -> bytes:
    """Return everything that the journal has written."""
    return b"".join(path.read_bytes() for path in folders.home.glob("journal*"))
