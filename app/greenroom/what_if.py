"""What else there was at a turn: the choices that were on offer, those that were not, and what was missing."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from greenroom.bare_graph import Position
from greenroom.in_words import listed, quoted
from greenroom.scenario import Choice, Scenario
from greenroom.turns import Turn

_MOST_NAMED = 3


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
    return Position(
        turn.state, turn.openness_before, frozenset(fact for each in earlier for fact in each.choice.learns)
    )


def open_choices(told: Told, turn: Turn) -> tuple[Choice, ...]:
    """Return the other choices that were on offer at `turn`, in the author's order."""
    position = position_at(told, turn)
    return tuple(each for each in _others(told, turn) if position.after(each))


def closed_choices(told: Told, turn: Turn) -> tuple[Choice, ...]:
    """Return the choices of that state that were not on offer at `turn`, in the author's order."""
    position = position_at(told, turn)
    return tuple(each for each in _others(told, turn) if not position.after(each))


def missing_in_words(
    choice: Choice, scenario: Scenario, openness: int, facts: frozenset[str], made: Sequence[Choice] = ()
) -> str:
    """Return what was missing for a choice that was not open, in sentences; empty where nothing was.

    It is told by what the user had chosen or not: by the labels of the choices that teach a fact. Where the choices
    `made` before are given, what had been chosen already is told by those.
    """
    requires, name = choice.requires, scenario.partner.first_name
    missing = [f"You had not chosen {_teachers(scenario, fact)}." for fact in requires.knows if fact not in facts]
    missing += [
        f"You had already chosen {_teachers(scenario, fact, made)}." for fact in requires.lacks if fact in facts
    ]
    if openness < requires.openness_at_least:
        missing.append(f"{name} was not yet at ease enough.")
    if openness > requires.openness_at_most:
        missing.append(f"{name} was too much at ease already.")
    leads_on = Position("", openness, facts).after(choice)
    return " ".join(missing) or ("" if leads_on else "It would have led nowhere yet.")


def _others(told: Told, turn: Turn) -> Iterator[Choice]:
    return (each for each in told.scenario.states[turn.state].choices if each != turn.choice)


def _teachers(scenario: Scenario, fact: str, made: Sequence[Choice] = ()) -> str:
    """Return the labels of the choices that teach a fact: of those made if any does, else of any; the first few."""
    every = [choice for state in scenario.states.values() for choice in state.choices if fact in choice.learns]
    labels = list(dict.fromkeys(quoted(choice.label) for choice in [each for each in every if each in made] or every))
    if not labels:
        return f"what is called {quoted(fact)}"
    if len(labels) > _MOST_NAMED:
        labels[_MOST_NAMED - 1 :] = ["the like"]
    return listed(labels, "or")
