"""One bad row of the journal is told of, and touches neither the other runs nor the file."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from greenroom.errors import JournalError
from greenroom.journal import Journal, open_journal
from tests.journal_building import a_clock, rehearse


def harmed(folder: Path, harm: str) -> Journal:
    """Return a journal of two runs, "bad" and "good", of which the first has come to harm."""
    path = folder / "journal.sqlite3"
    with closing(open_journal(path, a_clock())) as journal:
        rehearse(journal, "bad", "ask", "listen", "leave", ends=True)
        rehearse(journal, "good", "ask", scenario="after-a-year")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(harm)
    return open_journal(path, a_clock())


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE run SET current = 99 WHERE id = 'bad'",
        "UPDATE run SET current = 4 WHERE id = 'bad'",
        "UPDATE run SET seed = 'x' WHERE id = 'bad'",
        "UPDATE run SET started = x'ff' WHERE id = 'bad'",
        "DELETE FROM turn WHERE run = 1 AND parent IS NULL",
        "UPDATE turn SET openness = 'wide' WHERE run = 1",
        "UPDATE turn SET state = x'00' WHERE run = 1",
    ],
)
def test_a_run_that_cannot_be_read_is_told_and_left(tmp_path: Path, harm: str) -> None:
    """GIVEN one run gone bad WHEN the runs are read THEN it is told of, the others come, and no file is moved."""
    told: list[str] = []
    with closing(harmed(tmp_path, harm)) as journal:
        with pytest.raises(JournalError, match=r"Part of this run can't be read\. It has been left as it is"):
            journal.run("bad")
        assert [run.id for run in journal.whole_runs(told.append)] == ["good"]
        assert [run.id for run in journal.runs()] == ["good", "bad"]
        rehearse(journal, "new", "ask")
    assert [sentence.partition(":")[0] for sentence in told] == ["bad (Walking-in)"]
    assert [file.name for file in tmp_path.iterdir()] == ["journal.sqlite3"]


@pytest.mark.parametrize("column", ["title", "started", "touched"])
@pytest.mark.parametrize("rubbish", ["x'ff'", "'2026-0/-01'"])
def test_a_run_with_rubbish_in_it_stays_in_the_list(tmp_path: Path, column: str, rubbish: str) -> None:
    """A run whose title or times are rubbish is listed with what can be shown, so that it can be deleted."""
    with closing(harmed(tmp_path, f"UPDATE run SET {column} = {rubbish} WHERE id = 'bad'")) as journal:  # noqa: S608 - ours
        bad = journal.runs()[1]
        assert isinstance(bad.title, str)
        assert all(datetime.fromisoformat(time).tzinfo for time in (bad.started, bad.touched))
        journal.delete(bad.id)
        assert [run.id for run in journal.runs()] == ["good"]


def test_a_run_that_stands_nowhere_is_not_offered(tmp_path: Path) -> None:
    """Nobody is asked to go on with a run of which it cannot be told where it stood; another run is offered."""
    with closing(harmed(tmp_path, "UPDATE run SET current = 99, touched = '3'")) as journal:
        assert journal.unfinished() is None
    with closing(harmed(tmp_path / "other", "UPDATE run SET current = 99 WHERE id = 'bad'")) as journal:
        unfinished = journal.unfinished()
        assert unfinished is not None
        assert unfinished.id == "good"
