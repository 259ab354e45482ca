"""What nothing leads to any more is freed, and only in the window's thread."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from greenroom.coach.findings import Review, Situation
from tests.ui.driving import Driver


class Left(QObject):
    """Something of Qt's that leads to itself, so that only a collector frees it."""

    def __init__(self, freed: list[threading.Thread]) -> None:
        """Tell `freed` in which thread it goes."""
        super().__init__()
        self._itself = self
        self._freed = freed

    def __del__(self) -> None:
        """Tell."""
        self._freed.append(threading.current_thread())


def test_the_coach_frees_nothing_of_qt(start: Callable[..., Driver], qtbot: QtBot) -> None:
    """However much memory its thread asks for, what is left over waits for the window's thread, and goes there."""
    freed: list[threading.Thread] = []
    read: list[bool] = []

    def review(_words: str, _situation: Situation) -> Review:
        read.append(bool([[number] for number in range(100_000)]))
        return Review("unclear", ())

    driver = start(review=review)
    driver.press("Ctrl+2")
    Left(freed)
    field = driver.focused
    assert isinstance(field, QTextEdit)
    field.insertPlainText("a word")
    qtbot.waitUntil(lambda: bool(read))
    hoard = [[number] for number in range(5_000)]  # so much that it is time to collect
    qtbot.waitUntil(lambda: bool(freed))
    assert hoard
    assert freed == [threading.main_thread()]
