"""Strategies that see the words and do not understand them."""

import pytest

from greenroom.cues import Cue, find_cues
from greenroom.scenario import Choice, Scenario
from tests.building import a_choice, a_scenario, a_state


def side_of(move: str) -> str:
    """Return the side of the moves in these tests, which are called after it."""
    return move


def decision(relational: str, *others: str) -> Scenario:
    """Return a scenario with one decision between a relational choice and others, said in these words."""
    choices = [_said(relational, "relational"), *(_said(words, "transactional") for words in others)]
    return a_scenario({"a": a_state(*choices)})


def _said(words: str, side: str) -> Choice:
    return a_choice(f"choice-{len(words)}", "end", say=words, move=side)


def cue(strategy: str, *scenarios: Scenario) -> Cue:
    """Return how one strategy does."""
    return next(cue for cue in find_cues(scenarios, side_of) if cue.strategy == strategy)


@pytest.mark.parametrize(
    ("strategy", "picked", "other"),
    [
        ("the longest", "Tell me of the bees on the roof", "Tell me"),
        ("the shortest", "Bees", "Tell me of the roof"),
        ("with a question mark", "Bees?", "Bees"),
        ("without a question mark", "Bees", "Bees?"),
        ("with a number or a name", "It was Priya", "I said so"),
        ("with a number or a name", "At 5", "At five"),
        ("the most hedged", "Maybe I might", "I will"),
        ("the politest", "Thank you, please", "Give it"),
        ("the most exclamation marks", "Oh!", "Oh"),
        ("the most 'you'", "You and your bees", "The bees"),
        ("the least 'I'", "The bees", "I like my bees"),
    ],
)
def test_a_cue_that_always_marks_the_relational_choice_is_found(strategy: str, picked: str, other: str) -> None:
    """It is taken every time where chance takes it every second time; marked the other way round, never."""
    assert cue(strategy, decision(picked, other)).advantage == 0.5
    assert cue(strategy, decision(other, picked)).advantage == -0.5


def test_a_cue_that_tells_nothing_does_as_well_as_chance() -> None:
    """Where all choices look the same to it, it takes any of them."""
    found = cue("the most exclamation marks", decision("Bees", "Tea", "Map"))
    assert found.picked == pytest.approx(1 / 3)
    assert found.advantage == 0


def test_ties_are_shared() -> None:
    """Of two that are equally long and longest, one relational, half a relational choice is taken."""
    assert cue("the longest", decision("Bees", "Maps", "Tea")).picked == 0.5


def test_decisions_that_are_none_do_not_count() -> None:
    """A state in which every choice is on one side says nothing about cues."""
    scenario = a_scenario({"a": a_state(_said("Bees", "relational"), _said("Tea", "relational"))})
    found = cue("the longest", scenario)
    assert (found.decisions, found.advantage) == (0, 0)


def test_several_scenarios_are_taken_together() -> None:
    """A cue for one side in one scenario and for the other in the next is none over both."""
    scenarios = (decision("Tell me of the bees", "Tea"), decision("Tea", "Tell me of the bees"))
    found = cue("the longest", *scenarios)
    assert (found.decisions, found.advantage) == (2, 0)


def test_what_is_done_counts_by_its_words_too() -> None:
    """A choice without speech is seen by what the reader sees of it."""
    silent = a_choice("wait", "end", say=None, do="You wait a little longer than is comfortable.", move="relational")
    found = cue("the longest", a_scenario({"a": a_state(silent, _said("Tea", "transactional"))}))
    assert found.advantage == 0.5
