"""Runs side by side: where they part and meet, and what the reading makes of it."""

from typing import NamedTuple

import pytest

from greenroom.comparing import Comparison, compare, question, reading
from greenroom.errors import GreenroomError
from greenroom.loading import load
from greenroom.paths import shipped
from greenroom.retelling import Story
from greenroom.rubric import Rubric, read_rubric
from greenroom.scenario import Branch, Partner, Requirement, Scenario
from greenroom.session import Session
from tests.building import a_choice, a_scenario, a_state
from tests.telling import STARTED, a_story

NO_RUBRIC = Rubric({}, {})


def a_walk() -> Scenario:
    """Return a scenario in which one can part at the gate, meet by the pond, and part again at the bench."""
    cold, warm = Requirement(openness_at_most=0), Requirement(openness_at_least=1)
    return a_scenario(
        {
            "gate": a_state(a_choice("hello", "path"), label="The gate"),
            "path": a_state(
                a_choice("ask", "pond", label="You ask about the dog", openness=2, learns=("dog",)),
                a_choice("pitch", "wood", label="You bring up work", openness=-1, move="pitch-first"),
                label="The path",
            ),
            "wood": a_state(a_choice("wait", "pond"), label="The wood"),
            "pond": a_state(
                a_choice("sit", (Branch(to="bench", requires=warm), Branch(to="stile")), label="You sit down"),
                a_choice("call", "end", label="You call the dog", requires=Requirement(knows=("dog",))),
                a_choice("hurry", "end", label="You hurry on", requires=cold),
                label="The pond",
            ),
            "bench": a_state(a_choice("stay", "end"), a_choice("rise", "other-end"), label="The bench"),
            "stile": a_state(a_choice("climb", "bench"), label="The stile"),
        },
        endings=("end", "other-end"),
        partner=Partner(name="Ilse Brandt", role="Baker", portrait="priya", wants="A seat."),
    )


WARM = ("hello", "ask", "sit", "stay")
COOL = ("hello", "pitch", "wait", "sit", "climb", "rise")


def a_comparison() -> Comparison:
    """Return two walks that part, meet, and part again."""
    return compare([a_story(a_walk(), *WARM), a_story(a_walk(), *COOL)])


def told(*stories: Story) -> str:
    """Return the reading of a comparison, on one line."""
    return " ".join(reading(compare(stories), NO_RUBRIC))


def test_runs_part_and_meet_and_part_again() -> None:
    """The rows say what is shared, where it parts, and where both are in one place again."""
    comparison = a_comparison()
    kinds = [(row.is_shared, row.is_parting, row.is_meeting) for row in comparison.rows]
    shared, parts, alone = (True, False, False), (False, True, False), (False, False, False)
    meets = (True, False, True)
    assert kinds == [shared, parts, alone, meets, alone, (False, True, True)]
    assert comparison.opening == 1


def test_the_same_choice_in_other_words_is_no_parting() -> None:
    """Typed words differ, the way does not: they stand side by side, and nothing parts or meets."""
    typed = a_story(a_walk(), *WARM[:2], words="Is he friendly?")
    comparison = compare([a_story(a_walk(), *WARM[:2]), typed])
    assert [(row.is_shared, row.is_parting, row.is_meeting) for row in comparison.rows] == [
        (True, False, False),
        (False, False, False),
    ]
    assert "the same is said in other words" in " ".join(reading(comparison, NO_RUBRIC))


def test_fewer_than_two_runs_are_refused() -> None:
    """One run beside nothing is a sentence that says what to do."""
    with pytest.raises(GreenroomError, match="two runs"):
        compare([a_story(a_walk(), *WARM)])


def test_runs_of_two_scenarios_are_refused() -> None:
    """The sentence names both."""
    other = a_scenario({"room": a_state(a_choice("go", "end"))}, id="elsewhere", title="Elsewhere")
    with pytest.raises(GreenroomError, match='"A scene" and "Elsewhere"'):
        compare([a_story(a_walk(), *WARM), a_story(other, "go")])


def test_the_question_names_the_partner_by_first_name() -> None:
    """It asks what differs before anything is read out."""
    assert question(a_comparison()) == "What differs here, and what does it change for Ilse?"


def test_the_reading_says_what_each_did_where_they_part() -> None:
    """The label of both choices, and what it changed for the partner, in words."""
    text = told(a_story(a_walk(), *WARM), a_story(a_walk(), *COOL))
    assert 'they part at "The path"' in text
    assert 'In the first run: "You ask about the dog"' in text
    assert 'In the second run: "You bring up work"' in text
    assert "Ilse is far more open in the first run than in the second run" in text


def test_the_reading_says_where_they_meet_and_what_is_possible_there() -> None:
    """A choice open in one run only comes with what the other had not done; so does what came up in one only."""
    text = told(a_story(a_walk(), *WARM), a_story(a_walk(), *COOL))
    assert 'They meet again at "The pond", turn 3 of the first run and turn 4 of the second run.' in text
    assert '"You call the dog" is open in the first run only.' in text
    assert 'In the second run: You had not chosen "You ask about the dog".' in text
    assert '"You hurry on" is open in the second run only. In the first run: Ilse was too much at ease' in text
    assert 'What came up with "You ask about the dog" is known in the first run only.' in text


def test_the_reading_tells_both_endings_and_gives_no_verdict() -> None:
    """Each run's ending, what is said a week later, and no better or worse."""
    text = told(a_story(a_walk(), *WARM), a_story(a_walk(), *COOL))
    assert 'The first run ends in "end". A week later Ilse says: "It ended."' in text
    assert 'The second run ends in "other-end".' in text
    assert text.endswith("Neither is the right answer.")


def test_a_run_that_was_left_is_told_as_far_as_it_goes() -> None:
    """A run without an ending says so, and which of them goes on."""
    text = told(a_story(a_walk(), *WARM), a_story(a_walk(), "hello"))
    assert "only the first run goes on" in text
    assert "The second run stops after turn 1, without an ending." in text


def test_equal_runs_have_no_difference_to_tell() -> None:
    """No parting is made up, and no answer is called wrong."""
    text = told(a_story(a_walk(), *WARM), a_story(a_walk(), *WARM))
    assert text.startswith("Both runs are the same from beginning to end.")
    assert "right answer" not in text


def test_a_run_with_a_name_is_called_by_it() -> None:
    """What the user calls a run is what the reading calls it; three runs are all named."""
    text = told(
        a_story(a_walk(), *WARM, title="With the dog"), a_story(a_walk(), *COOL), a_story(a_walk(), "hello", "ask")
    )
    assert 'In "With the dog": "You ask about the dog"' in text
    assert "In the third run:" in text
    assert "None of them is the right answer." in text


def test_of_three_runs_none_is_called_the_other() -> None:
    """Where three choices leave the partner equally open, that is said of each."""
    scenario = a_scenario({"room": a_state(*(a_choice(name, "end") for name in "abc"))})
    text = told(*(a_story(scenario, name) for name in "abc"))
    assert "is as open after each of them." in text


def test_runs_without_a_turn_can_be_compared() -> None:
    """Nothing has happened in either, and that is told without fault."""
    assert "without an ending" in told(a_story(a_walk()), a_story(a_walk()))


class Pair(NamedTuple):
    """Two runs of a shipped scenario, and the states in which they part, meet, and part again."""

    scenario: str
    one: tuple[str, ...]
    other: tuple[str, ...]
    states: tuple[str, str, str]


SHIPPED = (
    Pair(
        "walking-in",
        ("the-radiator", "to-have-been", "five-to", "on-the-left", "swap-numbers"),
        ("the-radiator", "one-conversation", "five-to", "before-he-came", "third-stair"),
        ("why-here", "allowed", "fifth-coat"),
    ),
    Pair(
        "after-a-year",
        ("i-owe-you", "one-will-do", "close-it", "back-of-hand"),
        ("i-owe-you", "ninth-try", "close-it", "to-bed"),
        ("four-sorries", "a-line-of-yours", "lid-down"),
    ),
    Pair(
        "asking-for-help",
        ("piece-of-cake", "other-sock", "at-the-bank", "better-be-off"),
        ("piece-of-cake", "two-spoons", "at-the-bank", "cake-wont-mend-it", "as-soon-as-im-home"),
        ("by-the-radiator", "how-are-you", "too-much"),
    ),
)


def played(scenario: str, choices: tuple[str, ...]) -> Story:
    """Play a shipped scenario as the window does, and return what happened."""
    loaded = load(shipped("scenarios") / f"{scenario}.toml")
    session = Session(loaded, NO_RUBRIC, None, 1)
    for wanted in choices:
        session.choose(next(choice for choice in session.choices if choice.id == wanted))
    return Story(session.run, "", STARTED, session.scenario, session.turns)


@pytest.mark.parametrize("pair", SHIPPED, ids=[pair.scenario for pair in SHIPPED])
def test_runs_of_what_is_shipped_part_and_meet_and_part_again(pair: Pair) -> None:
    """Played through the session, the runs begin together, and part and meet where they do in the scenario."""
    comparison = compare([played(pair.scenario, pair.one), played(pair.scenario, pair.other)])
    first, parting, meeting, again = comparison.rows[:4]
    parts, meets, parts_again = pair.states
    assert first.is_shared
    assert (parting.is_parting, parting.turns[0] and parting.turns[0].state) == (True, parts)
    assert (meeting.is_meeting, meeting.is_shared, meeting.turns[0] and meeting.turns[0].state) == (True, True, meets)
    assert (again.is_parting, again.turns[0] and again.turns[0].state) == (True, parts_again)
    text = " ".join(reading(comparison, read_rubric(shipped("assets"))))
    states = comparison.scenario.states
    assert f'they part at "{states[parts].label}"' in text
    assert f'They meet again at "{states[meets].label}"' in text
    assert f'They part again at "{states[parts_again].label}"' in text
