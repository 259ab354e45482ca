"""Starts the window.

`main` is what the command line calls: it makes the `QApplication`, sees that there is one window for a
folder of data, and runs until the window is closed. `build` makes the window from its
parts and shows nothing yet, so that tests can start it without waiting for it to end.
"""

import gc
import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack, closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QApplication

from greenroom.library import Library
from greenroom.paths import Folders, shipped
from greenroom.ui.appearance import Appearance
from greenroom.ui.faults import catch_faults
from greenroom.ui.frame import Frame
from greenroom.ui.navigation import Navigation
from greenroom.ui.parts import Parts
from greenroom.ui.pictures import Pictures
from greenroom.ui.single_window import SingleWindow
from greenroom.ui.window import Window

if TYPE_CHECKING:
    from greenroom.journal import Journal

_ICON = 256


def main(
    folders: Folders,
    library: Library,
    scenario_id: str,
    now: Callable[[], datetime],
    random_seed: Callable[[], int],
) -> int:
    """Open the window, on a scenario if `scenario_id` names one, and return the exit code when it is closed.

    Where a window is open already for these folders, it comes to the front instead.
    """
    application = QApplication(sys.argv[:1])
    single = SingleWindow(folders.home)
    if not single.take(scenario_id):
        return 0
    # Python's own way to end at Ctrl-C would wait for an event: what was done is on the disk in any case.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    with ExitStack() as at_end:
        parts = Parts(
            folders,
            shipped("assets"),
            library,
            lambda: _open_journal(folders, now, at_end),
            now,
            random_seed,
            _documents(folders),
        )
        window = build(parts, scenario_id)
        catch_faults(folders.log, lambda: _tell_of_fault(window, folders))
        window.first_painted.connect(lambda: single.answer(lambda wanted: _come_to_front(window, wanted)))
        window.show()
        return application.exec()


def build(parts: Parts, scenario_id: str = "") -> Window:
    """Return the window, on its home or on a scenario, without showing it. There has to be a `QApplication`."""
    QApplication.setApplicationName("Greenroom")
    QApplication.setDesktopFileName("greenroom")
    appearance = Appearance(parts.folders, parts.assets)
    pictures = Pictures(appearance.look, parts.assets, parts.folders.cache)
    window = Window(appearance.look, pictures)
    appearance.setParent(window)
    window.first_painted.connect(lambda: _finish(window, appearance, pictures))
    navigation = Navigation(Frame(window, appearance, pictures, parts))
    window.scenario_wanted.connect(navigation.open_scenario)
    navigation.open_home()
    if scenario_id:
        navigation.open_scenario(scenario_id)
    return window


def _finish(window: Window, appearance: Appearance, pictures: Pictures) -> None:
    """Do what can wait until there is something to look at."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415  # it can wait, too

    from greenroom.ui.collecting import Collecting  # noqa: PLC0415  # the same

    gc.freeze()  # what is here by now stays; from here on the collector has to look at what is new only
    Collecting(window)
    window.setWindowIcon(QIcon(pictures.icon("greenroom", _ICON, "ink", 1.0)))
    appearance.watch()


def _documents(folders: Folders) -> Path:
    """Return the user's folder for documents; where the system names none, that of Greenroom."""
    named = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(named) if named else folders.home


def _open_journal(folders: Folders, now: Callable[[], datetime], at_end: ExitStack) -> "Journal":
    from greenroom.journal import open_journal  # noqa: PLC0415  # the home is painted before it is read

    return at_end.enter_context(closing(open_journal(folders.journal, now)))


def _tell_of_fault(window: Window, folders: Folders) -> None:
    fault = QCoreApplication.translate(
        "Application", "Something went wrong inside Greenroom. You can go on; {log} has what happened."
    )
    window.notices.show_notice(fault.format(log=folders.log))


def _come_to_front(window: Window, scenario_id: str) -> None:
    """Answer a second start: come into sight, with a scenario if it has asked for one."""
    window.showNormal() if window.isMinimized() else window.show()
    window.raise_()
    window.activateWindow()
    if scenario_id:
        window.scenario_wanted.emit(scenario_id)
