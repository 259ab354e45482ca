"""Keeps the runs numbered in the order in which they were begun, also when older ones are imported."""

import heapq
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from operator import itemgetter
from sqlite3 import Connection

_VISIBLE = "SELECT number, started, id FROM run WHERE deleted_at IS NULL ORDER BY number"
_AS_NUMBERED = (
    "UPDATE turn SET run = -run WHERE run < 0",
    "UPDATE run SET number = -number WHERE number < 0",
    "DELETE FROM typed",
    "INSERT INTO typed (rowid, words) SELECT (run << 32) + id, words FROM turn WHERE words IS NOT NULL",
)


@contextmanager
def in_order_of_beginning(connection: Connection) -> Iterator[None]:
    """Number the runs that are added within so that each stands among the others by when it was begun."""
    before = {run_id for _, _, run_id in connection.execute(_VISIBLE)}
    yield
    runs = connection.execute(_VISIBLE).fetchall()
    kept, added = ([run for run in runs if (run[2] in before) is there] for there in (True, False))
    ordered = heapq.merge(kept, added, key=itemgetter(1))
    moves = [(new[0], old[0]) for new, old in zip(runs, ordered, strict=True) if new[0] != old[0]]
    if moves:
        _renumber(connection, moves)


def _renumber(connection: Connection, moves: Iterable[tuple[int, int]]) -> None:
    """Give runs their new numbers, by way of numbers that no run has."""
    connection.execute("PRAGMA defer_foreign_keys = ON")
    for new, old in moves:
        connection.execute("UPDATE turn SET run = ? WHERE run = ?", (-new, old))
        connection.execute("UPDATE run SET number = ? WHERE number = ?", (-new, old))
    for statement in _AS_NUMBERED:
        connection.execute(statement)
