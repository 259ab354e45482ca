"""Presses choices in the real window and takes the time until the reply is painted."""

import random
import tempfile
import time
from collections.abc import Iterator
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
    """Yield for each of `turns` choices the seconds from the press to the painted landing, the journal included."""
    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        home = Folders(Path(folder))
        parts = _parts(home)
        while turns > 0:
            window = build(parts, "walking-in")
            window.resize(1280, 800)
            window.show()
            application.processEvents()
            for seconds in _one_rehearsal(window, turns):
                turns -= 1
                yield seconds
            window.close()
            window.deleteLater()
            application.processEvents()


def _one_rehearsal(window: Window, turns: int) -> Iterator[float]:
    chance = random.Random(turns)  # noqa: S311  # a walk, not a secret
    stage = window.screen_shown
    card = window.findChild(QWidget, "landing")
    assert card is not None
    watch = PaintWatch(card)
    card.installEventFilter(watch)
    for _ in range(turns):
        key = chance.choice([Qt.Key.Key_1, Qt.Key.Key_2])
        watch.painted = False
        begin = time.perf_counter()
        QTest.keyClick(_focused(), key)
        while not watch.painted:
            QApplication.processEvents()
        yield time.perf_counter() - begin
        QTest.keyClick(_focused(), Qt.Key.Key_Return)
        QApplication.processEvents()
        if window.screen_shown is not stage:
            return


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def _parts(home: Folders) -> Parts:
    def now() -> datetime:
        return datetime.now(UTC)

    library = Library(home.scenarios, shipped("scenarios"), home.cache / "scenarios.json")
    return Parts(home, shipped("assets"), library, lambda: open_journal(home.journal, now), now, lambda: 1)
