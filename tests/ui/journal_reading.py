"""Reads the journal's list and plays runs for it."""

from collections.abc import Sequence

from greenroom.journal import Journal
from greenroom.library import Library
from greenroom.paths import shipped
from greenroom.rubric import read_rubric
from greenroom.session import Session
from greenroom.ui.widgets.run_list import RunList
from tests.ui.driving import Driver

TO_THE_CAKE = ("cake", "cake-again", "who-won")
TOO_LATE = ("cake", "stand-still", "good-night")


def rehearse(library: Library, journal: Journal, choices: Sequence[str], scenario: str = "by-the-urn") -> str:
    """Play a scenario by the ids of its choices, and return the run's id."""
    session = Session(library.load(scenario), read_rubric(shipped("assets")), journal, 1)
    for wanted in choices:
        session.choose(next(choice for choice in session.choices if choice.id == wanted))
    return session.run


def run_list(driver: Driver) -> RunList:
    """Return the list of runs."""
    found = driver.window.findChild(RunList)
    assert found is not None
    return found


def rows(driver: Driver) -> list[str]:
    """Return what the rows that have been scrolled to say; none where the list is out of sight."""
    model = run_list(driver).model()
    shown = range(model.rowCount()) if run_list(driver).isVisible() else ()
    return [str(model.index(place, 0).data()) for place in shown]


def current(driver: Driver) -> str:
    """Return the id of the run whose row is the current one."""
    run = run_list(driver).current
    assert run is not None
    return run.id
