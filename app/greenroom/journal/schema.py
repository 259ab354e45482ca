"""The journal's tables, and the numbered steps by which an older file becomes a newer one."""

import sqlite3
from collections.abc import Callable, Sequence

_FIRST = (
    # The text of each scenario that was played, once, so that a run replays as it was.
    """CREATE TABLE text (
        hash TEXT PRIMARY KEY,
        text BLOB NOT NULL
    )""",
    # Times are kept in UTC, all in one form, so that they sort as text. A seed may be larger than an INTEGER.
    """CREATE TABLE run (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        scenario TEXT NOT NULL,
        title TEXT NOT NULL,
        text_hash TEXT NOT NULL REFERENCES text (hash),
        seed TEXT NOT NULL,
        started TEXT NOT NULL,
        touched TEXT NOT NULL,
        current INTEGER,
        deleted_at TEXT
    )""",
    "CREATE INDEX run_by_text ON run (text_hash)",
    "CREATE INDEX run_by_scenario ON run (scenario, number) WHERE deleted_at IS NULL",
    "CREATE INDEX run_hidden ON run (deleted_at) WHERE deleted_at IS NOT NULL",
    # `number` counts the turns of a line from 1; `way` is, at an ending, the choices that led there.
    """CREATE TABLE turn (
        id INTEGER PRIMARY KEY,
        run INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
        parent INTEGER REFERENCES turn (id) ON DELETE CASCADE CHECK (parent < id),
        number INTEGER NOT NULL,
        state TEXT NOT NULL,
        choice TEXT NOT NULL,
        move TEXT NOT NULL,
        openness INTEGER NOT NULL,
        leads_to TEXT NOT NULL,
        way TEXT,
        at TEXT NOT NULL,
        words TEXT
    )""",
    "CREATE INDEX turn_by_parent ON turn (parent)",
    # To SQL no two NULLs are alike, so a first turn and a turn without words need a value here.
    "CREATE UNIQUE INDEX turn_once ON turn (run, ifnull(parent, 0), choice, ifnull(words, ''))",
    "CREATE INDEX turn_by_way ON turn (run, way) WHERE way IS NOT NULL",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST,)
"""What leads from each version to the next, oldest first. What has been released is never edited."""


def upgrade(
    connection: sqlite3.Connection,
    back_up: Callable[[int], None],
    migrations: Sequence[Sequence[str]],
) -> None:
    """Bring a file to the newest version, each step whole or not at all.

    `back_up` is called with the version aimed at, before the first step that changes an existing file.
    Raises `sqlite3.Error`.
    """
    version = read_version(connection)
    if 0 < version < len(migrations):
        back_up(len(migrations))
    for step in range(version + 1, len(migrations) + 1):
        _take(connection, step, migrations[step - 1])


def read_version(connection: sqlite3.Connection) -> int:
    """Return the version of an open file; 0 for one that has just been made."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _take(connection: sqlite3.Connection, step: int, statements: Sequence[str]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    # Another window may have taken this step while this one waited for its turn.
    if read_version(connection) < step:
        for statement in statements:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {step}")
    connection.execute("COMMIT")
