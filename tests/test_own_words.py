"""Answers in own words in the terminal: taken, asked about, or left; and kept as they were typed."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from greenroom.journal import open_journal
from greenroom.loading import load
from greenroom.paths import shipped
from greenroom.rubric import Rubric, read_rubric
from greenroom.session import Session, go_on
from greenroom.terminal.own_words import NONE
from greenroom.terminal.stage import TerminalStage
from tests.running import greenroom
from tests.typing_words import lightly_changed

PLANS = [
    (path.stem, plan) for path in sorted(shipped("scenarios").glob("*.toml")) for plan in load(path).scenario.plans
]


def walking_in() -> Session:
    """Return a fresh session of a shipped scenario, with no journal."""
    return Session(load(shipped("scenarios") / "walking-in.toml"), Rubric({}, {}), None, seed=1)


def shown(session: Session, *typed: str) -> str:
    """Return all that the terminal shows when these lines are typed."""
    out = io.StringIO()
    TerminalStage(session, iter(f"{line}\n" for line in typed), out, plain=True).play()
    return out.getvalue()


def made(session: Session) -> list[str | None]:
    """Return the words typed at each turn; None where the author's were chosen."""
    return [turn.words for turn in session.turns]


UNSURE = "Is that a map? And which of them are the harbour board?"
FAR_OFF = "My cousin sells insurance in Ghent"


def test_an_answer_is_taken_as_a_choice_and_the_reason_is_told() -> None:
    """The turn has the typed words; the terminal tells as what they were taken, why, and what the author wrote."""
    session = walking_in()
    lines = shown(session, "is that a map?")
    assert [(turn.choice.id, turn.words) for turn in session.turns] == [("name-the-map", "is that a map?")]
    assert 'Taken as: You ask about the map, because of "map" and a question.' in lines
    assert session.turns[0].choice.words in lines.split("Taken as")[1]
    assert 'You: "is that a map?"' in lines


def test_what_the_coach_finds_in_an_answer_is_told() -> None:
    """Below the author's explanation stands how the typed words read; a number chooses words that nobody typed."""
    session = Session(load(shipped("scenarios") / "walking-in.toml"), read_rubric(shipped("assets")), None, seed=1)
    lines = shown(session, "is that a map? I'd love to pick your brain about it sometime")
    assert "How your own words read:\n    Transactional, vague ask: " in lines
    assert "How your own words read" not in shown(walking_in(), "1")


def test_an_unsure_answer_offers_the_two_nearest_and_none() -> None:
    """Nothing is chosen; three numbers are offered, and the first of them takes the words as that choice."""
    session = walking_in()
    asked = shown(session, UNSURE).split("Which do you mean?")[1]
    assert made(session) == []
    assert [line[:3] for line in asked.splitlines() if line] == ["1  ", "2  ", "3  "]
    assert asked.rstrip().endswith(NONE)
    shown(session, UNSURE, "2")
    assert made(session) == [UNSURE]
    assert session.turns[0].choice.words in asked.splitlines()[3]


def test_none_of_these_shows_all_choices_again() -> None:
    """After `3` nothing has happened, and the numbers are those of the choices."""
    session = walking_in()
    again = shown(session, UNSURE, "3").split(NONE)[1]
    assert all(choice.words in again for choice in session.choices)
    shown(session, UNSURE, "3", "4")
    assert [(turn.choice, turn.words) for turn in session.turns] == [(walking_in().choices[3], None)]


def test_an_unsure_answer_can_be_said_in_other_words() -> None:
    """Instead of a number one may type again; another number or a command leaves the question standing."""
    session = walking_in()
    shown(session, UNSURE, "9", "?", "is that a map?")
    assert made(session) == ["is that a map?"]
    session = walking_in()
    shown(session, UNSURE, "9", "?", "1")
    assert made(session) == [UNSURE]


def test_far_off_the_partner_waits() -> None:
    """It is said that one cannot tell, all choices are offered, and a number then means the author's words."""
    session = walking_in()
    assert "I can't tell how Eleanor would take that. Which of these is closest?" in shown(session, FAR_OFF)
    assert made(session) == []
    shown(session, FAR_OFF, "1")
    assert made(session) == [None]


@pytest.mark.parametrize("typed", ["s is this a map", "q, is that a map?", "b is for bees, is it a map", "w, a map?"])
def test_a_sentence_may_begin_with_a_commands_letter(typed: str) -> None:
    """Only the letter alone is the command."""
    session = walking_in()
    assert "no such turn" not in shown(session, typed)
    assert [turn.choice.id for turn in session.turns] == ["name-the-map"]


def test_codes_that_steer_a_terminal_are_not_said() -> None:
    """An escape code in a line reaches neither the turn nor the page."""
    session = walking_in()
    assert "\x1b" not in shown(session, "is that\x1b[2J a map?\t really")
    assert session.turns[0].words == "is that[2J a map? really"


def test_a_run_that_goes_on_shows_the_typed_words(tmp_path: Path) -> None:
    """After a break what one typed stands in the conversation, not what the author wrote."""
    journal = open_journal(tmp_path / "journal.sqlite3", lambda: datetime.now(UTC))
    loaded = load(shipped("scenarios") / "walking-in.toml")
    session = Session(loaded, Rubric({}, {}), journal, seed=1)
    shown(session, "is that a map?")
    run = journal.run(session.run)
    assert run is not None
    assert 'You: "is that a map?"' in shown(go_on(run, Rubric({}, {}), journal))
    journal.close()


def test_the_history_has_the_typed_words(tmp_path: Path) -> None:
    """`history --json` gives them with the turn; `play` takes them through a pipe."""
    greenroom(tmp_path, "play", "walking-in", "--seed", "1", typed="is that a map?\nq\n")
    assert '"words": "is that a map?"' in greenroom(tmp_path, "history", "--json").stdout


@pytest.mark.parametrize(("scenario_id", "plan"), PLANS)
def test_every_plan_of_what_is_shipped_can_be_played_in_own_words(scenario_id: str, plan: str) -> None:
    """Typing what each choice says, lightly changed, leads to the debrief of the plan's ending; no number is needed."""
    loaded = load(shipped("scenarios") / f"{scenario_id}.toml")
    session, out = Session(loaded, read_rubric(shipped("assets")), None, seed=2), io.StringIO()
    planned = loaded.scenario.plans[plan]

    def typed() -> Iterator[str]:
        for choice_id in planned.choices:
            yield lightly_changed(next(choice for choice in session.choices if choice.id == choice_id))

    TerminalStage(session, typed(), out, plain=True).play()
    assert session.outcome is not None
    assert session.outcome.ending_id == planned.ending
    assert all(turn.words for turn in session.turns)
    assert f"\n{session.outcome.ending.title}\n" in out.getvalue()
