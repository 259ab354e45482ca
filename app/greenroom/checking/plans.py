"""Walks the plans of a scenario: the paths that its author wants to stay possible (GR5)."""

from collections.abc import Iterator

from greenroom.bare_graph import Position
from greenroom.in_words import position_in_words, requirement_in_words
from greenroom.nearest import Nearest
from greenroom.problems import Place, Problem
from greenroom.scenario import Plan, Scenario, State


def check_plan_endings(scenario: Scenario, nearest: Nearest) -> Iterator[Problem]:
    """Find plans for an ending that does not exist."""
    for name, plan in scenario.plans.items():
        if plan.ending not in scenario.endings:
            hint = nearest.hint(plan.ending, scenario.endings)
            yield Problem("GR505", f'"{plan.ending}" is not an ending', hint, ("plans", name, "ending"))


def walk_plans(written: Scenario, mended: Scenario, nearest: Nearest) -> Iterator[Problem]:
    """Find plans that do not come to their ending.

    They are walked through the mended scenario, and not beyond what its author wrote.
    """
    for name, plan in written.plans.items():
        problem = _walk(plan, mended, ("plans", name), nearest)
        if problem and plan.ending in written.endings:
            yield problem


def _walk(plan: Plan, scenario: Scenario, place: Place, nearest: Nearest) -> Problem | None:
    position = Position(scenario.start)
    for number, choice_id in enumerate(plan.choices):
        where = (*place, "choices", number)
        state = scenario.states.get(position.name)
        if state is None:
            return Problem("GR504", f'the plan goes on after the ending "{position.name}"', "", where)
        after = _after(choice_id, position, state)
        if after is None:
            return _not_open(choice_id, position, state, where, nearest)
        position = after
    if position.name != plan.ending:
        return Problem("GR503", f'the plan comes to "{position.name}", not to "{plan.ending}"', "", (*place, "ending"))
    return None


def _after(choice_id: str, position: Position, state: State) -> Position | None:
    return next((position.after(choice) for choice in state.choices if choice.id == choice_id), None)


def _not_open(choice_id: str, position: Position, state: State, place: Place, nearest: Nearest) -> Problem:
    for choice in state.choices:
        if choice.id == choice_id:
            message = f'"{choice_id}" is not open in "{position.name}" at {position_in_words(position)}'
            needed = requirement_in_words(choice.requires)
            return Problem("GR502", message, f"it requires {needed}" if needed else "", place)
    hint = nearest.hint(choice_id, (choice.id for choice in state.choices))
    return Problem("GR501", f'"{choice_id}" is not a choice in "{position.name}"', hint, place)
