"""What went wrong with the journal's file, as a sentence for the user."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from greenroom.errors import JournalError

READ_ONLY = (
    "The journal ({path}) can be read but not written. "
    "Allow writing to that file and its folder, or set GREENROOM_HOME to another folder."
)
_SENTENCES = {
    sqlite3.SQLITE_FULL: "The disk is full, so the journal ({path}) could not keep this. Free some space and go on.",
    sqlite3.SQLITE_BUSY: "Another program is using the journal ({path}). Close it there and try again.",
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: (
        "The journal ({path}) can't be opened. "
        "Allow reading and writing that file and its folder, or set GREENROOM_HOME to another folder."
    ),
}
_ANY_OTHER = (
    "The journal ({path}) could not be used: {reason}. "
    "If that goes on, move the file away, and Greenroom starts a new one."
)
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class DamageError(JournalError):
    """The file itself is broken, so that trying again cannot help."""


class UnreadableRunError(JournalError):
    """What the file has of one run makes no run; the file and all other runs are sound."""

    def __init__(self) -> None:
        """Say so, whatever it is: nobody can mend it."""
        super().__init__(
            "Part of this run can't be read. It has been left as it is, and your other runs are untouched. "
            "Begin the scenario anew to rehearse it."
        )


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite raises about the file at `path` into a `JournalError`; a `DamageError` where it is broken."""
    try:
        yield
    except UnicodeDecodeError as error:
        # SQLite quotes a table's damaged definition in its own message.
        raise DamageError(_ANY_OTHER.format(path=path, reason=error)) from error
    except sqlite3.DatabaseError as error:
        # The low byte is the kind; the rest tells it more closely. The module's own errors have no code.
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        kind = DamageError if code in _DAMAGE else JournalError
        raise kind(_SENTENCES.get(code, _ANY_OTHER).format(path=path, reason=error)) from error
