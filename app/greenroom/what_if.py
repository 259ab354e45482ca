"""What else there was at a turn: the choices that were on offer, those that were not, and what was missing."""

from collections.abc import Iterator
from typing import Protocol

from greenroom.bare_graph import Position
from greenroom.scenario import OPENNESS_HIGHEST, OPENNESS_LOWEST, Choice, Scenario
from greenroom.turns import Turn


class Told(Protocol):
    """A rehearsal, in progress or kept."""

    @property
    def scenario(self) -> Scenario:
        """What was played."""

    @property
    def turns(self) -> tuple[Turn, ...]:
        """What happened."""


def position_at(told: Told, turn: Turn) -> Position:
    """Return how things stood when the choice of `turn` was made."""
    earlier = told.turns[: turn.number - 1]
    return Position(turn.state, turn.openness_before, frozenset(fact for each in earlier for fact in each.choice.learns))


def open_choices(told: Told, turn: Turn) -> tuple[Choice, ...]:
    """Return the other choices that were on offer at `turn`, in the author's order."""
    position = position_at(told, turn)
    return tuple(each for each in _others(told, turn) if position.after(each))


def closed_choices(told: Told, turn: Turn) -> tuple[Choice, ...]:
    """Return the choices of that state that were not on offer at `turn`, in the author's order."""
    position = position_at(told, turn)
    return tuple(each for each in _others(told, turn) if not position.after(each))


def missing_in_words(choice: Choice, scenario: Scenario, openness: int, facts: frozenset[str]) -> str:
    """Return what was missing for a choice that was not open, in sentences; empty where nothing was."""
    return " ".join(_missing(choice, scenario, openness, facts))


def _others(told: Told, turn: Turn) -> Iterator[Choice]:
    return (each for each in told.scenario.states[turn.state].choices if each != turn.choice)


def _missing(choice: Choice, scenario: Scenario, openness: int, facts: frozenset[str]) -> Iterator[str]:
    requires, name = choice.requires, scenario.partner.name.split()[0]
    for fact in requires.knows:
        if fact not in facts:
            yield f"It had not happened yet: {_teacher(scenario, fact)}."
    for fact in requires.lacks:
        if fact in facts:
            yield f"It had happened already: {_teacher(scenario, fact)}."
    if openness < requires.openness_at_least > OPENNESS_LOWEST:
        yield f"{name} was not yet at ease enough."
    if openness > requires.openness_at_most < OPENNESS_HIGHEST:
        yield f"{name} was too much at ease already."


def _teacher(scenario: Scenario, fact: str) -> str:
    """Return the label of the first choice that teaches a fact; the fact itself where none does."""
    choices = (choice for state in scenario.states.values() for choice in state.choices)
    return next((choice.label for choice in choices if fact in choice.learns), fact)
