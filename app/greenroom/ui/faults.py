"""What happens when Greenroom itself is at fault: the log has it, the user is told, and the window stays."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from greenroom.paths import make_folder


def catch_faults(log: Path, tell: Callable[[], None]) -> None:
    """Write every unexpected error to `log`, and to standard error, and call `tell`."""

    def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, Exception):
            _write(log, error)
            tell()

    sys.excepthook = note


def _write(log: Path, error: BaseException) -> None:
    import traceback  # noqa: PLC0415  # only when there is a fault

    try:
        make_folder(log.parent)
        with log.open("a", encoding="utf-8", errors="backslashreplace") as lines:
            lines.write("".join(traceback.format_exception(error)) + "\n")
    except OSError:
        pass  # it has been written to standard error
