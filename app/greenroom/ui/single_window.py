"""One window for a folder of data: a second start brings the first one to the front. No socket is used."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject

_NOTHING_MORE = "come to the front"


class SingleWindow(QObject):
    """Holds a lock file for as long as it lives; a second start that finds it taken changes a file beside it."""

    def __init__(self, home: Path) -> None:
        super().__init__()
        self._home = home
        self._call = home / "window.call"
        self._lock = QLockFile(str(home / "window.lock"))
        self._lock.setStaleLockTime(0)  # it is stale when its program is gone, however old it is

    def take(self, wanted: str = "") -> bool:
        """Take the lock, or call the window that holds it, telling what is `wanted` of it, and return False."""
        try:
            self._home.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._lock.tryLock(0):
                self._call.write_bytes(b"")
                return True
            if self._lock.error() == QLockFile.LockError.LockFailedError:
                self._call.write_text(wanted or _NOTHING_MORE, encoding="utf-8")
                return False
        except OSError:
            pass  # nothing can be kept in this folder, so two windows cannot disturb each other
        return True

    def answer(self, come: Callable[[str], None]) -> None:
        """Call `come` whenever a second start calls, with what is wanted; empty if it is nothing more than to come."""
        self._watcher = QFileSystemWatcher([str(self._call)], self)
        self._watcher.fileChanged.connect(lambda _path: self._answer(come))

    def _answer(self, come: Callable[[str], None]) -> None:
        # A call may change the file twice, and so does its answer: only what is written there counts, and once.
        with suppress(OSError):
            called = self._call.read_text(encoding="utf-8", errors="replace")
            if called:
                self._call.write_bytes(b"")
                come("" if called == _NOTHING_MORE else called)
