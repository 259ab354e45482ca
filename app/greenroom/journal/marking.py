"""What the user adds to runs afterwards: a name, a note, a star, a line written when comparing."""

import json
from collections.abc import Iterable, Sequence
from sqlite3 import Connection
from typing import Literal

from greenroom.errors import JournalError
from greenroom.journal.adding import storable

_ORPHANED = "EXISTS (SELECT 1 FROM json_each(answer.runs) WHERE value NOT IN (SELECT id FROM run))"


def mark(connection: Connection, run: str, what: Literal["name", "note", "starred"], value: object) -> None:
    """Set a run's name, note or star. Raises `JournalError` when the run is not there (any more)."""
    marked = connection.execute(
        f"UPDATE run SET {what} = ? WHERE id = ? AND deleted_at IS NULL",  # noqa: S608 - one of three names
        (storable(value), run),
    )
    if not marked.rowcount:
        raise _gone()


def write_answer(connection: Connection, runs: Sequence[str], words: str) -> None:
    """Keep what was written when these runs were compared; nothing, when that is empty. Raises `JournalError`."""
    if any(not _is_there(connection, run) for run in runs):
        raise _gone()
    if words:
        connection.execute("INSERT OR REPLACE INTO answer VALUES (?, ?)", (key(runs), storable(words)))
    else:
        connection.execute("DELETE FROM answer WHERE runs = ?", (key(runs),))


def take_in_answer(connection: Connection, runs: Sequence[str], words: str) -> None:
    """Keep what was written on another machine, unless something is kept already or a run is not here."""
    if all(_is_there(connection, run) for run in runs):
        connection.execute("INSERT INTO answer VALUES (?, ?) ON CONFLICT DO NOTHING", (key(runs), words))


def read_answer(connection: Connection, runs: Sequence[str]) -> str:
    """Return what was written when these runs were compared; empty if nothing."""
    row = connection.execute("SELECT words FROM answer WHERE runs = ?", (key(runs),)).fetchone()
    return row[0] if row else ""


def forget_answers(connection: Connection) -> None:
    """Delete what was written about runs of which one is gone for good."""
    connection.execute(f"DELETE FROM answer WHERE {_ORPHANED}")  # noqa: S608 - ours


def key(runs: Iterable[str]) -> str:
    """Return what an answer to these runs is kept under, in whatever order they are given."""
    return json.dumps(sorted(set(runs)))


def _is_there(connection: Connection, run: str) -> bool:
    found = connection.execute("SELECT 1 FROM run WHERE id = ? AND deleted_at IS NULL", (run,))
    return found.fetchone() is not None


def _gone() -> JournalError:
    return JournalError("This run has been deleted from the journal, so nothing can be added to it.")
