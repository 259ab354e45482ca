"""Builds journals for tests: a clock that goes on by a minute a look, and runs played by choice ids."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from greenroom.journal import Journal

TEXT = b"the scenario's text"


def a_clock() -> Callable[[], datetime]:
    """Return a clock that is a minute later each time it is looked at."""
    looks = 0

    def now() -> datetime:
        nonlocal looks
        looks += 1
        return datetime(2026, 3, 1, 9, tzinfo=UTC) + timedelta(minutes=looks)

    return now


def begin(journal: Journal, run: str, scenario: str = "walking-in", text: bytes = TEXT) -> None:
    """Begin a run."""
    journal.begin(run, scenario, scenario.capitalize(), text, text.hex(), 7)


def play(journal: Journal, run: str, *choices: str, after: int | None = None, ends: bool = False) -> list[int]:
    """Make these choices one after the other, the last leading to an ending if it `ends`; return the nodes."""
    nodes: list[int] = []
    for number, choice in enumerate(choices, 1):
        is_last = ends and number == len(choices)
        after = journal.add(run, after, "room", choice, "small-talk", 1, "warm" if is_last else "room", ending=is_last)
        nodes.append(after)
    return nodes


def rehearse(journal: Journal, run: str, *choices: str, scenario: str = "walking-in", ends: bool = False) -> list[int]:
    """Begin a run and make these choices in it; return the nodes."""
    begin(journal, run, scenario)
    return play(journal, run, *choices, ends=ends)


def ids(journal: Journal) -> list[str]:
    """Return the runs that are shown, in their order."""
    return [run.id for run in journal.runs()]
