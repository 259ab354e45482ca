"""One window for a folder of data: a second start brings the first one to the front. No socket is used."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject


class SingleWindow(QObject):
    """Holds a lock file for as long as it lives; a second start that finds it taken changes a file beside it."""

    def __init__(self, home: Path) -> None:
        super().__init__()
        self._home = home
        self._call = home / "window.call"
        self._lock = QLockFile(str(home / "window.lock"))
        self._lock.setStaleLockTime(0)  # it is stale when its program is gone, however old it is

    def take(self) -> bool:
        """Take the lock, or call the window that holds it and return False."""
        try:
            self._home.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._lock.tryLock(0):
                self._call.write_bytes(b"")
                return True
            if self._lock.error() == QLockFile.LockError.LockFailedError:
                self._call.write_bytes(b"come to the front")
                return False
        except OSError:
            pass  # nothing can be kept in this folder, so two windows cannot disturb each other
        return True

    def answer(self, come: Callable[[], None]) -> None:
        """Call `come` whenever a second start calls."""
        self._watcher = QFileSystemWatcher([str(self._call)], self)
        self._watcher.fileChanged.connect(lambda _path: come())
