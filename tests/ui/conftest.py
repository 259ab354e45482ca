"""Starts the window, with no display, on a home of its own and two small scenes."""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from greenroom.journal import Journal, open_journal
from greenroom.library import Library
from greenroom.paths import Folders, shipped
from greenroom.ui.application import build
from greenroom.ui.collecting import collect_what_is_due
from greenroom.ui.parts import Parts
from tests.ui.driving import Driver

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SCENES = Path(__file__).parents[1] / "scenes"


def now() -> datetime:
    """Return the time of the tests: an evening in March."""
    return datetime(2026, 3, 1, 18, 40, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _no_widget_is_left_over() -> Iterator[None]:
    """Fail where a test has left a widget without a parent: it would live as long as the program."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    collect_what_is_due()
    assert QApplication.topLevelWidgets() == []


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Return the folders of a user who has nothing yet."""
    return Folders(tmp_path / "home")


@pytest.fixture
def journal(folders: Folders) -> Iterator[Journal]:
    """Open the user's journal."""
    opened = open_journal(folders.journal, now)
    yield opened
    opened.close()


@pytest.fixture
def shipped_library(folders: Folders) -> Library:
    """Return the library that users have, with nothing of their own in it."""
    library = Library(folders.scenarios, shipped("scenarios"), folders.cache / "shipped.json")
    while library.read_next():
        pass
    return library


@pytest.fixture
def parts(folders: Folders, journal: Journal) -> Parts:
    """Return what the window is built from, with two small scenes as what is shipped."""
    library = Library(folders.scenarios, SCENES, folders.cache / "scenarios.json")
    while library.read_next():
        pass
    return Parts(folders, shipped("assets"), library, lambda: journal, now, lambda: 1, folders.home / "documents")


@pytest.fixture
def start(qtbot: QtBot, parts: Parts) -> Callable[..., Driver]:
    """Return a way to start the window, on a scenario if one is given; `changed` replaces some of its parts."""

    def start_window(scenario_id: str = "", **changed: object) -> Driver:
        window = build(parts._replace(**changed), scenario_id)  # type: ignore[arg-type]
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.first_painted):
            window.show()
        return Driver(window, qtbot)

    return start_window


@pytest.fixture
def home(start: Callable[..., Driver]) -> Driver:
    """Start the window on its home."""
    return start()


@pytest.fixture
def stage(start: Callable[..., Driver]) -> Driver:
    """Start the window on the scene by the urn."""
    return start("by-the-urn")
