"""Builds stories for tests: runs played by the ids of their choices, with no journal."""

from greenroom.bare_graph import Position
from greenroom.retelling import Story
from greenroom.scenario import Scenario
from greenroom.turns import Turn

STARTED = "2026-03-01T09:00:00.000+00:00"


def a_story(scenario: Scenario, *choices: str, words: str | None = None, run: str = "a-run", title: str = "") -> Story:
    """Return the story of making these choices; the last in the user's own `words`, if any."""
    turns: list[Turn] = []
    at = Position(scenario.start)
    for number, wanted in enumerate(choices, 1):
        choice = next(choice for choice in scenario.states[at.name].choices if choice.id == wanted)
        after = at.after(choice)
        assert after is not None, f"{wanted} is not open in {at.name}"
        typed = words if number == len(choices) else None
        turns.append(Turn(number, at.name, choice, after.name, at.openness, after.openness, typed))
        at = after
    return Story(run, title, STARTED, scenario, tuple(turns))
