"""A window in which somebody types without end: the program that a test kills."""

from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from PySide6.QtCore import QTimer

from greenroom.journal import open_journal
from greenroom.library import Library
from greenroom.paths import Folders, shipped
from greenroom.ui.application import build
from greenroom.ui.navigation import Navigation
from greenroom.ui.parts import Parts
from greenroom.ui.screens.desk import DeskScreen
from greenroom.ui.window import Window

_PACE = 50
"""Milliseconds from one number to the next."""


def now() -> datetime:
    """Return a moment in March."""
    return datetime(2026, 3, 1, 18, 40, tzinfo=UTC)


def begin_to_type(home: str) -> Window:
    """Open the desk and type one number after the other, telling each on standard output once it stands there."""
    folders = Folders(Path(home))
    journal = open_journal(folders.journal, now)
    library = Library(folders.scenarios, shipped("scenarios"), folders.cache / "shipped.json")
    window = build(Parts(folders, shipped("assets"), library, lambda: journal, now, lambda: 1, folders.home))
    window.show()
    window.first_painted.connect(lambda: _type_on(window))
    return window


def _type_on(window: Window) -> None:
    navigation = window.findChild(Navigation)
    assert navigation is not None
    navigation.open_desk()
    desk = window.screen_shown
    assert isinstance(desk, DeskScreen)
    numbers, pace = count(1), QTimer(window)

    def type_one() -> None:
        number = next(numbers)
        desk.sheet.editor.insertPlainText(f"{number} ")
        print(number, flush=True)  # noqa: T201  # it is what the test reads

    pace.timeout.connect(type_one)
    pace.start(_PACE)
