"""Deleting hides at once, can be undone, and in the end is for good."""

from collections.abc import Callable
from pathlib import Path

import pytest

from greenroom.errors import JournalError
from greenroom.journal import Journal, open_journal
from tests.journal_building import TEXT, a_clock, begin, ids, play, rehearse


def close_as_if_killed(journal: Journal, path: Path) -> None:
    """Leave the folder as a program leaves it that is killed now."""
    left = {file: file.read_bytes() for file in path.parent.iterdir()}
    journal.close()
    for file, content in left.items():
        file.write_bytes(content)


closed_or_killed = pytest.mark.parametrize(
    "close", [lambda journal, _path: journal.close(), close_as_if_killed], ids=["closed", "killed"]
)


def set_aside_a_journal(path: Path) -> None:
    """Let a damaged journal be found and set aside, with its log and the log's index."""
    path.write_bytes(b"confided " * 999)
    open_journal(path, a_clock()).close()
    (aside,) = set_aside(path)
    for part in ("-wal", "-shm"):
        path.with_name(f"{aside}{part}").write_bytes(b"confided " * 999)


def set_aside(path: Path) -> list[str]:
    """Return the files that have been set aside."""
    return [file.name for file in path.parent.iterdir() if "damaged" in file.name]


def test_a_deleted_run_is_nowhere_to_be_seen(journal: Journal) -> None:
    """No list, count or offer shows it any more."""
    rehearse(journal, "r1", "ask", "leave", ends=True)
    rehearse(journal, "r2", "ask")
    journal.delete("r2")
    journal.delete("r1")
    assert journal.runs() == ()
    assert journal.run("r1") is None
    assert journal.unfinished() is None
    assert journal.ways_tried() == {}


def test_each_deletion_is_undone_in_turn(journal: Journal) -> None:
    """The last deletion comes back first; deleting everything is one step; a deletion of nothing is none."""
    for run in ("r1", "r2", "r3"):
        rehearse(journal, run, "ask")
    journal.delete("r2")
    journal.delete_all()
    journal.delete_all()
    journal.delete("r2")
    assert ids(journal) == []
    assert journal.undo_delete()
    assert ids(journal) == ["r3", "r1"]
    assert journal.undo_delete()
    assert ids(journal) == ["r3", "r2", "r1"]
    assert not journal.undo_delete()


def test_a_deleted_run_takes_no_more_turns(journal: Journal) -> None:
    """Whoever plays on in a run they have deleted is told that it is not kept."""
    rehearse(journal, "r1", "ask")
    journal.delete("r1")
    with pytest.raises(JournalError, match="deleted"):
        play(journal, "r1", "listen")
    with pytest.raises(JournalError, match="deleted"):
        journal.stand_at("r1", None)
    journal.undo_delete()
    run = journal.run("r1")
    assert run
    assert [node.choice for node in run.nodes] == ["ask"]


def test_gone_for_good_when_closed(path: Path) -> None:
    """After closing, no file in the folder holds a word of what was deleted; what was not deleted is there."""
    journal = open_journal(path, a_clock())
    begin(journal, "r1", text=b"a text of its own")
    journal.add("r1", None, "queue", "ask", "small-talk", 0, "room", ending=False, words="a secret " * 900)
    rehearse(journal, "r2", "listen")
    journal.delete("r1")
    journal.close()

    kept = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"secret" not in kept
    assert b"of its own" not in kept
    journal = open_journal(path, a_clock())
    assert not journal.undo_delete()
    assert ids(journal) == ["r2"]
    assert journal.text(TEXT.hex()) == TEXT
    journal.close()


def test_what_a_crash_left_hidden_is_purged_at_the_next_opening(path: Path) -> None:
    """A deletion is for good even if the program is killed before it closes the journal."""
    journal = open_journal(path, a_clock())
    rehearse(journal, "r1", "confided")
    journal.delete("r1")
    close_as_if_killed(journal, path)
    open_journal(path, a_clock()).close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert b"confided" not in path.read_bytes()


@closed_or_killed
def test_deleting_everything_removes_what_was_set_aside(path: Path, close: Callable[[Journal, Path], None]) -> None:
    """No damaged file that holds what was deleted stays behind, whatever was rehearsed or befell afterwards."""
    set_aside_a_journal(path)
    journal = open_journal(path, a_clock())
    rehearse(journal, "r1", "ask")
    journal.delete_all()
    rehearse(journal, "r2", "ask")
    assert len(set_aside(path)) == 3
    close(journal, path)
    open_journal(path, a_clock()).close()
    assert set_aside(path) == []


@closed_or_killed
def test_deleting_one_run_leaves_what_was_set_aside(path: Path, close: Callable[[Journal, Path], None]) -> None:
    """The damaged file may hold all other runs; it also stays when the deletion of everything was undone."""
    set_aside_a_journal(path)
    journal = open_journal(path, a_clock())
    rehearse(journal, "r1", "ask")
    journal.delete_all()
    journal.undo_delete()
    journal.delete("r1")
    close(journal, path)
    open_journal(path, a_clock()).close()
    assert len(set_aside(path)) == 3


def test_a_second_window_leaves_the_undo_to_the_first(path: Path) -> None:
    """Looking at the journal from elsewhere does not make a deletion final."""
    journal = open_journal(path, a_clock())
    rehearse(journal, "r1", "ask")
    journal.delete("r1")
    open_journal(path, a_clock()).close()
    assert journal.undo_delete()
    assert ids(journal) == ["r1"]
    journal.close()
