"""What was done how often in all runs that are not hidden, kept up to date for the screens that ask at each visit."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from sqlite3 import Connection

from greenroom.journal.records import MoveUse

_CHOSEN = "deleted_at IS NULL AND run.id IN (SELECT value FROM json_each(:runs))"
_COUNT_MOVES = f"""
    INSERT INTO move_use
    SELECT scenario, move, :sign * sum(times), :sign * count(*) FROM (
        SELECT scenario, move, count(*) AS times FROM run JOIN turn ON turn.run = run.number
        WHERE {_CHOSEN} GROUP BY run.number, move
    ) GROUP BY scenario, move
    ON CONFLICT DO UPDATE SET times = times + excluded.times, runs = runs + excluded.runs
"""  # noqa: S608 - ours
_COUNT_WAYS = f"""
    INSERT INTO way_tried
    SELECT scenario, way, :sign * count(*) FROM run JOIN turn ON turn.run = run.number
    WHERE {_CHOSEN} AND way IS NOT NULL GROUP BY scenario, way
    ON CONFLICT DO UPDATE SET times = times + excluded.times
"""  # noqa: S608 - ours
_COUNT_STEPS = f"""
    INSERT INTO step_made
    SELECT scenario, text_hash, state, choice, leads_to, way IS NOT NULL, :sign * count(*)
    FROM run JOIN turn ON turn.run = run.number
    WHERE {_CHOSEN} GROUP BY scenario, text_hash, state, choice, leads_to, way IS NOT NULL
    ON CONFLICT DO UPDATE SET times = times + excluded.times
"""  # noqa: S608 - ours
_OF_SCENARIO = """
    times > 0 AND (:scenario IS NULL OR scenario = :scenario) AND (:text_hash IS NULL OR text_hash = :text_hash)
"""
_MOVE_USES = "SELECT move, times, runs, scenario FROM move_use WHERE times > 0 ORDER BY move, scenario"


@contextmanager
def recounted(connection: Connection, run_ids: Iterable[str]) -> Iterator[None]:
    """Keep the counts right while the runs of these ids gain turns, are hidden or shown."""
    runs = json.dumps(list(run_ids))
    _count(connection, runs, -1)
    yield
    _count(connection, runs, 1)


def forget_uncounted(connection: Connection) -> None:
    """Delete what is there no times: it would still tell what was tried in a run that is gone."""
    for table in ("move_use", "way_tried", "step_made"):
        connection.execute(f"DELETE FROM {table} WHERE times <= 0")  # noqa: S608 - ours


def count_ways(connection: Connection) -> dict[str, int]:
    """Return for each scenario how many different sequences of choices have led to an ending."""
    rows = connection.execute("SELECT scenario, count(*) FROM way_tried WHERE times > 0 GROUP BY scenario")
    return dict(rows.fetchall())


def count_moves(connection: Connection) -> tuple[MoveUse, ...]:
    """Return the moves that were made, with how often, in how many runs and in which scenarios."""
    grouped = groupby(connection.execute(_MOVE_USES), itemgetter(0))
    return tuple(_use(move, list(rows)) for move, rows in grouped)


def endings_reached(connection: Connection, scenario: str | None, text_hash: str | None) -> tuple[str, ...]:
    """Return the ids of the endings reached (in the scenario, with the text)."""
    rows = connection.execute(
        f"SELECT DISTINCT leads_to FROM step_made WHERE ending AND {_OF_SCENARIO} ORDER BY leads_to",  # noqa: S608 - ours
        {"scenario": scenario, "text_hash": text_hash},
    )
    return tuple(ending for (ending,) in rows)


def choices_made(connection: Connection, scenario: str, text_hash: str | None) -> frozenset[tuple[str, str]]:
    """Return the choices made (with the text), each with its state."""
    rows = connection.execute(
        f"SELECT state, choice FROM step_made WHERE {_OF_SCENARIO}",  # noqa: S608 - ours
        {"scenario": scenario, "text_hash": text_hash},
    )
    return frozenset(rows)


def _use(move: str, rows: list[tuple[str, int, int, str]]) -> MoveUse:
    return MoveUse(move, sum(row[1] for row in rows), sum(row[2] for row in rows), tuple(row[3] for row in rows))


def _count(connection: Connection, runs: str, sign: int) -> None:
    for statement in (_COUNT_MOVES, _COUNT_WAYS, _COUNT_STEPS):
        connection.execute(statement, {"runs": runs, "sign": sign})
