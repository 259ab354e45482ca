"""Copies of the journal's file: a backup under a dated name, and one put back in the journal's place."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from greenroom.errors import JournalError
from greenroom.journal import schema
from greenroom.journal.deletions import Deletions
from greenroom.journal.failures import DamageError, explained
from greenroom.journal.file import JournalFile, free_path

_TABLES = {"text", "run", "turn"}
_PARTS = ("-wal", "-shm", "")
_NO_JOURNAL = "is damaged or no journal, so it can't be restored"


def back_up(file: JournalFile, folder: Path, now: Callable[[], datetime]) -> Path:
    """Copy the journal as it stands into `folder`; return the copy's path. Raises `JournalError`.

    What has been deleted is not in the copy, even if it can still be undone in the journal.
    """
    with _told("The backup could not be written"):
        folder.mkdir(parents=True, exist_ok=True)
        copy = free_path(folder / file.path.name, "backup", now)
        part = copy.with_suffix(".part")
        try:
            _copy(file.connection, part)
            _forget_deleted(part, now)
            part.replace(copy)
        finally:
            _remove(part)
    return copy


def restore(path: Path, source: Path, now: Callable[[], datetime]) -> Path | None:
    """Put a copy of the journal at `source` in its place at `path`; return where the present one has been put.

    Raises `JournalError` when `source` is no sound journal, or some program has the present one open.
    """
    part = path.with_name(f"{path.name}.part")
    with _told("The backup could not be restored"):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            _take_over(source, part)
            _check(part, source)
            _refuse_open(path)
            aside = _set_aside(path, now)
            part.replace(path)
        finally:
            _remove(part)
    return aside


def _copy(connection: sqlite3.Connection, to: Path) -> None:
    _remove(to)
    with explained(to), closing(sqlite3.connect(to)) as copy:
        connection.backup(copy)
        # A copy is one file, whatever happens to it: it needs no log beside it.
        copy.execute("PRAGMA journal_mode = DELETE")


def _forget_deleted(part: Path, now: Callable[[], datetime]) -> None:
    file = JournalFile(part, now)
    try:
        Deletions(file).purge_left_behind()
        file.connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        file.connection.close()


def _take_over(source: Path, part: Path) -> None:
    _remove(part)
    for ending in ("-wal", ""):
        if (file := Path(f"{source}{ending}")).is_file() or not ending:
            shutil.copyfile(file, f"{part}{ending}")


def _check(part: Path, source: Path) -> None:
    """Refuse what is not a sound journal of a version that is known here."""
    try:
        with explained(source), closing(sqlite3.connect(part)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
            version = schema.read_version(connection)
            if version > len(schema.MIGRATIONS):
                raise _refusal(source, "was written by a newer version of Greenroom, so update Greenroom to restore it")
            if version < 1 or not _is_sound(connection):
                raise _refusal(source, _NO_JOURNAL)
    except DamageError as error:
        raise _refusal(source, _NO_JOURNAL) from error


def _is_sound(connection: sqlite3.Connection) -> bool:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    sound: bool = tables >= _TABLES and connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
    return sound


def _refusal(source: Path, why: str) -> JournalError:
    return JournalError(f"{source} {why}. The journal is as it was.")


def _refuse_open(path: Path) -> None:
    """Refuse to change a journal that a window or a terminal has open; a damaged one is nobody's."""
    if not path.exists():
        return
    with suppress(DamageError), explained(path), closing(sqlite3.connect(path, timeout=0)) as connection:
        try:
            # Only its sole user may take a file out of write-ahead logging.
            connection.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            message = "Greenroom is open and uses the journal. Close its window, then restore again."
            raise JournalError(message) from error


def _set_aside(path: Path, now: Callable[[], datetime]) -> Path | None:
    if not path.exists():
        return None
    aside = free_path(path, "replaced", now)
    for part in _PARTS:
        if (source := Path(f"{path}{part}")).exists():
            source.rename(f"{aside}{part}")
    return aside


def _remove(path: Path) -> None:
    for part in _PARTS:
        with suppress(OSError):
            Path(f"{path}{part}").unlink()


@contextmanager
def _told(what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = f"{what} ({error.strerror or error}). The journal is as it was. Choose another place and try again."
        raise JournalError(message) from error
