"""A bag of words that has learnt the sides of choices in other scenarios."""

from greenroom.scenario import Scenario
from greenroom.word_cues import Guesses, guess_sides
from tests.building import a_choice, a_scenario, a_state
from tests.test_cues import side_of


def scene(name: str, **sides: str) -> Scenario:
    """Return a scenario with one decision: by side what is said."""
    choices = [a_choice(side, "end", say=words, move=side) for side, words in sides.items()]
    return a_scenario({"a": a_state(*choices)}, id=name)


def test_words_that_stand_on_one_side_give_it_away() -> None:
    """GIVEN the same words on the same sides in two scenarios THEN each tells all of the other."""
    one = scene("one", relational="Tell me of your bees", transactional="We offer a service")
    two = scene("two", relational="And your bees? Tell me", transactional="Our service, we offer it")
    assert guess_sides([one, two], side_of) == (Guesses("one", 2, 2, 1), Guesses("two", 2, 2, 1))


def test_words_that_change_sides_mislead() -> None:
    """GIVEN the same words on the other sides THEN nothing is told; also not by signs or capitals."""
    one = scene("one", relational="bees bees", transactional="service")
    two = scene("two", relational="Service!", transactional="Bees")
    assert [guess.right for guess in guess_sides([one, two], side_of)] == [0, 0]


def test_a_scenario_alone_has_nothing_to_learn_from() -> None:
    """There is nothing to tell."""
    assert guess_sides([scene("one", relational="a", transactional="b")], side_of) == ()
