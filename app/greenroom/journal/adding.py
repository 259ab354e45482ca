"""Adds runs and turns to the journal's tables."""

from sqlite3 import Connection

from greenroom.errors import JournalError
from greenroom.journal.counting import recounted
from greenroom.journal.failures import DamageError

_ADD_RUN = """
    INSERT INTO run (id, scenario, title, text_hash, seed, started, touched)
    VALUES (:run, :scenario, :title, :text_hash, :seed, :at, :at) ON CONFLICT DO NOTHING
"""
_ADD = """
    INSERT INTO turn (run, parent, number, state, choice, move, openness, leads_to, way, at, words)
    VALUES (
        :run, :parent, ifnull((SELECT number FROM turn WHERE id = :parent), 0) + 1,
        :state, :choice, :move, :openness, :to, :way, :at, :words
    )
    ON CONFLICT DO NOTHING
"""
_FIND = """
    SELECT id FROM turn
    WHERE run = :run AND ifnull(parent, 0) = ifnull(:parent, 0)
    AND choice = :choice AND ifnull(words, '') = ifnull(:words, '')
"""
_CHOICES_FROM_LAST_TO_FIRST = """
    WITH RECURSIVE line (id, parent, choice) AS (
        SELECT id, parent, choice FROM turn WHERE id = ?
        UNION SELECT turn.id, turn.parent, turn.choice FROM line JOIN turn ON turn.id = line.parent
    )
    SELECT choice FROM line
"""


def add_text(connection: Connection, text_hash: str, text: bytes) -> None:
    """Keep the text of a scenario, once."""
    connection.execute("INSERT INTO text (hash, text) VALUES (?, ?) ON CONFLICT DO NOTHING", (text_hash, text))


def add_run(connection: Connection, run: dict[str, object]) -> None:
    """Keep a new run; one that is kept already stays as it is."""
    connection.execute(_ADD_RUN, run)


def add_turn(connection: Connection, run: str, turn: dict[str, object], *, ending: bool) -> int:
    """Keep a turn under its parent, stand the run there, and return the node's id. Raises `JournalError`."""
    number = number_of(connection, run)
    way = _way(connection, turn["parent"], turn["choice"]) if ending else None
    turn = turn | {"run": number, "way": way, "words": storable(turn["words"])}
    with recounted(connection, [run]):
        connection.execute(_ADD, turn)
    node = _node(connection, turn)
    stand(connection, number, node, turn["at"])
    return node


def stand(connection: Connection, number: int, node: int | None, at: object) -> None:
    """Let a run stand at a node. One that stands there already needs no write, so none has to reach the disk."""
    connection.execute(
        "UPDATE run SET current = :node, touched = :at WHERE number = :number AND current IS NOT :node",
        {"node": node, "at": at, "number": number},
    )


def number_of(connection: Connection, run: str) -> int:
    """Return the number of a run. Raises `JournalError` when it is not there (any more)."""
    row = connection.execute("SELECT number FROM run WHERE id = ? AND deleted_at IS NULL", (run,)).fetchone()
    if row is None:
        message = (
            "This rehearsal has been deleted from the journal, so its turns are not kept. Begin anew to keep them."
        )
        raise JournalError(message)
    number: int = row[0]
    return number


def storable(words: object) -> object:
    """Return words as a file can hold them: a key pressed half (a lone surrogate) is no character."""
    return words.encode(errors="replace").decode() if isinstance(words, str) else words


def _node(connection: Connection, place: dict[str, object]) -> int:
    row = connection.execute(_FIND, place).fetchone()
    if row is None:
        raise DamageError("A turn that has just been kept is not there.")
    node: int = row[0]
    return node


def _way(connection: Connection, parent: object, choice: object) -> str:
    earlier = [row[0] for row in connection.execute(_CHOICES_FROM_LAST_TO_FIRST, (parent,))]
    return "/".join([*reversed(earlier), str(choice)])
