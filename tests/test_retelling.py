"""A kept run told again: as it was, from the text of its time, or in a sentence why not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from greenroom.errors import GreenroomError
from greenroom.journal import Journal, Node, open_journal
from greenroom.loading import load
from greenroom.retelling import RunNotFoundError, find_run, retell, story
from greenroom.rubric import Rubric
from greenroom.session import Session
from tests.journal_building import a_clock, begin, play, rehearse

SCENE = Path(__file__).parent / "scenes" / "by-the-urn.toml"


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """Return an empty journal."""
    journal = open_journal(tmp_path / "journal.sqlite3", a_clock())
    yield journal
    journal.close()


@pytest.fixture
def session(journal: Journal) -> Session:
    """Return a rehearsal that was taken back once and then came to an ending."""
    session = Session(load(SCENE), Rubric({}, {}), journal, 1)
    choose(session, "cake", "stand-still")
    session.take_back(1)
    choose(session, "cake-again", "who-won")
    return session


def choose(session: Session, *choices: str) -> None:
    """Make these choices."""
    for wanted in choices:
        session.choose(next(choice for choice in session.choices if choice.id == wanted))


def a_node(state: str, choice: str, words: str | None = None) -> Node:
    """Return a kept turn of which only this matters."""
    return Node(1, None, state, choice, "hide", 0, "door", ending=False, at="", words=words)


def test_a_kept_run_is_told_as_it_was_played(session: Session, journal: Journal) -> None:
    """Every turn, the ending and the replies are those that the session showed."""
    told = story(journal, session.run)
    assert told.turns == session.turns
    assert told.outcome == session.outcome
    assert told.outcome is not None
    assert [told.reply_to(turn) for turn in told.turns] == [session.reply_to(turn) for turn in session.turns]


def test_a_branch_is_told_by_its_last_turn(session: Session, journal: Journal) -> None:
    """What was taken back can be told too, and has no ending."""
    run = journal.run(session.run)
    assert run is not None
    (left,) = (leaf for leaf in run.leaves if leaf.id != run.current)
    told = story(journal, session.run, left.id)
    assert [turn.choice.id for turn in told.turns] == ["cake", "stand-still"]
    assert told.outcome is None


def test_it_is_told_in_the_text_of_its_time(journal: Journal) -> None:
    """Two runs of one scenario, whose text was changed between them, have each their own words."""
    old = SCENE.read_bytes()
    new = old.replace(b"Who won it?", b"Who has it now?")
    for run, text in (("old", old), ("new", new)):
        journal.begin(run, "by-the-urn", "By the urn", text, run, 1)
        journal.add(run, None, "urn", "cake", "plain-answer", 1, "mop", ending=False)
    assert "Who won it?" in story(journal, "old").turns[0].said
    assert "Who has it now?" in story(journal, "new").turns[0].said


def test_typed_words_are_what_was_said() -> None:
    """Where the user typed, the turn says that and not the author's words."""
    typed, given = (retell(load(SCENE).scenario, [a_node("urn", "cake", words)])[0] for words in ("The cake?", None))
    assert typed.said == "The cake?"
    assert given.said == given.choice.say


@pytest.mark.parametrize(
    "nodes",
    [
        [a_node("urn", "no-such-choice")],
        [a_node("mop", "cake")],
        [a_node("urn", "look-around"), a_node("mop", "cake-again")],
        [a_node("urn", "cake"), a_node("mop", "step-over"), a_node("door", "good-night"), a_node("locked", "cake")],
    ],
    ids=["unknown choice", "another state", "a choice that was not open", "after the ending"],
)
def test_turns_that_the_text_does_not_have_are_refused(nodes: list[Node]) -> None:
    """In a sentence, and nothing is made up."""
    with pytest.raises(GreenroomError, match="Part of this run can't be read"):
        retell(load(SCENE).scenario, nodes)


def test_a_run_that_is_gone_is_refused(journal: Journal) -> None:
    """The sentence says that it is not in the journal."""
    with pytest.raises(GreenroomError, match="not in the journal"):
        story(journal, "nothing")


def test_a_text_that_cannot_be_read_is_told_in_a_sentence(journal: Journal) -> None:
    """What stands in the journal is no scenario: no traceback, and no line of a file that nobody has."""
    rehearse(journal, "broken", "ask")
    with pytest.raises(GreenroomError, match="can't be read any more"):
        story(journal, "broken")


def test_a_run_is_found_by_its_first_letters(journal: Journal) -> None:
    """Enough letters name it, also where a longer id begins with them; otherwise a sentence says what to do."""
    for run in ("abc1", "abc2", "abc22"):
        begin(journal, run)
        play(journal, run, "ask")
    assert [find_run(journal, beginning) for beginning in ("abc1", "abc2")] == ["abc1", "abc2"]
    with pytest.raises(RunNotFoundError, match="3 runs begin with 'ab'"):
        find_run(journal, "ab")
    with pytest.raises(RunNotFoundError, match="greenroom history"):
        find_run(journal, "zz")


def test_it_bears_the_name_that_the_user_gave_it(session: Session, journal: Journal) -> None:
    """A run that was named is told under that name."""
    journal.rename(session.run, "The coffee line, again")
    assert story(journal, session.run).title == "The coffee line, again"
