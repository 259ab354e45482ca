"""A run read back from the journal's file, and checked to be the tree that everybody takes it for."""

from collections.abc import Sequence
from sqlite3 import Connection

from greenroom.journal.failures import DamageError
from greenroom.journal.records import Node, Run

_RUN = """
    SELECT number, scenario, text_hash, seed, started, current FROM run
    WHERE id = ? AND deleted_at IS NULL
"""
_NODES = """
    SELECT id, parent, state, choice, move, openness, leads_to, way IS NOT NULL, at, words FROM turn
    WHERE run = ? ORDER BY id
"""


def read_run(connection: Connection, run_id: str) -> Run | None:
    """Return the run with all its turns; None when it is not there (any more).

    Raises `DamageError` when what is there makes no run, and `sqlite3.Error`.
    """
    row = connection.execute(_RUN, (run_id,)).fetchone()
    if row is None:
        return None
    number, scenario, text_hash, seed, started, current = row
    nodes = tuple(Node(*(*row[:7], bool(row[7]), *row[8:])) for row in connection.execute(_NODES, (number,)))
    _check_tree(nodes, current)
    try:
        return Run(run_id, scenario, text_hash, int(seed), started, current, nodes)
    except (TypeError, ValueError) as error:
        message = "A run's seed is not a number."
        raise DamageError(message) from error


def _check_tree(nodes: Sequence[Node], current: int | None) -> None:
    known: set[int | None] = {None}
    for node in nodes:
        if node.parent not in known:
            raise DamageError("A turn comes before the one that it follows.")
        known.add(node.id)
    if current not in known:
        raise DamageError("A run stands at a turn that is not its own.")
