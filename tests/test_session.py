"""The session: the order of choices, the choices not made, and where nothing is left to answer."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greenroom.errors import ChoiceNotOpenError
from greenroom.loading import Loaded, load
from greenroom.rubric import Rubric
from greenroom.scenario import Requirement, Scenario
from greenroom.session import Session
from tests.building import a_choice, a_scenario, a_state, as_loaded
from tests.generating import scenarios

SCENE = Path(__file__).parent / "scenes" / "by-the-urn.toml"
NO_RUBRIC = Rubric({}, {})


@pytest.fixture
def loaded() -> Loaded:
    """Return the scene."""
    return load(SCENE)


def play(session: Session, turns: int) -> None:
    """Make the first choice on offer, so many times."""
    for _ in range(turns):
        session.choose(session.choices[0])


def test_the_order_of_choices_depends_on_the_seed_alone(loaded: Loaded) -> None:
    """The same seed shows the same order; among twenty seeds more than one order is seen."""
    orders = [[choice.id for choice in Session(loaded, NO_RUBRIC, None, seed).choices] for seed in [*range(20), 7]]
    assert orders[7] == orders[-1]
    assert len({tuple(order) for order in orders}) > 1


def test_every_position_holds_every_choice_now_and_then(loaded: Loaded) -> None:
    """The place of a choice tells nothing: over many seeds each choice stands in each place."""
    orders = [[choice.id for choice in Session(loaded, NO_RUBRIC, None, seed).choices] for seed in range(60)]
    for place in zip(*orders, strict=True):
        assert set(place) == set(orders[0])


def test_the_other_choices_are_those_that_were_on_offer(loaded: Loaded) -> None:
    """Asked later, they are the offers of that turn in the order shown, without the one chosen."""
    session = Session(loaded, NO_RUBRIC, None, 5)
    offered = session.choices
    turn = session.choose(offered[1])
    play(session, 1)
    assert session.other_choices(turn) == (offered[0], *offered[2:])


@given(scenarios(), st.lists(st.integers(0, 8), max_size=8))
@settings(max_examples=100)
def test_another_choice_would_have_led_where_it_leads_when_made(scenario: Scenario, picks: list[int]) -> None:
    """What is told of each choice that was also on offer is what one comes to who goes back and makes it."""
    session = Session(as_loaded(scenario), NO_RUBRIC, None, 5)
    for pick in picks:
        if session.choices:
            session.choose(session.choices[pick % len(session.choices)])
    told = [
        (turn.number, choice, session.led_to_instead(turn, choice))
        for turn in session.turns
        for choice in session.other_choices(turn)
    ]
    for number, choice, led_to in reversed(told):
        session.take_back(number - 1)
        session.choose(choice)
        assert led_to == (session.outcome.ending if session.outcome else session.state)


def test_what_was_known_decides_what_was_on_offer(loaded: Loaded) -> None:
    """Where a choice would have led can be told when one knew enough to make it; else asking is refused."""
    session = Session(loaded, NO_RUBRIC, None, 5)
    cake, _, look_around = loaded.scenario.states["urn"].choices
    step_over, cake_again, _ = loaded.scenario.states["mop"].choices
    session.choose(cake)
    assert session.led_to_instead(session.choose(step_over), cake_again) == loaded.scenario.states["door"]
    session.take_back(0)
    session.choose(look_around)
    with pytest.raises(ChoiceNotOpenError, match="was not on offer"):
        session.led_to_instead(session.choose(step_over), cake_again)


def test_stuck_where_nothing_can_be_answered() -> None:
    """A conversation is stuck where no choice is open; not where one is, and not at an ending."""
    locked = a_choice("unlock", "end", requires=Requirement(knows=("a-key",)))
    scenario = a_scenario({"hall": a_state(a_choice("wait", "door"), a_choice("go", "end")), "door": a_state(locked)})
    session = Session(as_loaded(scenario), NO_RUBRIC, None, 5)
    wait, go = scenario.states["hall"].choices
    assert not session.is_stuck
    session.choose(wait)
    assert session.is_stuck
    session.take_back(0)
    session.choose(go)
    assert not session.is_stuck
