"""What a session keeps in the journal, also when that fails for a while, and going on after a break."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from greenroom.errors import GreenroomError, JournalError
from greenroom.journal import Journal, Run, open_journal
from greenroom.loading import Loaded, load
from greenroom.retelling import story
from greenroom.rubric import Rubric
from greenroom.session import Session, go_on

SCENE = Path(__file__).parent / "scenes" / "by-the-urn.toml"
NO_RUBRIC = Rubric({}, {})


@pytest.fixture
def loaded() -> Loaded:
    """Return the scene."""
    return load(SCENE)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """Return an empty journal."""
    journal = open_journal(tmp_path / "journal.sqlite3", lambda: datetime.now(UTC))
    yield journal
    journal.close()


def play(session: Session, turns: int) -> None:
    """Make the first choice on offer, so many times."""
    for _ in range(turns):
        session.choose(session.choices[0])


@contextmanager
def full_disk(journal: Journal) -> Iterator[None]:
    """Let nothing be written to the journal for a while."""

    def refuse(*_: object, **__: object) -> int:
        raise JournalError("The disk is full.")

    with pytest.MonkeyPatch.context() as broken:
        for write in ("begin", "add", "stand_at"):
            broken.setattr(journal, write, refuse)
        yield


def kept(journal: Journal, session: Session) -> Run:
    """Return the run of a session as the journal has it."""
    run = journal.run(session.run)
    assert run is not None
    return run


def test_a_turn_is_in_the_journal_when_choose_returns(loaded: Loaded, journal: Journal) -> None:
    """Another reader of the journal finds the turn before anything is shown."""
    session = Session(loaded, NO_RUBRIC, journal, 1)
    turn = session.choose(session.choices[0])
    run = kept(journal, session)
    assert [(node.state, node.choice) for node in run.line()] == [(turn.state, turn.choice.id)]


def test_nothing_is_kept_before_the_first_choice(loaded: Loaded, journal: Journal) -> None:
    """To open a scenario and leave it makes no run."""
    Session(loaded, NO_RUBRIC, journal, 1)
    assert journal.runs() == ()


def test_going_on_stands_in_the_same_place_with_the_same_order(loaded: Loaded, journal: Journal) -> None:
    """After a break state, openness, turns, offers and their order are as they were."""
    session = Session(loaded, NO_RUBRIC, journal, 5)
    play(session, 2)
    run = kept(journal, session)
    again = go_on(run, NO_RUBRIC, journal)
    assert again.turns == session.turns
    assert again.state == session.state
    assert again.choices == session.choices


def test_going_on_keeps_the_text_of_that_time(loaded: Loaded, journal: Journal, tmp_path: Path) -> None:
    """A run goes on with the words with which it began, though the file has changed since."""
    session = Session(loaded, NO_RUBRIC, journal, 5)
    play(session, 1)
    (tmp_path / "by-the-urn.toml").write_bytes(loaded.text.replace(b"coffee", b"soup"))
    run = kept(journal, session)
    assert go_on(run, NO_RUBRIC, journal).scenario == loaded.scenario


def test_a_take_back_leaves_a_branch_and_marks_what_was_tried(loaded: Loaded, journal: Journal) -> None:
    """What was taken back stays in the journal, and its choice is known as tried, also after a break."""
    session = Session(loaded, NO_RUBRIC, journal, 5)
    first, second = session.choices[:2]
    session.choose(first)
    session.take_back(0)
    assert session.tried == {first.id}
    session.choose(second)
    run = kept(journal, session)
    assert [node.choice for node in run.nodes] == [first.id, second.id]
    again = go_on(run, NO_RUBRIC, journal)
    again.take_back(0)
    assert again.tried == {first.id, second.id}


def test_typed_words_are_kept_and_come_back_after_a_break(loaded: Loaded, journal: Journal) -> None:
    """What the user typed stands in the turn, in the journal, and again in the run that goes on."""
    session = Session(loaded, NO_RUBRIC, journal, 5)
    assert (
        session.choose(session.choices[0], words="Morning. Is there any left?").words == "Morning. Is there any left?"
    )
    play(session, 1)
    run = kept(journal, session)
    assert [node.words for node in run.line()] == ["Morning. Is there any left?", None]
    assert go_on(run, NO_RUBRIC, journal).turns == session.turns
    assert story(journal, session.run).turns == session.turns


def test_the_same_choice_in_other_words_is_a_branch_of_its_own(loaded: Loaded, journal: Journal) -> None:
    """Taken back and said otherwise, both wordings are kept; the choice counts as tried whatever the words."""
    session = Session(loaded, NO_RUBRIC, journal, 5)
    first = session.choices[0]
    session.choose(first, words="One way.")
    second = session.choose(session.choices[0])
    session.take_back(0)
    for words in ("One way.", "Another.", None, "One way."):
        session.choose(first, words=words)
        assert session.tried == {second.choice.id}
        session.take_back(0)
        assert session.tried == {first.id}
    begun = [node.words for node in kept(journal, session).nodes if node.parent is None]
    assert begun == ["One way.", "Another.", None]
    again = go_on(kept(journal, session), NO_RUBRIC, journal)
    again.choose(first, words="A further way.")
    assert again.tried == {second.choice.id}


def test_a_session_knows_whether_it_keeps_turns(loaded: Loaded, journal: Journal) -> None:
    """Without a journal nothing is kept; with one that fails nothing is until it works again."""
    assert not Session(loaded, NO_RUBRIC, None, 5).is_kept
    session = Session(loaded, NO_RUBRIC, journal, 5)
    with full_disk(journal):
        play(session, 1)
        assert not session.is_kept
    play(session, 1)
    assert session.is_kept


def test_a_failing_journal_does_not_stop_the_rehearsal(loaded: Loaded, journal: Journal) -> None:
    """While the journal fails the session says so and goes on; once it works again, all turns are kept."""
    session = Session(loaded, NO_RUBRIC, journal, 5)
    play(session, 1)
    with full_disk(journal):
        play(session, 1)
        assert str(session.unsaved) == "The disk is full."
    play(session, 1)
    assert session.unsaved is None
    assert [node.choice for node in kept(journal, session).line()] == [turn.choice.id for turn in session.turns]


@pytest.mark.parametrize("turns_kept_before", [0, 1])
def test_a_branch_tried_while_the_journal_fails_is_kept_later(
    loaded: Loaded, journal: Journal, turns_kept_before: int
) -> None:
    """What was tried and taken back meanwhile is in the journal once it works again, in order, and one stands right."""
    session = Session(loaded, NO_RUBRIC, journal, 5)
    play(session, turns_kept_before)
    tried = session.choices[:2]
    with full_disk(journal):
        for choice in tried:
            session.choose(choice)
            session.take_back(turns_kept_before)
    session.take_back(turns_kept_before)
    assert session.unsaved is None
    run = kept(journal, session)
    assert [node.choice for node in run.nodes[turns_kept_before:]] == [choice.id for choice in tried]
    assert [node.choice for node in run.line()] == [turn.choice.id for turn in session.turns]


def test_a_run_deleted_meanwhile_is_not_kept_again(loaded: Loaded, tmp_path: Path) -> None:
    """GIVEN a run that another window has deleted for good WHEN one plays on THEN that is said, and it stays gone."""
    here, there = (open_journal(tmp_path / "journal.sqlite3", lambda: datetime.now(UTC)) for _ in range(2))
    session = Session(loaded, NO_RUBRIC, here, 5)
    play(session, 1)
    there.delete_all()
    play(session, 1)
    assert "deleted" in str(session.unsaved)
    there.close()
    play(session, 1)
    assert "deleted" in str(session.unsaved)
    assert here.runs() == ()
    here.close()


def test_a_journal_that_is_set_aside_gets_the_whole_run_again(loaded: Loaded, journal: Journal, tmp_path: Path) -> None:
    """When the file turns out to be damaged, the turn after that is kept with all before it, in the fresh file."""
    session = Session(loaded, NO_RUBRIC, journal, 5)
    play(session, 1)
    for part in tmp_path.glob("journal.sqlite3*"):
        part.write_bytes(b"damaged" * 4096)
    play(session, 1)
    assert session.unsaved is not None
    play(session, 1)
    assert session.unsaved is None
    assert [node.choice for node in kept(journal, session).line()] == [turn.choice.id for turn in session.turns]


def test_a_journal_set_aside_while_one_looks_elsewhere_gets_the_whole_run_again(
    loaded: Loaded, journal: Journal, tmp_path: Path
) -> None:
    """GIVEN damage found by another screen WHEN one goes on THEN the run is in the fresh file, branches and all."""
    session = Session(loaded, NO_RUBRIC, journal, 5)
    tried = session.choices[:2]
    session.choose(tried[0])
    session.take_back(0)
    for part in tmp_path.glob("journal.sqlite3*"):
        part.write_bytes(b"damaged" * 4096)
    with pytest.raises(JournalError, match="set aside"):
        journal.runs()
    session.choose(tried[1])
    assert session.unsaved is None
    assert [node.choice for node in kept(journal, session).nodes] == [choice.id for choice in tried]


def test_a_run_whose_text_is_gone_is_refused_in_a_sentence(loaded: Loaded, journal: Journal) -> None:
    """A run without its text cannot go on, and says so."""
    session = Session(loaded, NO_RUBRIC, journal, 5)
    play(session, 1)
    run = kept(journal, session)
    gone = type(run)(run.id, run.scenario, "no such hash", run.seed, run.started, run.current, run.nodes)
    with pytest.raises(GreenroomError, match="missing"):
        go_on(gone, NO_RUBRIC, journal)
