"""The runs as lists show them, and what there is to narrow a list by."""

import json
from collections.abc import Iterable
from sqlite3 import Connection

from greenroom.journal.reading import read_summary
from greenroom.journal.records import PlayedScenario, RunSummary

# A column may hold what is none of its kind: the lists show what can be made of it.
_SUMMARIES = """
    SELECT
        CAST(run.id AS TEXT), CAST(scenario AS TEXT), CAST(title AS TEXT), CAST(text_hash AS TEXT),
        CAST(started AS TEXT), CAST(touched AS TEXT), CAST(ifnull(turn.number, 0) AS INTEGER),
        CASE WHEN way IS NOT NULL THEN CAST(leads_to AS TEXT) END,
        CAST(name AS TEXT), CAST(note AS TEXT), CAST(starred AS INTEGER), run.number
    FROM run LEFT JOIN turn ON turn.id = run.current AND turn.run = run.number
"""
_CHOSEN = "WHERE run.number IN (SELECT value FROM json_each(?)) ORDER BY run.number DESC"
# The newest run of each scenario, found scenario by scenario.
_NEWEST = """
    WITH RECURSIVE played (scenario) AS (
        SELECT min(scenario) FROM run WHERE deleted_at IS NULL
        UNION ALL
        SELECT (SELECT min(scenario) FROM run WHERE deleted_at IS NULL AND scenario > played.scenario)
        FROM played WHERE scenario IS NOT NULL
    ),
    newest (number) AS (
        SELECT (SELECT max(number) FROM run WHERE deleted_at IS NULL AND scenario = played.scenario) FROM played
    )
"""
_UNFINISHED = f"""
    {_NEWEST} {_SUMMARIES}
    WHERE run.number IN newest AND (:scenario IS NULL OR scenario = :scenario)
    AND way IS NULL AND (current IS NULL OR turn.id IS NOT NULL)
    AND EXISTS (SELECT 1 FROM turn WHERE turn.run = run.number)
    ORDER BY touched DESC, run.number DESC LIMIT 1
"""  # noqa: S608 - ours
_PLAYED = f"""
    {_NEWEST} SELECT CAST(scenario AS TEXT), CAST(title AS TEXT) FROM run WHERE run.number IN newest ORDER BY title
"""  # noqa: S608 - ours


def list_runs(connection: Connection, numbers: Iterable[int]) -> tuple[RunSummary, ...]:
    """Return the runs of these numbers, newest first."""
    rows = connection.execute(_SUMMARIES + _CHOSEN, (json.dumps(list(numbers)),))
    return tuple(map(read_summary, rows))


def find_unfinished(connection: Connection, scenario: str | None) -> RunSummary | None:
    """Return the last touched run that stands at no ending and is the newest of its scenario."""
    row = connection.execute(_UNFINISHED, {"scenario": scenario}).fetchone()
    return row and read_summary(row)


def list_scenarios(connection: Connection) -> tuple[PlayedScenario, ...]:
    """Return the scenarios of which there is a run, by title."""
    return tuple(PlayedScenario(*row) for row in connection.execute(_PLAYED))
