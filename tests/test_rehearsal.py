"""The rehearsal: choices, guards, effects, and the way back."""

import pytest

from greenroom.errors import ChoiceNotOpenError
from greenroom.rehearsal import Rehearsal
from greenroom.scenario import Branch, Choice, Requirement
from tests.bench.generated import large
from tests.building import a_choice, a_scenario, a_state

ASK = a_choice("ask", "bees", openness=2, learns=("bees",))
WARM_ONLY = a_choice("warm-only", "end", requires=Requirement(openness_at_least=2))
KNOWING = a_choice("knowing", "end", requires=Requirement(knows=("bees",)))
IGNORANT = a_choice("ignorant", "end", requires=Requirement(lacks=("bees",)))
DEPENDS = a_choice("depends", (Branch(to="warm", requires=Requirement(openness_at_least=2)), Branch(to="cool")))
SCENE = a_scenario(
    {
        "window": a_state(ASK, WARM_ONLY, KNOWING, IGNORANT, a_choice("stay", "window", openness=-2)),
        "bees": a_state(WARM_ONLY, KNOWING, IGNORANT, DEPENDS, a_choice("back", "window", openness=1)),
    },
    endings=("end", "warm", "cool"),
)


def rehearse(*ids: str) -> Rehearsal:
    """Return a rehearsal of the scene in which these choices have been made."""
    rehearsal = Rehearsal(SCENE)
    for choice_id in ids:
        rehearsal.choose(by_id(rehearsal, choice_id))
    return rehearsal


def by_id(rehearsal: Rehearsal, choice_id: str) -> Choice:
    """Return the choice of that id in the present state, on offer or not."""
    return next(choice for choice in SCENE.states[rehearsal.state].choices if choice.id == choice_id)


def offered(rehearsal: Rehearsal) -> list[str]:
    """Return the ids of the choices on offer."""
    return [choice.id for choice in rehearsal.open_choices()]


def test_only_choices_whose_requirements_hold_are_on_offer() -> None:
    """What has not been learnt, and a partner who is not open, keep choices closed until they are."""
    assert offered(rehearse()) == ["ask", "ignorant", "stay"]
    assert offered(rehearse("ask")) == ["warm-only", "knowing", "depends", "back"]


def test_a_closed_choice_is_refused_and_changes_nothing() -> None:
    """Choosing what is not on offer leaves state, openness, facts and turns as they were."""
    rehearsal = rehearse("ask")
    with pytest.raises(ChoiceNotOpenError, match="ignorant"):
        rehearsal.choose(IGNORANT)
    assert (rehearsal.state, rehearsal.openness, rehearsal.facts) == ("bees", 2, frozenset({"bees"}))
    assert len(rehearsal.turns) == 1


def test_a_choice_of_another_state_is_refused() -> None:
    """A choice object kept from elsewhere cannot be played here."""
    with pytest.raises(ChoiceNotOpenError):
        rehearse().choose(DEPENDS)


@pytest.mark.parametrize(("ids", "ending"), [(["ask", "depends"], "warm"), (["stay", "ask", "depends"], "cool")])
def test_the_same_line_lands_by_how_open_the_partner_is(ids: list[str], ending: str) -> None:
    """Of several branches the first that holds is taken, judged before the choice's own effect."""
    outcome = rehearse(*ids).outcome
    assert outcome is not None
    assert outcome.ending_id == ending


def test_openness_stays_between_its_bounds() -> None:
    """However often something closes or opens the partner, openness stays from -3 to 3."""
    assert rehearse("stay", "stay", "stay").openness == -3
    assert rehearse("ask", "back", "ask").openness == 3


def test_a_turn_says_what_happened() -> None:
    """A turn has its number, where it was made, where it led and what it moved."""
    turn = rehearse("stay", "ask").turns[-1]
    assert (turn.number, turn.state, turn.choice, turn.to) == (2, "window", ASK, "bees")
    assert (turn.openness_before, turn.openness, turn.shift) == (-2, 0, 2)


def test_an_ending_has_no_choices_and_an_outcome() -> None:
    """At an ending nothing more can be chosen, and the outcome tells which ending it is."""
    rehearsal = rehearse("ask", "knowing")
    assert rehearsal.open_choices() == ()
    assert rehearsal.outcome is not None
    assert rehearsal.outcome.ending == SCENE.endings["end"]


@pytest.mark.parametrize("keep", range(5))
def test_take_back_restores_any_turn_exactly(keep: int) -> None:
    """After a take-back state, openness, facts and offers are those of a fresh run of the turns kept."""
    ids = ["stay", "ask", "back", "ask", "knowing"]
    rehearsal, fresh = rehearse(*ids), rehearse(*ids[:keep])
    rehearsal.take_back(keep)
    assert (rehearsal.state, rehearsal.openness, rehearsal.facts) == (fresh.state, fresh.openness, fresh.facts)
    assert rehearsal.turns == fresh.turns
    assert offered(rehearsal) == offered(fresh)


def test_one_can_go_another_way_after_an_ending() -> None:
    """A take-back from an ending opens the conversation again."""
    rehearsal = rehearse("ask", "knowing")
    rehearsal.take_back(1)
    rehearsal.choose(DEPENDS)
    assert rehearsal.outcome is not None
    assert rehearsal.outcome.ending_id == "warm"


def test_taking_back_nothing_changes_nothing() -> None:
    """To keep as many turns as there are, or more, is to stay."""
    rehearsal = rehearse("stay", "ask")
    rehearsal.take_back(7)
    assert [turn.choice.id for turn in rehearsal.turns] == ["stay", "ask"]


def test_two_thousand_states_share_a_handful_of_triggers() -> None:
    """The machine of a large scenario has no trigger for each choice, which would make every offer slow."""
    assert len(Rehearsal(large())._machine.events) == 3
