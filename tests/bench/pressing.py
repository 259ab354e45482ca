"""Presses choices in the real window and takes the time until the reply is painted."""

import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from greenroom.journal import open_journal
from greenroom.library import Library
from greenroom.paths import Folders, shipped
from greenroom.ui.application import build
from greenroom.ui.parts import Parts
from greenroom.ui.window import Window


class PaintWatch(QObject):
    """Remembers whether a widget has been painted."""

    painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802  # Qt's name and arguments
        """See a paint event pass."""
        self.painted = self.painted or event.type() == QEvent.Type.Paint
        return False


def seconds_to_reply(turns: int) -> Iterator[float]:
    """Yield for each of `turns` choices the seconds from the press to the painted landing, the journal included.

    It is one window, as on an evening of rehearsing: at each ending it is played again.
    """
    application = QApplication.instance() or QApplication([])
    chance = random.Random(1)  # noqa: S311  # a walk, not a secret
    with tempfile.TemporaryDirectory() as folder, ExitStack() as at_end:
        window = build(_parts(Folders(Path(folder)), at_end), "walking-in")
        window.resize(1280, 800)
        window.show()
        application.processEvents()
        card = window.findChild(QWidget, "landing")
        assert card is not None
        watch = PaintWatch(card)
        card.installEventFilter(watch)
        for _ in range(turns):
            yield _press(chance.choice([Qt.Key.Key_1, Qt.Key.Key_2]), watch)
            _go_on(window)


def _press(key: Qt.Key, watch: PaintWatch) -> float:
    watch.painted = False
    begin = time.perf_counter()
    QTest.keyClick(_focused(), key)
    while not watch.painted:
        QApplication.processEvents()
    return time.perf_counter() - begin


def _go_on(window: Window) -> None:
    """Continue to the next choice; from an ending by way of the debrief to a new rehearsal."""
    stage = window.screen_shown
    QTest.keyClick(_focused(), Qt.Key.Key_Return)
    QApplication.processEvents()
    if window.screen_shown is not stage:
        again = window.findChild(QWidget, "play-again")
        assert again is not None
        QTest.mouseClick(again, Qt.MouseButton.LeftButton)
        QApplication.processEvents()


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def _parts(home: Folders, at_end: ExitStack) -> Parts:
    def now() -> datetime:
        return datetime.now(UTC)

    library = Library(home.scenarios, shipped("scenarios"), home.cache / "scenarios.json")
    return Parts(
        home,
        shipped("assets"),
        library,
        lambda: at_end.enter_context(closing(open_journal(home.journal, now))),
        now,
        lambda: 1,
        home.home,
    )
