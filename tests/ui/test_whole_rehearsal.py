"""Every ending of the shipped scenarios is reached in the window, by mouse alone and by keys alone."""

from collections.abc import Callable

import pytest

from greenroom.journal import Journal
from greenroom.library import Library
from greenroom.loading import load
from greenroom.paths import shipped
from greenroom.rehearsal import Rehearsal
from greenroom.scenario import Plan, Scenario
from greenroom.turns import Outcome
from tests.shipped_scenes import SHIPPED
from tests.ui.driving import Driver
from tests.ui.planned import number_of, plan_to, plans_by_length, play, row_of, rows

SCENARIOS = {name: load(shipped("scenarios") / f"{name}.toml").scenario for name in SHIPPED}
ENDINGS = [(name, ending) for name, scenario in SCENARIOS.items() for ending in scenario.endings]


@pytest.fixture
def begin(start: Callable[..., Driver], shipped_library: Library) -> Callable[[str], Driver]:
    """Return a way to start the window on one of the shipped scenarios."""
    return lambda scenario_id: start(scenario_id, library=shipped_library)


@pytest.mark.parametrize(("scenario_id", "ending"), ENDINGS)
def test_every_ending_is_reached_by_mouse(begin: Callable[[str], Driver], scenario_id: str, ending: str) -> None:
    """Clicks alone lead along a plan of the author's to its debrief."""
    scenario, driver = SCENARIOS[scenario_id], begin(scenario_id)
    for choice_id in plan_to(scenario, ending).choices:
        driver.click(row_of(driver, scenario, choice_id).objectName())
        driver.click("continue")
    assert_debrief(driver, scenario, ending)


@pytest.mark.parametrize(("scenario_id", "ending"), ENDINGS)
def test_every_ending_is_reached_by_keys(begin: Callable[[str], Driver], scenario_id: str, ending: str) -> None:
    """Numbers and Enter alone lead along the same plan to the same debrief."""
    scenario, driver = SCENARIOS[scenario_id], begin(scenario_id)
    play(driver, scenario, plan_to(scenario, ending))
    assert_debrief(driver, scenario, ending)


@pytest.mark.parametrize("scenario_id", SHIPPED)
def test_from_the_debrief_one_plays_again(begin: Callable[[str], Driver], journal: Journal, scenario_id: str) -> None:
    """'Play again' begins the scenario anew, with the same partner and as a run of its own."""
    scenario, driver = SCENARIOS[scenario_id], begin(scenario_id)
    plan = plans_by_length(scenario)[0]
    play(driver, scenario, plan)
    driver.click("play-again")
    assert driver.sees(scenario.states[scenario.start].says)
    assert not driver.sees("You said: ")
    play(driver, scenario, plan)
    assert [run.ending for run in journal.runs()] == [plan.ending, plan.ending]


@pytest.mark.parametrize("scenario_id", SHIPPED)
def test_from_the_ribbon_one_plays_from_a_turn_by_keys(begin: Callable[[str], Driver], scenario_id: str) -> None:
    """Tab leads to the ribbon, Right to the second turn, and Enter offers that turn's choices again."""
    scenario, driver = SCENARIOS[scenario_id], begin(scenario_id)
    plan = plans_by_length(scenario)[0]
    first, second, *_ = plan.choices
    driver.press(number_of(driver, scenario, first), "Enter")
    offered = [row.text() for row in rows(driver)]
    play(driver, scenario, Plan(choices=plan.choices[1:], ending=plan.ending))
    while not driver.focused.objectName().startswith("bead-"):
        driver.press("Tab")
    driver.press("Right", "Enter")
    assert [row.text() for row in rows(driver)] == offered
    assert row_of(driver, scenario, second).accessibleName().endswith("(you have tried this)")


def assert_debrief(driver: Driver, scenario: Scenario, ending_id: str) -> None:
    """Fail unless the debrief of this ending is in sight, with all there is to say."""
    ending = scenario.endings[ending_id]
    assert driver.part("ending-title").isVisible()
    for text in (ending.title, ending.text, ending.later.strip('"“”'), ending.carry, scenario.partner.wants):
        assert driver.sees(text)
    turned = [f"go-back-{turn.number}" for turn in outcome_of(scenario, ending_id).turning_points]
    assert 1 <= len(turned) <= 2
    assert [name for name in driver.buttons() if name.startswith("go-back-")] == turned


def outcome_of(scenario: Scenario, ending_id: str) -> Outcome:
    """Return what the plan to this ending comes to."""
    rehearsal = Rehearsal(scenario)
    for choice_id in plan_to(scenario, ending_id).choices:
        rehearsal.choose(next(choice for choice in rehearsal.open_choices() if choice.id == choice_id))
    assert rehearsal.outcome is not None
    return rehearsal.outcome
