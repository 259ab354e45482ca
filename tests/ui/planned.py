"""Plays the shipped scenarios in the window along the plans that their authors wrote."""

from PySide6.QtWidgets import QAbstractButton

from greenroom.scenario import Plan, Scenario
from tests.ui.driving import Driver


def plan_to(scenario: Scenario, ending: str) -> Plan:
    """Return the author's first plan that comes to `ending`."""
    return next(plan for plan in scenario.plans.values() if plan.ending == ending)


def plans_by_length(scenario: Scenario) -> list[Plan]:
    """Return the author's plans, the shortest first."""
    return sorted(scenario.plans.values(), key=lambda plan: len(plan.choices))


def play(driver: Driver, scenario: Scenario, plan: Plan) -> None:
    """Make the choices of a plan by keys, up to the debrief."""
    for choice_id in plan.choices:
        driver.press(number_of(driver, scenario, choice_id), "Enter")


def rows(driver: Driver) -> list[QAbstractButton]:
    """Return the choices on offer, in their order."""
    return [driver.button(name) for name in driver.buttons() if name.startswith("choice-")]


def row_of(driver: Driver, scenario: Scenario, choice_id: str) -> QAbstractButton:
    """Return the row on offer that shows the words of a choice."""
    choices = [choice for state in scenario.states.values() for choice in state.choices]
    words = {choice.words for choice in choices if choice.id == choice_id}
    (row,) = [row for row in rows(driver) if row.text() in words]
    return row


def number_of(driver: Driver, scenario: Scenario, choice_id: str) -> str:
    """Return the key that picks a choice."""
    return row_of(driver, scenario, choice_id).objectName().removeprefix("choice-")
