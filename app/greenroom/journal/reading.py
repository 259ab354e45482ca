"""Runs read back from the journal's file, and checked to be what everybody takes them for.

One row may have gone bad in a file that is sound: then that run is refused, and no other.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from sqlite3 import Connection
from types import UnionType
from typing import Any

from greenroom.journal.failures import UnreadableRunError
from greenroom.journal.records import Node, Run, RunSummary

_RUN = """
    SELECT number, scenario, text_hash, seed, started, current, name FROM run
    WHERE id = ? AND deleted_at IS NULL
"""
_RUN_KINDS = (int, str, str, str, str, int | None, str)
_NODES = """
    SELECT id, parent, state, choice, move, openness, leads_to, way IS NOT NULL, at, words FROM turn
    WHERE run = ? ORDER BY id
"""
_NODE_KINDS = (int, int | None, str, str, str, int, str, int, str, str | None)
_UNKNOWN_TIME = "1970-01-01T00:00:00.000+00:00"


def read_run(connection: Connection, run_id: str) -> Run | None:
    """Return the run with all its turns; None when it is not there (any more).

    Raises `UnreadableRunError` when what is there makes no run, and `sqlite3.Error`.
    """
    row = connection.execute(_RUN, (run_id,)).fetchone()
    if row is None:
        return None
    number, scenario, text_hash, seed, started, current, name = _checked(row, _RUN_KINDS)
    nodes = tuple(_node(row) for row in connection.execute(_NODES, (number,)))
    _check_tree(nodes, current)
    try:
        return Run(run_id, scenario, text_hash, int(seed), started, current, nodes, name)
    except ValueError as error:
        raise UnreadableRunError from error


def read_summary(row: Iterable[Any]) -> RunSummary:
    """Return a run as a list shows it; a time that cannot be read is long past, so that the run stays in sight."""
    summary = RunSummary(*row)
    return summary._replace(
        started=_time(summary.started), touched=_time(summary.touched), starred=bool(summary.starred)
    )


def _node(row: Sequence[Any]) -> Node:
    node = Node(*_checked(row, _NODE_KINDS))
    return node._replace(ending=bool(node.ending))


def _checked(row: Sequence[Any], kinds: Sequence[type | UnionType]) -> Sequence[Any]:
    if not all(map(isinstance, row, kinds)):
        raise UnreadableRunError
    return row


def _check_tree(nodes: Iterable[Node], current: int | None) -> None:
    known: set[int | None] = {None}
    for node in nodes:
        if node.parent not in known:
            raise UnreadableRunError
        known.add(node.id)
    if current not in known:
        raise UnreadableRunError


def _time(kept: str) -> str:
    try:
        return kept if datetime.fromisoformat(kept).tzinfo else _UNKNOWN_TIME
    except ValueError:
        return _UNKNOWN_TIME
