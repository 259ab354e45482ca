"""Backups of the journal's file, and putting one back."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from greenroom.errors import JournalError
from greenroom.journal import Filter, Journal, open_journal, schema
from greenroom.journal.copies import restore
from tests.journal_building import TEXT, a_clock, begin, play, rehearse


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal is."""
    return tmp_path / "home" / "journal.sqlite3"


def opened(path: Path) -> Journal:
    """Open a journal."""
    return open_journal(path, a_clock())


def ids(path: Path) -> list[str]:
    """Return the runs of a journal."""
    with closing(opened(path)) as journal:
        return [run.id for run in journal.runs()]


def test_a_backup_is_a_journal_under_a_dated_name(path: Path, tmp_path: Path) -> None:
    """It is one file with all runs, made while the journal is in use; a second one of the day has its own name."""
    with closing(opened(path)) as journal:
        rehearse(journal, "r1", "ask")
        first = journal.back_up(tmp_path / "backups")
        rehearse(journal, "r2", "ask")
        second = journal.back_up(tmp_path / "backups")
    assert sorted(file.name for file in first.parent.iterdir()) == [
        "journal-backup-2026-03-01-2.sqlite3",
        "journal-backup-2026-03-01.sqlite3",
    ]
    assert (ids(first), ids(second)) == (["r1"], ["r2", "r1"])


def test_what_was_deleted_is_not_in_the_backup(path: Path, tmp_path: Path) -> None:
    """Not a word of it, although the deletion can still be undone in the journal."""
    with closing(opened(path)) as journal:
        begin(journal, "r1")
        journal.add("r1", None, "room", "ask", "small-talk", 0, "room", ending=False, words="confided " * 99)
        rehearse(journal, "r2", "ask")
        journal.delete("r1")
        copy = journal.back_up(tmp_path)
        assert b"confided" not in copy.read_bytes()
        journal.undo_delete()
        assert [run.id for run in journal.runs()] == ["r2", "r1"]
    assert ids(copy) == ["r2"]


def test_a_backup_that_cannot_be_written_is_told(path: Path, tmp_path: Path) -> None:
    """A file in the folder's place: a sentence, and the journal goes on."""
    (tmp_path / "file").touch()
    with closing(opened(path)) as journal:
        with pytest.raises(JournalError, match=r"backup could not be written.*Choose another place"):
            journal.back_up(tmp_path / "file")
        rehearse(journal, "r1", "ask")
    assert ids(path) == ["r1"]


def test_restore_puts_the_backup_in_place_and_the_present_one_aside(path: Path, tmp_path: Path) -> None:
    """GIVEN a run after the backup WHEN it is restored THEN the runs are those of then, and nothing is lost."""
    with closing(opened(path)) as journal:
        rehearse(journal, "r1", "ask")
        copy = journal.back_up(tmp_path)
        rehearse(journal, "r2", "ask")
    aside = restore(path, copy, a_clock())
    assert aside == path.with_name("journal-replaced-2026-03-01.sqlite3")
    assert sorted(file.name for file in path.parent.iterdir()) == [aside.name, path.name]
    assert ids(path) == ["r1"]
    assert ids(aside) == ["r2", "r1"]
    assert copy.exists()


def test_deleting_everything_removes_the_replaced_journal(path: Path, tmp_path: Path) -> None:
    """What was set aside goes too; a backup that the user made stays theirs."""
    with closing(opened(path)) as journal:
        rehearse(journal, "r1", "ask")
        copy = journal.back_up(tmp_path)
    restore(path, copy, a_clock())
    with closing(opened(path)) as journal:
        journal.delete_all()
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert copy.exists()


def test_restore_where_no_journal_is(path: Path, tmp_path: Path) -> None:
    """On a new machine there is nothing to set aside."""
    with closing(opened(path)) as journal:
        rehearse(journal, "r1", "ask")
        copy = journal.back_up(tmp_path)
    new = tmp_path / "new" / "journal.sqlite3"
    assert restore(new, copy, a_clock()) is None
    assert ids(new) == ["r1"]


def test_restore_in_place_of_a_damaged_journal(path: Path, tmp_path: Path) -> None:
    """That is what a backup is for: the damaged one is set aside, with its log."""
    with closing(opened(path)) as journal:
        rehearse(journal, "r1", "ask")
        copy = journal.back_up(tmp_path)
    path.write_bytes(b"no database" * 999)
    assert restore(path, copy, a_clock()) is not None
    assert ids(path) == ["r1"]


def test_restore_is_refused_while_the_journal_is_open(path: Path, tmp_path: Path) -> None:
    """GIVEN a window that has the journal open WHEN one restores THEN it says to close it, and nothing changes."""
    with closing(opened(path)) as journal:
        rehearse(journal, "r1", "ask")
        copy = journal.back_up(tmp_path)
        rehearse(journal, "r2", "ask")
        with pytest.raises(JournalError, match="Close its window, then restore again"):
            restore(path, copy, a_clock())
        play(journal, "r2", "listen")
    assert ids(path) == ["r2", "r1"]


def _newer(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")


def _another_database(copy: Path) -> None:
    copy.unlink()
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA user_version = 1")
        connection.execute("CREATE TABLE run (id)")


def _spoilt(copy: Path) -> None:
    content = copy.read_bytes()
    copy.write_bytes(content[:8192] + b"\xff" * 8192 + content[16384:])


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_newer, "newer version of Greenroom, so update"),
        (_another_database, "damaged or no journal"),
        (_spoilt, "damaged or no journal"),
        (lambda copy: copy.write_bytes(b""), "damaged or no journal"),
        (lambda copy: copy.write_bytes(b"hello" * 1000), "damaged or no journal"),
        (Path.unlink, "No such file"),
    ],
)
def test_what_is_no_sound_journal_is_refused(
    path: Path, tmp_path: Path, change: Callable[[Path], None], told: str
) -> None:
    """It is told why, and the journal and its folder are as they were."""
    with closing(opened(path)) as journal:
        rehearse(journal, "r1", "ask")
        copy = journal.back_up(tmp_path)
    change(copy)
    before = path.read_bytes()
    with pytest.raises(JournalError, match=rf"{told}.*The journal is as it was\."):
        restore(path, copy, a_clock())
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert path.read_bytes() == before


def test_a_journal_of_the_first_version_becomes_one_of_this(path: Path) -> None:
    """GIVEN a file as the first version wrote it WHEN it is opened THEN runs, counts and search are complete."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in schema.MIGRATIONS[0]:
            connection.execute(statement)
        connection.execute("PRAGMA user_version = 1")
        connection.execute("INSERT INTO text VALUES ('abc', ?)", (TEXT,))
        for number, hidden in ((1, None), (2, "2026-01-01T00:00:00.000+00:00")):
            values = (number, f"r{number}", "walking-in", "Walking in", "abc", "7", "2025", "2025", number, hidden)
            connection.execute("INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
            turn = (number, number, 1, "room", "ask", "hide", 0, "warm", "ask", "2025", "marmalade")
            connection.execute("INSERT INTO turn VALUES (?, ?, NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)", turn)
    with closing(opened(path)) as journal:
        (run,) = journal.runs()
        assert (run.id, run.name, run.note, run.starred) == ("r1", "", "", False)
        assert [use.times for use in journal.move_uses()] == [1]
        assert journal.ways_tried() == {"walking-in": 1}
        assert journal.seen("walking-in") == {("room", "ask")}
        assert [found.id for found in journal.runs(filter=Filter(text="marmalade"))] == ["r1"]
        journal.delete("r1")
    assert b"marmalade" not in path.read_bytes()
