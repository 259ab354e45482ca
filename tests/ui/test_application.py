"""Starting: one window for a folder, faults that do not end it, and no more imported than the home needs."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from greenroom.paths import Folders
from greenroom.ui.faults import catch_faults
from greenroom.ui.single_window import SingleWindow
from tests.running import environment
from tests.ui.driving import Driver
from tests.ui.screens import every_screen

LATE = (
    "arranging",
    "checking",
    "comparing",
    "loading",
    "mapping",
    "retelling",
    "rubric",
    "scenario",
    "session",
    "what_if",
)
START_AND_TELL = """
import sys
from PySide6.QtCore import QTimer
from greenroom.ui.window import Window

def painted(window, event, paint=Window.paintEvent):
    QTimer.singleShot(0, lambda: (print(*sorted(sys.modules)), sys.stdout.flush(), __import__("os")._exit(0)))
    paint(window, event)

Window.paintEvent = painted
from greenroom.cli import main
main([])
"""


@pytest.fixture
def excepthook() -> Iterator[None]:
    """Put back what handles errors after a test."""
    before = sys.excepthook
    yield
    sys.excepthook = before


@pytest.mark.usefixtures("qapp")
def test_a_second_start_calls_the_first_window(folders: Folders, qtbot: object) -> None:
    """The second start finds the folder taken, calls, and the first window answers, once for each call."""
    first, second = SingleWindow(folders.home), SingleWindow(folders.home)
    answered: list[str] = []
    assert first.take()
    first.answer(answered.append)
    assert not second.take()
    qtbot.waitUntil(lambda: answered == [""])  # type: ignore[attr-defined]
    assert not second.take("by-the-urn")
    qtbot.waitUntil(lambda: answered == ["", "by-the-urn"])  # type: ignore[attr-defined]


@pytest.mark.usefixtures("qapp")
def test_other_folders_have_a_window_of_their_own(tmp_path: Path) -> None:
    """Two homes may be open at once."""
    one, other = SingleWindow(tmp_path / "one"), SingleWindow(tmp_path / "other")
    assert one.take()
    assert other.take()


@pytest.mark.usefixtures("qapp")
def test_a_window_that_was_killed_leaves_the_way_free(folders: Folders) -> None:
    """A lock whose program is gone is no lock."""
    take = (
        "import os, sys; from pathlib import Path; from greenroom.ui.single_window import SingleWindow;"
        "single = SingleWindow(Path(sys.argv[1])); assert single.take(); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", take, str(folders.home)], check=True, timeout=60)  # noqa: S603  # our own
    assert (folders.home / "window.lock").exists()
    assert SingleWindow(folders.home).take()


@pytest.mark.usefixtures("excepthook")
def test_a_fault_is_logged_and_told_and_the_window_stays(
    stage: Driver, folders: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error of our own goes to the log and into one notice; one plays on."""
    notices = stage.window.notices
    catch_faults(folders.log, lambda: notices.show_notice("Something went wrong."))
    fault = ZeroDivisionError("a fault")
    sys.excepthook(ZeroDivisionError, fault, None)
    assert "ZeroDivisionError: a fault" in folders.log.read_text(encoding="utf-8")
    assert "a fault" in capsys.readouterr().err
    assert stage.sees("Something went wrong.")
    stage.press("1")
    assert stage.part("landing").isVisible()


def test_nothing_else_opens_as_a_window(home: Driver) -> None:
    """However one walks through the screens, there is one window and no box in front of it."""
    for screen in every_screen(home):
        shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        assert shown == [home.window], screen


def test_the_home_imports_no_more_than_it_needs(tmp_path: Path) -> None:
    """From the second start on, whatever reads scenarios, draws, or rehearses is not there at the first picture."""
    modules = _modules_at_first_picture(tmp_path)
    assert "greenroom.ui.screens.home" in modules
    for late in ("msgspec", "transitions", "tomli", "rapidfuzz", "fast_sugiyama", "PySide6.QtSvg", "sqlite3"):
        assert late not in modules, late
    for late in LATE:
        assert f"greenroom.{late}" not in modules, late
    screens = {name for name in modules if name.startswith("greenroom.ui.screens.")}
    assert screens == {"greenroom.ui.screens.home", "greenroom.ui.screens.screen"}


def test_nothing_that_talks_to_a_network_is_loaded(tmp_path: Path) -> None:
    """Neither Qt's network nor Python's sockets are there."""
    modules = _modules_at_first_picture(tmp_path)
    assert "PySide6.QtNetwork" not in modules
    assert not {"socket", "_socket", "http.client", "urllib.request"} & modules


def _modules_at_first_picture(home: Path) -> set[str]:
    told = environment(home, QT_QPA_PLATFORM="offscreen")
    listed = [sys.executable, "-m", "greenroom", "list"]
    subprocess.run(listed, env=told, check=True, capture_output=True, timeout=60)  # noqa: S603  # our own program
    start = [sys.executable, "-c", START_AND_TELL]
    outputs = [subprocess.run(start, env=told, check=True, capture_output=True, timeout=60).stdout for _ in range(2)]  # noqa: S603
    return set(outputs[-1].decode().split())


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot be counted from Python 3.12 on")
def test_calls_into_qt_keep_none_alive() -> None:
    """A void call does not drop a reference to None, as PySide6 6.12.0 did on Python 3.11 until it aborted."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("name")
    assert sys.getrefcount(None) > before - 100


def test_the_scenario_that_was_asked_for_opens(start: Callable[..., Driver]) -> None:
    """`greenroom ID` opens the window on that scenario; an unknown one leaves the home, with the nearest names."""
    assert start("left-umbrella").sees("Noor Haddad")
    unknown = start("by-the-urm")
    assert unknown.sees("by-the-urn")
    assert unknown.sees("What conversation is on your mind?")
