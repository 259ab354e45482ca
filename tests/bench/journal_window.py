"""Opens the journal's screen in the real window and takes the time until it is painted."""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from greenroom.journal import Filter, open_journal
from greenroom.library import Library
from greenroom.paths import Folders, shipped
from greenroom.ui.application import build
from greenroom.ui.navigation import Navigation
from greenroom.ui.parts import Parts
from greenroom.ui.screens.journal import JournalScreen
from greenroom.ui.window import Window
from tests.bench.journals import write_journal


def seconds_to_open(few: int, many: int, times: int) -> tuple[float, float]:
    """Return the median seconds that opening the journal takes with `few` runs and with `many`, measured in turn."""
    with _window(few) as one, _window(many) as other:
        pairs = [(_seconds(one, _opening(one)), _seconds(other, _opening(other))) for _ in range(times)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def seconds_to_search(runs: int) -> float:
    """Return the median seconds from the search for a word to the painted list, once there has been a first one."""
    with _window(runs) as window:
        _opening(window)()
        screen = window.screen_shown
        assert isinstance(screen, JournalScreen)

        def search(words: str) -> Callable[[], None]:
            def show() -> None:
                screen.runs.filter = Filter(text=words)
                screen.runs.read_again()

            return show

        _seconds(window, search("you"))
        return statistics.median(_seconds(window, search(words)) for words in ("work", "a", "tide", "sorry", "zebra"))


def _opening(window: Window) -> Callable[[], None]:
    navigation = window.findChild(Navigation)
    assert navigation is not None
    return navigation.open_journal


def _seconds(window: Window, show: Callable[[], None]) -> float:
    begin = time.perf_counter()
    show()
    QApplication.processEvents()
    window.grab()
    return time.perf_counter() - begin


@contextmanager
def _window(runs: int) -> Iterator[Window]:
    """Open the window on a journal of so many runs, on its home, with the journal's screen shown once before."""
    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder, ExitStack() as at_end:
        folders = Folders(Path(folder))
        write_journal(folders.journal, runs)
        window = build(_parts(folders, at_end))
        window.show()
        application.processEvents()
        for show in (_opening(window), window.findChildren(Navigation)[0].open_home):
            _seconds(window, show)
        yield window
        window.close()


def _parts(folders: Folders, at_end: ExitStack) -> Parts:
    def now() -> datetime:
        return datetime.now(UTC)

    library = Library(folders.scenarios, shipped("scenarios"), folders.cache / "scenarios.json")
    journal = at_end.enter_context(closing(open_journal(folders.journal, now)))
    return Parts(folders, shipped("assets"), library, lambda: journal, now, lambda: 1, folders.home / "documents")
