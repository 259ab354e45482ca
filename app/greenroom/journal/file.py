"""The journal's file: opening it, one transaction at a time, and a fresh one when it is damaged."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from datetime import datetime
from itertools import count
from pathlib import Path

from greenroom.errors import JournalError
from greenroom.journal import schema
from greenroom.journal.failures import READ_ONLY, DamageError, explained

_PATIENCE = 2.0
"""Seconds to wait for another program that is writing."""

_SETTINGS = (
    # A commit is on the disk before it returns: neither a killed program nor a power cut loses it.
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    # What people delete is overwritten, not only forgotten.
    "PRAGMA secure_delete = ON",
)


class JournalFile:
    """An open SQLite file; once it turns out to be damaged it is set aside, and a fresh one opened."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        """Open the file at `path`, or make it. Raises `JournalError` when it must be left alone."""
        self.path = path
        self.notice = ""
        """Where a damaged file has been put; empty if there was none."""
        self.fresh_starts = 0
        """How often a damaged file has made way for a fresh one."""
        self._now = now
        _make_room(path)
        try:
            self.connection = self._connect()
        except DamageError:
            self._start_afresh()

    def reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """Read all that is read within as it stands at one moment. Raises `JournalError`."""
        return self._transaction("BEGIN")

    def writing(self) -> AbstractContextManager[sqlite3.Connection]:
        """Write all that is written within, or none of it; on the disk when it is left. Raises `JournalError`."""
        return self._transaction("BEGIN IMMEDIATE")

    def is_alone(self) -> bool:
        """Say whether no other program has the file open. Raises `JournalError`."""
        try:
            # Only its sole user may take a file out of write-ahead logging; SQLite answers at once.
            self.connection.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.DatabaseError:
            return False
        with explained(self.path):
            _write_ahead(self.connection)
        return True

    def empty_log(self) -> None:
        """Take over into the file what is in its log, so that nothing older stays behind there."""
        # Somebody who is reading keeps the log until they are done, and the next deletion empties it.
        with explained(self.path):
            self.connection.execute("PRAGMA wal_checkpoint = TRUNCATE").fetchone()

    def remove_backups(self) -> None:
        """Remove the copies that upgrades left: they still hold what has been deleted since."""
        self._remove(f"{self.path.stem}-before-*{self.path.suffix}")

    def remove_set_aside(self) -> None:
        """Remove the damaged and replaced files, with their logs: they may still hold whatever was kept before."""
        for why in ("damaged", "replaced"):
            self._remove(f"{self.path.stem}-{why}-*{self.path.suffix}*")

    def _remove(self, pattern: str) -> None:
        for file in self.path.parent.glob(pattern):
            with suppress(OSError):
                file.unlink()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        try:
            with explained(self.path), _all_or_nothing(self.connection, begin):
                yield self.connection
        except DamageError as error:
            self.connection.close()
            self._start_afresh()
            raise JournalError(self.notice) from error

    def _connect(self) -> sqlite3.Connection:
        with explained(self.path):
            connection = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
            try:
                self._prepare(connection)
            except BaseException:
                connection.close()
                raise
            return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        self._refuse_newer(schema.read_version(connection))
        # One letter gone bad must not keep the rest of the journal from being read.
        connection.text_factory = lambda letters: letters.decode(errors="replace")
        _write_ahead(connection)
        for setting in _SETTINGS:
            connection.execute(setting)
        schema.upgrade(connection, lambda version: self._back_up(connection, version), schema.MIGRATIONS)

    def _refuse_newer(self, version: int) -> None:
        if version > len(schema.MIGRATIONS):
            message = (
                f"The journal ({self.path}) was written by a newer version of Greenroom. "
                "It has been left as it is; update Greenroom to open it."
            )
            raise JournalError(message)

    def _back_up(self, connection: sqlite3.Connection, version: int) -> None:
        with closing(sqlite3.connect(free_path(self.path, f"before-v{version}", self._now))) as backup:
            connection.backup(backup)

    def _start_afresh(self) -> None:
        aside = free_path(self.path, "damaged", self._now)
        with _folder_errors(self.path.parent):
            # The file itself goes last: a fresh one must never meet the log of the old one.
            for part in ("-wal", "-shm", ""):
                if (source := Path(f"{self.path}{part}")).exists():
                    source.rename(f"{aside}{part}")
        self.notice = f"The journal was damaged. It has been set aside as {aside}, and a new one has been started."
        self.fresh_starts += 1
        self.connection = self._connect()


def free_path(path: Path, why: str, now: Callable[[], datetime]) -> Path:
    """Return a dated name beside `path` that no file has yet."""
    stem = f"{path.stem}-{why}-{now():%Y-%m-%d}"
    endings = ("" if number == 1 else f"-{number}" for number in count(1))
    candidates = (path.with_name(f"{stem}{ending}{path.suffix}") for ending in endings)
    return next(candidate for candidate in candidates if not candidate.exists())


def _write_ahead(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        # Another window is just opening the file and sees to it; it would serve the other way as well.
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise


@contextmanager
def _all_or_nothing(connection: sqlite3.Connection, begin: str) -> Iterator[None]:
    try:
        connection.execute(begin)
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


@contextmanager
def _folder_errors(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = (
            f"The journal's folder {folder} can't be used ({error.strerror}). "
            "Allow writing there, or set GREENROOM_HOME to another folder."
        )
        raise JournalError(message) from error


def _make_room(path: Path) -> None:
    with _folder_errors(path.parent):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        is_there = path.exists()
    if is_there and not path.is_file():
        message = f"The journal should be at {path}, but something else has that name. Move it away and try again."
        raise JournalError(message)
    # SQLite would open such a file, fail at the first turn, and leave behind a log that nobody may write either.
    if is_there and not os.access(path, os.W_OK):
        raise JournalError(READ_ONLY.format(path=path))
