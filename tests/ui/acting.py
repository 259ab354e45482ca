"""Starts Greenroom as its command does, in a process of its own, and acts in its window: `acting ACT [ID]`.

What can be read in the window at the end of the act goes to standard output as a JSON array; then the window is
closed, and the exit code is that of the command.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEventLoop, QTimer

from greenroom import cli
from greenroom.ui import application
from greenroom.ui.parts import Parts
from greenroom.ui.widgets.options import Option
from greenroom.ui.window import Window
from tests.ui.driving import Driver

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PATIENCE = 20
"""Seconds."""


def tell(*words: object) -> None:
    """Write a line to standard error."""
    sys.stderr.write(" ".join(map(str, words)) + "\n")
    sys.stderr.flush()


def look(_driver: Driver) -> None:
    """Do nothing."""


def play(driver: Driver) -> None:
    """Make a choice, and read how it landed."""
    driver.press("1")
    tell_sockets()


def delete_everything(driver: Driver) -> None:
    """Delete every run."""
    driver.press("Ctrl+J")
    driver.click("everything")
    driver.click("delete-all")


def set_dark_and_large(driver: Driver) -> None:
    """Change the settings."""
    driver.press("Ctrl+5")
    driver.click("option-dark")
    driver.click("option-150")


def read_settings(driver: Driver) -> None:
    """Tell which settings hold."""
    driver.press("Ctrl+5")
    options = [option for option in driver.visible(Option) if isinstance(option, Option)]
    tell(*(option.objectName() for option in options if option.isChecked()))


def fail(driver: Driver) -> None:
    """Meet an error that nobody expected, and play on."""

    def stumble(_place: str) -> None:
        raise KeyError("nothing")

    driver.window.rail.place_picked.connect(stumble)
    driver.click("rail-journal")
    driver.click("rail-home")


def wait_for_a_second_start(driver: Driver) -> None:
    """Lie minimised until another start brings the window to the front."""
    driver.window.showMinimized()
    driver.settle()
    tell("minimised")
    give_up = time.monotonic() + PATIENCE
    while driver.window.isMinimized() and time.monotonic() < give_up:
        driver.settle()
    tell("still minimised" if driver.window.isMinimized() else "in front")


def wait_idly(driver: Driver) -> None:
    """Do nothing until somebody ends the program."""
    QTimer.singleShot(0, driver.window, lambda: tell("idle"))
    QEventLoop().exec()


ACTS: dict[str, Callable[[Driver], None]] = {
    act.__name__: act
    for act in (
        look,
        play,
        delete_everything,
        set_dark_and_large,
        read_settings,
        fail,
        wait_for_a_second_start,
        wait_idly,
    )
}


def tell_sockets() -> None:
    """Name every socket that this process has open, of Python's or of Qt's, where the system can tell."""
    for descriptor in Path("/proc/self/fd").glob("*"):
        if descriptor.is_symlink() and str(descriptor.readlink()).startswith("socket:"):
            tell("a socket is open")


def tell_of_sockets(event: str, arguments: tuple[object, ...]) -> None:
    """Name whatever Python does with a socket; an audit hook."""
    if event.startswith("socket."):
        tell(event, arguments)


def start_and(act: Callable[[Driver], None], arguments: list[str]) -> int:
    """Start Greenroom with these arguments, and act as soon as there is something to look at."""
    build = application.build
    performed = []

    def perform(window: Window) -> None:
        driver = Driver(window, cast("QtBot", None))
        try:
            act(driver)
            sys.stdout.write(json.dumps(driver.texts()))
            performed.append(act)
        finally:
            window.close()

    def build_and_act(parts: Parts, scenario_id: str = "") -> Window:
        window = build(parts, scenario_id)
        window.first_painted.connect(lambda: QTimer.singleShot(0, lambda: perform(window)))
        return window

    application.build = build_and_act
    code = cli.main(arguments)
    return code if performed else 1


if __name__ == "__main__":
    sys.addaudithook(tell_of_sockets)
    sys.exit(start_and(ACTS[sys.argv[1]], sys.argv[2:]))
