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

_SECOND = (
    "ALTER TABLE run ADD COLUMN name TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE run ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE run ADD COLUMN starred INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX run_starred ON run (number) WHERE starred",
    # What was written when runs were compared; `runs` are their ids in order, as a JSON array.
    "CREATE TABLE answer (runs TEXT PRIMARY KEY, words TEXT NOT NULL)",
    # Each gives the runs of what is looked for newest first, so that a page of them is all that is read.
    "CREATE INDEX turn_by_line ON turn (state, choice, run)",
    "CREATE INDEX turn_by_move ON turn (move, run)",
    "CREATE INDEX turn_by_ending ON turn (leads_to, run) WHERE way IS NOT NULL",
    # Counts over all runs that are not hidden: the home asks for them, and a million turns take a second to count.
    """CREATE TABLE move_use (
        scenario TEXT NOT NULL,
        move TEXT NOT NULL,
        times INTEGER NOT NULL,
        runs INTEGER NOT NULL,
        PRIMARY KEY (scenario, move)
    )""",
    """INSERT INTO move_use
        SELECT scenario, move, sum(times), count(*) FROM (
            SELECT scenario, move, count(*) AS times FROM run JOIN turn ON turn.run = run.number
            WHERE deleted_at IS NULL GROUP BY run.number, move
        ) GROUP BY scenario, move""",
    """CREATE TABLE way_tried (
        scenario TEXT NOT NULL,
        way TEXT NOT NULL,
        times INTEGER NOT NULL,
        PRIMARY KEY (scenario, way)
    )""",
    "CREATE INDEX way_tried_by_scenario ON way_tried (scenario) WHERE times > 0",
    """INSERT INTO way_tried
        SELECT scenario, way, count(*) FROM run JOIN turn ON turn.run = run.number
        WHERE deleted_at IS NULL AND way IS NOT NULL GROUP BY scenario, way""",
    """CREATE TABLE step_made (
        scenario TEXT NOT NULL,
        text_hash TEXT NOT NULL,
        state TEXT NOT NULL,
        choice TEXT NOT NULL,
        leads_to TEXT NOT NULL,
        ending INTEGER NOT NULL,
        times INTEGER NOT NULL,
        PRIMARY KEY (scenario, text_hash, state, choice, leads_to, ending)
    )""",
    """INSERT INTO step_made
        SELECT scenario, text_hash, state, choice, leads_to, way IS NOT NULL, count(*)
        FROM run JOIN turn ON turn.run = run.number
        WHERE deleted_at IS NULL GROUP BY scenario, text_hash, state, choice, leads_to, way IS NOT NULL""",
    # What can be found. A text's lines are added when somebody first searches; what was typed, at once.
    "ALTER TABLE text ADD COLUMN is_searchable INTEGER NOT NULL DEFAULT 0",
    "CREATE VIRTUAL TABLE line USING fts5 (words, text_hash UNINDEXED, state UNINDEXED, choice UNINDEXED)",
    # A row's number begins with that of its run, so that they too come newest first.
    "CREATE VIRTUAL TABLE typed USING fts5 (words)",
    "INSERT INTO typed (rowid, words) SELECT (run << 32) + id, words FROM turn WHERE words IS NOT NULL",
    """CREATE TRIGGER turn_typed AFTER INSERT ON turn WHEN new.words IS NOT NULL BEGIN
        INSERT INTO typed (rowid, words) VALUES ((new.run << 32) + new.id, new.words);
    END""",
    """CREATE TRIGGER turn_typed_gone AFTER DELETE ON turn WHEN old.words IS NOT NULL BEGIN
        DELETE FROM typed WHERE rowid = (old.run << 32) + old.id;
    END""",
)

_THIRD = (
    # What is written at the desk: a message for each situation, in versions.
    """CREATE TABLE draft (
        number INTEGER PRIMARY KEY,
        situation TEXT NOT NULL,
        version INTEGER NOT NULL,
        words TEXT NOT NULL,
        touched TEXT NOT NULL,
        deleted_at TEXT,
        UNIQUE (situation, version)
    )""",
    "CREATE INDEX draft_hidden ON draft (deleted_at) WHERE deleted_at IS NOT NULL",
    # What the user says of a message of their own: who it is to, what it is for.
    """CREATE TABLE draft_fact (
        situation TEXT NOT NULL,
        name TEXT NOT NULL,
        words TEXT NOT NULL,
        PRIMARY KEY (situation, name)
    )""",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST, _SECOND, _THIRD)
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
