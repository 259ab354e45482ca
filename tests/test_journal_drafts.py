"""Drafts are kept in versions as they are typed, and are deleted as runs are."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from greenroom.journal import Journal, open_journal
from tests.journal_building import a_clock, rehearse


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal is."""
    return tmp_path / "journal.sqlite3"


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    """An empty journal."""
    journal = open_journal(path, a_clock())
    yield journal
    journal.close()


def words(journal: Journal, situation: str = "thanks") -> list[tuple[int, str]]:
    """Return the versions for a situation with what they say."""
    return [(draft.version, draft.words) for draft in journal.drafts.of(situation)]


def test_a_version_holds_what_was_written_last(journal: Journal) -> None:
    """What is written over a version takes its place, and other versions and situations stay as they are."""
    journal.drafts.begin("thanks", "Dear Ada")
    journal.drafts.begin("thanks", "Hi")
    journal.drafts.begin("asking", "Could you")
    journal.drafts.write("thanks", 2, "Hi Ada, 👩‍🔬 it worked")
    assert words(journal) == [(1, "Dear Ada"), (2, "Hi Ada, 👩‍🔬 it worked")]
    assert words(journal, "asking") == [(1, "Could you")]


def test_the_last_written_situation_is_known(journal: Journal) -> None:
    """The desk opens again where one wrote last, and knows when nothing has been written."""
    assert journal.drafts.latest() == ""
    journal.drafts.begin("thanks", "a")
    journal.drafts.begin("asking", "b")
    journal.drafts.write("thanks", 1, "c")
    assert journal.drafts.latest() == "thanks"


def test_another_journal_reads_at_once_what_was_written(path: Path, journal: Journal) -> None:
    """A draft is on the disk when writing returns, though nothing has been closed."""
    journal.drafts.begin("thanks", "typed")
    other = open_journal(path, a_clock())
    assert words(other) == [(1, "typed")]
    other.close()


def test_half_a_character_does_no_harm(journal: Journal) -> None:
    """A lone surrogate, as a key pressed half leaves it, is kept as a question mark."""
    journal.drafts.begin("thanks", "Hi \ud83d!")
    assert words(journal) == [(1, "Hi ?!")]


def test_a_deleted_version_can_be_brought_back(journal: Journal) -> None:
    """Undoing brings back the version that was deleted, in its place."""
    journal.drafts.begin("thanks", "one")
    journal.drafts.begin("thanks", "two")
    journal.drafts.delete("thanks", 1)
    assert words(journal) == [(2, "two")]
    assert journal.undo_delete()
    assert words(journal) == [(1, "one"), (2, "two")]


def test_a_number_is_not_given_twice(journal: Journal) -> None:
    """A new version after a deleted one has a number of its own, so that undoing brings both back."""
    journal.drafts.begin("thanks", "one")
    journal.drafts.delete("thanks", 1)
    assert journal.drafts.begin("thanks", "two").version == 2
    journal.undo_delete()
    assert words(journal) == [(1, "one"), (2, "two")]


def test_writing_under_the_number_of_a_deleted_version_leaves_it_to_be_brought_back(journal: Journal) -> None:
    """What was deleted comes back as it was, under the next number, beside what has been written since."""
    journal.drafts.begin("thanks", "one")
    journal.drafts.delete("thanks", 1)
    journal.drafts.write("thanks", 1, "two")
    assert words(journal) == [(1, "two")]
    assert journal.undo_delete()
    assert words(journal) == [(1, "two"), (2, "one")]


def test_deleting_everything_takes_the_drafts_too(journal: Journal) -> None:
    """Runs and drafts go in one step, and come back in one."""
    rehearse(journal, "r1", "ask")
    journal.drafts.begin("thanks", "one")
    journal.delete_all()
    assert (journal.runs(), words(journal)) == ((), [])
    journal.undo_delete()
    assert len(journal.runs()) == 1
    assert words(journal) == [(1, "one")]


def test_what_was_deleted_is_in_no_file_after_closing(path: Path) -> None:
    """Neither the draft nor what was said of it is left on the disk, and other drafts are."""
    journal = open_journal(path, a_clock())
    journal.drafts.begin("own", "confided to you")
    journal.drafts.describe("own", {"person": "my neighbour confided"})
    journal.drafts.begin("thanks", "kept")
    journal.drafts.delete("own", 1)
    journal.close()
    assert not [file.name for file in path.parent.iterdir() if b"confided" in file.read_bytes()]
    again = open_journal(path, a_clock())
    assert words(again) == [(1, "kept")]
    assert again.drafts.facts("own") == {}
    again.close()


def test_what_is_said_before_writing_outlives_other_deletions(path: Path) -> None:
    """A run or another draft takes nothing with it that was said of a message not yet begun; everything does."""
    journal = open_journal(path, a_clock())
    rehearse(journal, "r1", "ask")
    rehearse(journal, "r2", "ask")
    journal.drafts.describe("own", {"person": "my neighbour"})
    journal.drafts.begin("thanks", "one")
    journal.delete("r1")
    journal.drafts.delete("thanks", 1)
    journal.close()
    again = open_journal(path, a_clock())
    assert again.drafts.facts("own") == {"person": "my neighbour"}
    again.delete_all()
    again.close()
    third = open_journal(path, a_clock())
    assert third.drafts.facts("own") == {}
    third.close()


def test_what_is_said_of_a_message_is_kept(journal: Journal) -> None:
    """New answers take the place of the old ones, and an empty one is none."""
    journal.drafts.describe("own", {"person": "a teacher", "want": "advice"})
    journal.drafts.describe("own", {"person": "my teacher", "want": ""})
    assert journal.drafts.facts("own") == {"person": "my teacher"}
