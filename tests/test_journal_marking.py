"""What the user adds to runs afterwards: a name, a note, a star, a line written when comparing."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from greenroom.errors import JournalError
from greenroom.journal import Journal, open_journal
from tests.journal_building import a_clock, rehearse


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    """A journal of two runs."""
    with closing(open_journal(path, a_clock())) as journal:
        rehearse(journal, "r1", "ask")
        rehearse(journal, "r2", "listen")
        yield journal


def test_a_name_a_note_and_a_star_are_on_disk_at_once(journal: Journal, path: Path) -> None:
    """GIVEN marks on one run WHEN the journal is read from elsewhere THEN that run has them, and no other."""
    journal.rename("r1", "The one about bees \ud83d")
    journal.annotate("r1", "She laughed.\nAsk her again.")
    journal.star("r1", starred=True)
    with closing(open_journal(path, a_clock())) as elsewhere:
        plain, marked = elsewhere.runs()
    assert (marked.name, marked.note, marked.starred) == ("The one about bees ?", "She laughed.\nAsk her again.", True)
    assert (plain.name, plain.note, plain.starred) == ("", "", False)


def test_marks_can_be_taken_away_again(journal: Journal) -> None:
    """An empty name or note is none, and a star can be taken off; the run was not played by that."""
    before = journal.runs()
    journal.rename("r1", "bees")
    journal.star("r1", starred=True)
    journal.rename("r1", "")
    journal.star("r1", starred=False)
    assert journal.runs() == before


def test_an_answer_belongs_to_the_runs_in_any_order(journal: Journal) -> None:
    """What was written for two runs comes back for them, and for no others; the last one counts."""
    journal.answer(["r2", "r1"], "She was tired.")
    journal.answer(["r1", "r2"], "She was tired by then.")
    assert journal.answer_to(["r2", "r1"]) == "She was tired by then."
    assert journal.answer_to(["r1"]) == ""
    journal.answer(["r1", "r2"], "")
    assert journal.answer_to(["r1", "r2"]) == ""


@pytest.mark.parametrize("deleted", ["r1", "r2"])
def test_an_answer_goes_with_either_run(journal: Journal, path: Path, deleted: str) -> None:
    """It stays while the deletion can be undone; afterwards not a word of it is in the folder."""
    journal.answer(["r1", "r2"], "confided " * 40)
    journal.delete(deleted)
    journal.undo_delete()
    assert journal.answer_to(["r1", "r2"])
    journal.delete(deleted)
    journal.close()
    assert not any(b"confided" in file.read_bytes() for file in path.parent.iterdir())


def test_nothing_can_be_added_to_a_deleted_run(journal: Journal) -> None:
    """Whoever marks a run that is gone is told so."""
    journal.delete("r1")
    with pytest.raises(JournalError, match="has been deleted"):
        journal.rename("r1", "bees")
    with pytest.raises(JournalError, match="has been deleted"):
        journal.answer(["r2", "r1"], "bees")
