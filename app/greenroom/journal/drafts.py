"""What is written at the desk: a message for each situation in versions, and what the user says of their own."""

from collections.abc import Callable, Iterable, Mapping
from sqlite3 import Connection

from greenroom.journal.adding import storable
from greenroom.journal.deletions import Deletions
from greenroom.journal.exchange import Fact, KeptDraft
from greenroom.journal.file import JournalFile
from greenroom.journal.records import Draft

_WRITE = """
    INSERT INTO draft (situation, version, words, touched) VALUES (:situation, :version, :words, :at)
    ON CONFLICT (situation, version) DO UPDATE SET words = :words, touched = :at WHERE words != :words
"""
# What is deleted can still be brought back, also where somebody goes on to write under its number.
_MOVE_DELETED = """
    UPDATE draft SET version = (SELECT max(version) + 1 FROM draft WHERE situation = :situation)
    WHERE situation = :situation AND version = :version AND deleted_at IS NOT NULL
"""
_LIST = """
    SELECT situation, version, words, touched FROM draft
    WHERE situation = ? AND deleted_at IS NULL ORDER BY version
"""
_LATEST = "SELECT situation FROM draft WHERE deleted_at IS NULL ORDER BY touched DESC, number DESC LIMIT 1"
_NEXT = "SELECT ifnull(max(version), 0) + 1 FROM draft WHERE situation = ?"
_EVERY = "SELECT situation, version, words, touched FROM draft WHERE deleted_at IS NULL ORDER BY situation, version"
_EVERY_FACT = "SELECT situation, name, words FROM draft_fact ORDER BY situation, name"
_IS_THERE = "SELECT 1 FROM draft WHERE situation = ? AND words = ? AND deleted_at IS NULL"
# What the user has deleted, and not brought back, makes way.
_MAKE_WAY = "DELETE FROM draft WHERE situation = ? AND version = ? AND deleted_at IS NOT NULL"
_IS_TAKEN = "SELECT 1 FROM draft WHERE situation = ? AND version = ?"
_ADD = "INSERT INTO draft (situation, version, words, touched) VALUES (?, ?, ?, ?)"
_ADD_FACT = "INSERT OR IGNORE INTO draft_fact VALUES (?, ?, ?)"


class Drafts:
    """The drafts of an open journal. Every method raises `JournalError` with a sentence when the file fails."""

    def __init__(self, file: JournalFile, deletions: Deletions, time: Callable[[], str]) -> None:
        """Keep the drafts in `file`; what is deleted is hidden by `deletions`, and can be undone there."""
        self._file, self._deletions, self._time = file, deletions, time

    def write(self, situation: str, version: int, words: str) -> None:
        """Keep what stands in a version now; on the disk on return."""
        values = {"situation": situation, "version": version, "words": storable(words), "at": self._time()}
        with self._file.writing() as connection:
            connection.execute(_MOVE_DELETED, values)
            connection.execute(_WRITE, values)

    def begin(self, situation: str, words: str) -> Draft:
        """Keep a new version, and return it."""
        with self._file.writing() as connection:
            version: int = connection.execute(_NEXT, (situation,)).fetchone()[0]
            values = {"situation": situation, "version": version, "words": storable(words), "at": self._time()}
            connection.execute(_WRITE, values)
            return _list(connection, situation)[-1]

    def of(self, situation: str) -> tuple[Draft, ...]:
        """Return the versions for a situation, oldest first."""
        with self._file.reading() as connection:
            return _list(connection, situation)

    def latest(self) -> str:
        """Return the situation that was last written for; empty before anything was."""
        with self._file.reading() as connection:
            row = connection.execute(_LATEST).fetchone()
        return row[0] if row else ""

    def delete(self, situation: str, version: int) -> bool:
        """Hide a version, and say whether it was there; it is gone for good when the journal is closed."""
        return self._deletions.hide_draft(situation, version, self._time())

    def describe(self, situation: str, facts: Mapping[str, str]) -> None:
        """Keep what the user says of a message, each answer under its name, in place of what they said before."""
        rows = [(situation, name, storable(words)) for name, words in facts.items() if words]
        with self._file.writing() as connection:
            connection.execute("DELETE FROM draft_fact WHERE situation = ?", (situation,))
            connection.executemany("INSERT INTO draft_fact VALUES (?, ?, ?)", rows)

    def facts(self, situation: str) -> dict[str, str]:
        """Return what the user has said of a message."""
        with self._file.reading() as connection:
            rows = connection.execute("SELECT name, words FROM draft_fact WHERE situation = ?", (situation,))
            return dict(rows.fetchall())


def _list(connection: Connection, situation: str) -> tuple[Draft, ...]:
    return tuple(Draft(*row) for row in connection.execute(_LIST, (situation,)))


def every(connection: Connection) -> list[KeptDraft]:
    """Return every version of every message that is not hidden."""
    return [KeptDraft(*row) for row in connection.execute(_EVERY)]


def every_fact(connection: Connection) -> list[Fact]:
    """Return all that the user has said of messages."""
    return [Fact(*row) for row in connection.execute(_EVERY_FACT)]


def take_in(connection: Connection, drafts: Iterable[KeptDraft], facts: Iterable[Fact]) -> int:
    """Add those that are not there, a version whose number is taken as a new one; return how many there were."""
    added = sum(_take_in(connection, draft) for draft in drafts)
    connection.executemany(_ADD_FACT, ((fact.situation, fact.name, storable(fact.words)) for fact in facts))
    return added


def _take_in(connection: Connection, draft: KeptDraft) -> bool:
    words = storable(draft.words)
    if connection.execute(_IS_THERE, (draft.situation, words)).fetchone():
        return False
    connection.execute(_MAKE_WAY, (draft.situation, draft.version))
    version = draft.version
    if connection.execute(_IS_TAKEN, (draft.situation, version)).fetchone():
        version = connection.execute(_NEXT, (draft.situation,)).fetchone()[0]
    connection.execute(_ADD, (draft.situation, version, words, draft.touched))
    return True
