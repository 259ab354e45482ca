"""Answers in own words: which choice they are taken as, when the matcher asks, and when it cannot tell."""

import pytest

from greenroom.loading import load
from greenroom.matching import Match, Matcher
from greenroom.paths import shipped
from greenroom.scenario import Choice, Scenario
from tests.building import a_choice, a_scenario, a_state
from tests.typing_words import lightly_changed

MAP = a_choice(
    "map",
    "end",
    say="Is that a map? It isn't of this room.",
    label="You ask about the map",
    also=("What map is that?",),
)
BOARD = a_choice("board", "end", say="Which of them are the harbour board?", label="You ask for the harbour board")
HEAT = a_choice("heat", "end", say="You've found the only radiator, though.", label="A word about the radiator")
SORRY = a_choice("sorry", "end", say="I'm sorry, I took you for somebody else.", label="You apologise")
CHOICES = (MAP, BOARD, HEAT, SORRY)
FILLING = ("Then there was rain, and the room was full of people who stood about and talked of boats.",) * 3


def a_room() -> Scenario:
    """Return a scenario with some words besides those of the choices."""
    return a_scenario({"room": a_state(*CHOICES, narration=" ".join(FILLING))})


def taken(words: str) -> Match:
    """Return how an answer is taken in the room."""
    return Matcher(a_room()).match(words, CHOICES)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("is this a map", MAP),
        ("What are you drawing, a map?", MAP),
        ("Do you know who the harbour board are?", BOARD),
        ("That radiator looks warm.", HEAT),
        ("harbuor baord?", BOARD),
        ("the RADIATORS!!", HEAT),
    ],
)
def test_an_answer_with_the_authors_word_is_taken_as_that_choice(words: str, meant: Choice) -> None:
    """Other sentences, other forms of the word, other letters or typing errors do not hide what is meant."""
    assert taken(words).choice == meant


def test_what_an_answer_does_tells_as_well() -> None:
    """An apology in words that the author did not use is the nearest to the choice that apologises."""
    match = taken("I do apologise, how stupid of me")
    assert SORRY in (match.choice, *match.nearest[:1])


def test_the_reason_is_in_the_words_of_the_answer() -> None:
    """It names the word as it was typed, and what the answer does."""
    assert taken("Is that a map?").because == '"map" and a question'


def test_two_acts_at_once_are_asked_about() -> None:
    """Where one sentence means one choice and the next another, the user says which."""
    match = taken("That radiator looks warm. Which is the harbour board?")
    assert match.choice is None
    assert set(match.nearest) == {HEAT, BOARD}


@pytest.mark.parametrize("words", ["My cousin sells insurance in Ghent", "zzz", "Привет", "地図ですか", "..."])
def test_what_is_far_from_every_choice_is_taken_as_none(words: str) -> None:
    """Another subject, another script or no word at all: nothing is chosen and nothing guessed."""
    assert taken(words) == Match()


def test_the_partners_name_tells_nothing() -> None:
    """Whom one speaks to is no reason to take an answer as a choice that happens to name them too."""
    named = a_choice("named", "end", say="Ilse, there is a seat.", label="You offer the seat")
    scenario = a_scenario({"room": a_state(named, MAP, narration=" ".join(FILLING))})
    assert Matcher(scenario).match("Ilse", (named, MAP)).choice is None


def test_one_choice_alone_is_not_taken_whatever_is_said() -> None:
    """Also where only one choice is on offer, an answer has to mean it."""
    assert Matcher(a_room()).match("My cousin sells insurance in Ghent", (MAP,)).choice is None
    assert Matcher(a_room()).match("Is that a map?", (MAP,)).choice == MAP


@pytest.mark.parametrize("words", ["a" * 1_000_000, "map? " * 200_000, ". " * 500_000, "sorry, " * 100_000, "é̂" * 9999])
def test_a_text_of_any_length_is_answered_at_once(words: str) -> None:
    """Only its beginning is looked at; a pattern that ran away over a megabyte would not come back at all."""
    assert isinstance(taken(words), Match)


SHIPPED = [
    pytest.param(load(path).scenario, state_id, id=f"{path.stem}-{state_id}")
    for path in sorted(shipped("scenarios").glob("*.toml"))
    for state_id in load(path).scenario.states
]


@pytest.mark.parametrize(("scenario", "state_id"), SHIPPED)
def test_the_authors_words_lightly_changed_are_taken_as_that_choice(scenario: Scenario, state_id: str) -> None:
    """In every state of every shipped scenario, among all choices that may ever be on offer there."""
    choices = scenario.states[state_id].choices
    matcher = Matcher(scenario)
    for choice in choices:
        assert matcher.match(lightly_changed(choice), choices).choice == choice
