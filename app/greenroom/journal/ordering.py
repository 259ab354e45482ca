"""Keeps the runs numbered in the order in which they were begun, also when older ones are imported."""

import heapq
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from operator import itemgetter
from sqlite3 import Connection

_VISIBLE = "SELECT number, CAST(started AS TEXT), CAST(id AS TEXT) FROM run WHERE deleted_at IS NULL ORDER BY number"
_TYPED_WORDS = (
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
    free = connection.execute("SELECT ifnull(max(number), 0) + 1 FROM run").fetchone()[0]
    if moves := list(_moves([number for number, *_ in ordered], free)):
        _renumber(connection, moves)


def _moves(ordered: Iterable[int], free: int) -> Iterator[tuple[int, int]]:
    """Yield the new and the old number of each run that stands too low; from `free` on no run has a number."""
    last = 0
    for number in ordered:
        if number < last:
            last = free
            free += 1
            yield last, number
        else:
            last = number


def _renumber(connection: Connection, moves: Iterable[tuple[int, int]]) -> None:
    connection.execute("PRAGMA defer_foreign_keys = ON")
    for move in moves:
        connection.execute("UPDATE run SET number = ? WHERE number = ?", move)
        connection.execute("UPDATE turn SET run = ? WHERE run = ?", move)
    for statement in _TYPED_WORDS:
        connection.execute(statement)
