"""Starts a window and says when it is painted: `start.py bare HOME`, or `start.py home HOME` as `greenroom` does it.

`start.py index HOME` only reads every scenario of that home once, as its first start does.
Prints one line, the resident memory in KiB; the measuring side takes the time from process start to that line.
"""

import os
import sys


def main(what: str, home: str) -> None:
    """Do what was asked for."""
    os.environ["GREENROOM_HOME"] = home
    {"bare": bare, "home": greenroom_home, "index": index}[what]()


def bare() -> None:
    """Show a window with one label."""
    from PySide6.QtWidgets import QApplication, QLabel  # noqa: PLC0415

    application = QApplication(sys.argv)
    label = QLabel("Greenroom")
    label.resize(1280, 800)
    label.show()
    tell_when_painted(application)


def greenroom_home() -> None:
    """Do all that the command does, up to the painted home."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  # after what the command line imports

    from greenroom import cli  # noqa: PLC0415

    QApplication.exec = lambda *_: tell_when_painted(QApplication.instance())  # type: ignore[method-assign]
    cli.main([])


def index() -> None:
    """Read the scenarios and keep the index."""
    from greenroom import cli  # noqa: PLC0415

    cli.main(["list"])
    print(0, flush=True)


def tell_when_painted(application: object) -> int:
    """Let the window be painted, and print the memory that it takes."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    while not all(widget.windowHandle().isExposed() for widget in QApplication.topLevelWidgets() if widget.isVisible()):
        application.processEvents()  # type: ignore[attr-defined]
    application.processEvents()  # type: ignore[attr-defined]
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123  # pathlib is not a label's need
        print(next(line.split()[1] for line in status if line.startswith("VmRSS")), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
