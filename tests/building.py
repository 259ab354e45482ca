"""Builds small scenarios for tests and measurements, with a default for all that does not matter there."""

from typing import Any

from greenroom.loading import Loaded
from greenroom.scenario import Choice, Ending, Partner, Scenario, Setting, State


def a_choice(choice_id: str, to: Any, **given: Any) -> Choice:  # noqa: ANN401  # whatever Choice takes
    """Return a choice that leads to `to`."""
    defaults = {"label": choice_id, "move": "small-talk", "say": f"{choice_id}!", "landed": "So.", "why": "So."}
    return Choice(id=choice_id, to=to, **(defaults | given))


def a_state(*choices: Choice, **given: Any) -> State:  # noqa: ANN401  # whatever State takes
    """Return a state with these choices."""
    return State(choices=choices, **({"label": "A moment", "says": "Go on."} | given))


def an_ending(title: str = "The end") -> Ending:
    """Return an ending."""
    return Ending(title=title, text="It ends.", later="It ended.", carry="If it ends, I will stop.")


def a_scenario(states: dict[str, State], endings: tuple[str, ...] = ("end",), **given: Any) -> Scenario:  # noqa: ANN401
    """Return a scenario that starts in the first of these states."""
    defaults: dict[str, Any] = {
        "format": 1,
        "id": "a-scene",
        "title": "A scene",
        "summary": "Somebody waits.",
        "situation": "event",
        "medium": "spoken",
        "minutes": 5,
        "start": next(iter(states)),
        "setting": Setting(place="A hall.", you_know=("It rains.",), you_want="To get home."),
        "partner": Partner(name="Ilse", role="Baker", portrait="priya", wants="A seat."),
        "endings": {ending: an_ending(ending) for ending in endings},
    }
    return Scenario(states=states, **(defaults | given))


def as_loaded(scenario: Scenario, text: bytes = b"the text") -> Loaded:
    """Return the scenario as if it had been read from a file."""
    return Loaded(scenario, text, text.hex())
