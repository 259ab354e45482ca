"""The rehearsal in plain lines."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from greenroom.loading import load
from greenroom.paths import shipped
from greenroom.rubric import read_rubric
from greenroom.scenario import Requirement
from greenroom.session import Session
from greenroom.terminal.stage import NOTHING_OPEN, TerminalStage
from tests.building import a_choice, a_scenario, a_state, as_loaded

SCENE = Path(__file__).parent / "scenes" / "by-the-urn.toml"


def session_of_the_scene() -> Session:
    """Return a fresh session with a fixed seed and no journal."""
    return Session(load(SCENE), read_rubric(shipped("assets")), None, seed=1)


def lines_played(*typed: str, session: Session | None = None, plain: bool = True) -> str:
    """Return all that the terminal shows when these lines are typed."""
    out = io.StringIO()
    TerminalStage(session or session_of_the_scene(), iter(f"{line}\n" for line in typed), out, plain=plain).play()
    return out.getvalue()


def to_an_ending(session: Session) -> list[str]:
    """Return the numbers to type to come to the scene's first ending, leaving `session` at its start."""
    while not session.outcome:
        session.choose(session.choices[0])
    count = len(session.turns)
    session.take_back(0)
    return ["1"] * count


def test_a_rehearsal_plays_to_its_debrief() -> None:
    """Numbers alone lead to the ending, what they say a week later, and the if-then to carry."""
    session = session_of_the_scene()
    shown = lines_played(*to_an_ending(session), session=session)
    assert session.outcome is not None
    ending = session.outcome.ending
    for text in (ending.title, ending.text, ending.later, ending.carry, session.scenario.partner.wants):
        assert text in shown


def test_a_choice_shows_reply_landing_move_and_source() -> None:
    """After a choice come their words, what went through their mind, the move's side, why, and the source."""
    session = session_of_the_scene()
    choice = session.choices[0]
    shown = lines_played("1", session=session)
    reply = session.reply_to(session.turns[0])
    assert reply is not None
    for text in (reply.says, choice.landed, choice.why, "Source: "):
        assert text in shown


def test_sides_are_not_shown_before_the_choice() -> None:
    """The opening and the first choices name no side and no move."""
    shown = lines_played()
    assert "elational" not in shown
    assert "ransactional" not in shown


def test_take_back_goes_one_turn_or_to_any_turn() -> None:
    """`b` takes the last turn back, `b 1` all of them."""
    session = session_of_the_scene()
    lines_played("1", "1", "b", session=session)
    assert [turn.number for turn in session.turns] == [1]
    lines_played("1", "b 1", session=session)
    assert [turn.number for turn in session.turns] == []


def test_one_can_take_back_from_the_ending() -> None:
    """After the debrief `b` goes on before the last turn."""
    session = session_of_the_scene()
    typed = to_an_ending(session)
    lines_played(*typed, "b", session=session)
    assert session.outcome is None
    assert len(session.turns) == len(typed) - 1


def test_the_other_responses_are_shown_only_after_choosing() -> None:
    """`w` asks to choose first; then it shows how the others would have landed."""
    session = session_of_the_scene()
    other = session.choices[1]
    assert other.landed not in lines_played("w", session=session)
    assert other.landed in lines_played("1", "w", session=session)


@pytest.mark.parametrize("typed", ["", "9", "0", "-1", "²", "hello", "1 2 3x", "\x00", "b", "b 4"])
def test_whatever_is_typed_is_answered_in_a_sentence(typed: str) -> None:
    """A line that is no choice changes nothing and is answered; the rehearsal goes on."""
    session = session_of_the_scene()
    before = lines_played(session=session)
    after = lines_played(typed, session=session)
    assert len(after) > len(before)
    assert session.turns == ()


def test_input_that_ends_leaves_the_rehearsal_where_it_stands() -> None:
    """When the lines run out, the turns made stay made."""
    session = session_of_the_scene()
    lines_played("1", session=session)
    assert len(session.turns) == 1


def test_by_itself_it_plays_the_same_with_the_same_seed() -> None:
    """`--auto` reaches an ending, and the same one again."""
    shown = []
    for _ in range(2):
        out = io.StringIO()
        assert TerminalStage(session_of_the_scene(), iter(()), out, plain=True).play_by_itself(4)
        shown.append(out.getvalue())
    assert shown[0] == shown[1]


def test_plain_lines_have_no_styles() -> None:
    """Through a pipe no escape codes are written; in a terminal headings are styled."""
    assert "\x1b" not in lines_played("1")
    assert "\x1b[1m" in lines_played("1", plain=False)


def session_with_nothing_open() -> Session:
    """Return a session that stands where no choice is open, which a file that is too large to look through may have."""
    closed = a_choice("more", "end", requires=Requirement(knows=("nothing-known",)))
    states = {"room": a_state(a_choice("in", "corner")), "corner": a_state(closed)}
    session = Session(as_loaded(a_scenario(states)), read_rubric(shipped("assets")), None, seed=1)
    session.choose(session.choices[0])
    return session


def test_where_nothing_is_open_one_is_told_the_way_back() -> None:
    """Whatever is typed is answered with the way back, and that way leads on."""
    session = session_with_nothing_open()
    assert lines_played("1", session=session).count(NOTHING_OPEN) == 2
    assert "in!" in lines_played("b", session=session)


def test_by_itself_it_stops_where_nothing_is_open() -> None:
    """It says so and comes to no ending."""
    out = io.StringIO()
    assert not TerminalStage(session_with_nothing_open(), iter(()), out, plain=True).play_by_itself(4)
    assert out.getvalue().endswith(f"{NOTHING_OPEN}\n")


def choice_numbered(shown: str, words: str) -> str:
    """Return the number under which these words were last shown."""
    numbers: list[str] = re.findall(rf'^(\d+)  ["\[]{re.escape(words)}["\]]', shown, re.MULTILINE)
    return numbers[-1]


@pytest.mark.parametrize(
    ("scenario_id", "plan"),
    [(path.stem, plan) for path in sorted(shipped("scenarios").glob("*.toml")) for plan in load(path).scenario.plans],
)
def test_every_plan_of_what_is_shipped_can_be_played_by_its_numbers(scenario_id: str, plan: str) -> None:
    """Typing the number under which each choice of a plan is shown leads to the debrief of the plan's ending."""
    loaded = load(shipped("scenarios") / f"{scenario_id}.toml")
    session, out = Session(loaded, read_rubric(shipped("assets")), None, seed=2), io.StringIO()
    planned = loaded.scenario.plans[plan]

    def typed() -> Iterator[str]:
        for choice_id in planned.choices:
            choices = loaded.scenario.states[state_of(session)].choices
            wanted = next(choice for choice in choices if choice.id == choice_id)
            yield f"{choice_numbered(out.getvalue(), wanted.words)}\n"

    TerminalStage(session, typed(), out, plain=True).play()
    title = loaded.scenario.endings[planned.ending].title
    assert f"\n{title}\n{'-' * len(title)}\n" in out.getvalue()


def state_of(session: Session) -> str:
    """Return the id of the state in which the session stands."""
    return session.turns[-1].to if session.turns else session.scenario.start
