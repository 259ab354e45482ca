"""Finds the newest runs that fit a filter, reading little more of a large journal than is shown."""

import json
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from sqlite3 import Connection
from typing import NamedTuple

from greenroom.journal.records import Filter
from greenroom.journal.searching import Line, find_lines, in_index_terms

END = 2**31 - 1
"""No run has a number as large as this."""
_FEW = 3_000
"""So many rows are read in a few milliseconds."""
_EVERY = "SELECT DISTINCT run.number FROM"
_FROM_TURNS = """
    turn CROSS JOIN run ON run.number = turn.run
    WHERE turn.run < :before AND turn.run > :after AND {fits}
"""
_FROM_TYPED = """
    typed CROSS JOIN run ON run.number = typed.rowid >> 32
    WHERE typed MATCH :query AND typed.rowid < :before << 32 AND typed.rowid > (:after + 1) << 32 AND {fits}
"""
_FROM_RUNS = "run WHERE run.number < :before AND run.number > :after AND {fits}"
_LINE = "turn.state = :state AND turn.choice = :choice AND text_hash = :text_hash"
_HAS_TEXT = """(
    EXISTS (
        SELECT 1 FROM turn WHERE turn.run = run.number AND (turn.state, turn.choice, text_hash) IN (
            SELECT value ->> 'state', value ->> 'choice', value ->> 'text_hash' FROM json_each(:lines)
        )
    )
    OR run.number IN (SELECT rowid >> 32 FROM typed WHERE typed MATCH :query)
)"""
_OF_TURNS = {"ending": "turn.way IS NOT NULL AND turn.leads_to = :ending", "move": "turn.move = :move"}
_OF_RUNS = {"scenario": "run.scenario = :scenario", "starred": "run.starred"}


class _Source(NamedTuple):
    """Where the runs that fit are found newest first, and in what order that is."""

    rows: str
    order: str
    values: Mapping[str, object]


class _Wish(NamedTuple):
    """Something that must hold of a run: as a condition, and as the places where all such runs are found."""

    condition: str
    sources: Sequence[_Source]


def find_runs(connection: Connection, wanted: Filter, before: int, limit: int) -> list[int]:
    """Return the numbers of at most `limit` runs (-1: all) that fit and come before run `before`, newest first."""
    query = in_index_terms(wanted.text)
    if wanted.text.strip() and not query:
        return []
    lines = find_lines(connection, query) if query else []
    values = {"query": query, "lines": json.dumps([line._asdict() for line in lines]), "before": before}
    wishes = _wishes(wanted, lines, query)
    rarest = _rarest(connection, wishes, wanted._asdict() | values)
    fits = " AND ".join(["run.deleted_at IS NULL", *(wish.condition for wish in wishes if wish is not rarest)])
    return _newest(connection, rarest.sources, fits, wanted._asdict() | values, limit)


def _wishes(wanted: Filter, lines: Iterable[Line], query: str) -> list[_Wish]:
    """Return what the filter asks for; last what concerns the run alone, which holds of many."""
    given = wanted._asdict()
    wishes = [_of_turns(condition) for name, condition in _OF_TURNS.items() if given[name] is not None]
    if query:
        sources = [_Source(f"{_FROM_TURNS} AND {_LINE}", "turn.run", line._asdict()) for line in lines]
        wishes.append(_Wish(_HAS_TEXT, [*sources, _Source(_FROM_TYPED, "typed.rowid", {})]))
    of_run = [condition for name, condition in _OF_RUNS.items() if given[name]]
    plain = " AND ".join(["run.deleted_at IS NULL", *of_run])
    return [*wishes, _Wish(plain, [_Source(f"{_FROM_RUNS} AND {plain}", "run.number", {})])]


def _of_turns(condition: str) -> _Wish:
    exists = f"EXISTS (SELECT 1 FROM turn WHERE turn.run = run.number AND {condition})"  # noqa: S608 - ours
    return _Wish(exists, [_Source(f"{_FROM_TURNS} AND {condition}", "turn.run", {})])


def _rarest(connection: Connection, wishes: Sequence[_Wish], values: Mapping[str, object]) -> _Wish:
    """Return the wish that the fewest rows fit, as far as a quick look tells: the others are tested on those."""
    if len(wishes) == 1:
        return wishes[0]
    return min(wishes, key=lambda wish: _count(connection, wish.sources, values))


def _count(connection: Connection, sources: Iterable[_Source], values: Mapping[str, object]) -> int:
    count = 0
    for source in sources:
        rows = source.rows.format(fits="true")
        found = connection.execute(
            f"SELECT count(*) FROM (SELECT 1 FROM {rows} LIMIT {_FEW})",  # noqa: S608 - ours
            {**values, **source.values, "after": -1},
        )
        count += found.fetchone()[0]
        if count >= _FEW:
            return _FEW
    return count


def _newest(
    connection: Connection, sources: Iterable[_Source], fits: str, values: Mapping[str, object], limit: int
) -> list[int]:
    """Return the newest of all sources; what is older than the newest so far is not looked at."""
    newest: list[int] = []
    for source in sources:
        full = 0 <= limit <= len(newest)
        bounds = {"after": newest[-1] if full and newest else -1, "limit": limit}
        rows = connection.execute(
            f"{_EVERY} {source.rows.format(fits=fits)} ORDER BY {source.order} DESC LIMIT :limit",
            {**values, **source.values, **bounds},
        )
        found = {number for (number,) in rows} | set(newest)
        newest = nlargest(len(found) if limit < 0 else limit, found)
    return newest
