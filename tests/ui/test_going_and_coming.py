"""Going elsewhere in the middle of a rehearsal, and coming back to it."""

from collections.abc import Callable

import pytest

from greenroom.errors import JournalError
from greenroom.journal import Journal
from tests.ui.driving import Driver


def refuse() -> Journal:
    """Stand for a journal that cannot be opened."""
    raise JournalError("The journal can't be opened.")


@pytest.mark.parametrize("key", ["F1", "Ctrl+5", "Ctrl+J"])
def test_esc_leads_back_to_the_landing_one_was_reading(stage: Driver, key: str) -> None:
    """From the keys, the settings and the journal Esc leads back to all that was in sight."""
    stage.press("1")
    told = sorted(stage.texts())
    stage.press(key)
    assert not stage.sees("How it landed")
    stage.press("Esc")
    assert sorted(stage.texts()) == told


def test_esc_leads_back_past_all_that_was_opened_in_between(stage: Driver) -> None:
    """From the settings to the journal, and then with one Esc to the rehearsal."""
    stage.press("1", "Ctrl+5", "Ctrl+J", "Esc")
    assert stage.sees("How it landed")


def test_esc_leads_home_from_where_one_came(home: Driver) -> None:
    """From the settings Esc leads to the home."""
    home.press("Ctrl+5", "Esc")
    assert home.sees("What conversation is on your mind?")


def test_the_home_leads_back_to_the_landing(stage: Driver) -> None:
    """'Leave kindly' in the middle of a landing, and 'Continue' shows it again."""
    stage.press("1")
    told = sorted(stage.texts())
    stage.click("leave")
    stage.click("resume")
    assert sorted(stage.texts()) == told


def test_a_rehearsal_that_is_not_kept_waits_on_the_home(start: Callable[..., Driver]) -> None:
    """Without a journal the home still leads back, and says that closing loses it."""
    stage = start("by-the-urn", open_journal=refuse)
    stage.press("1", "Enter")
    stage.click("leave")
    assert stage.sees("You stopped after turn 1. Closing Greenroom loses it.")
    stage.click("resume")
    assert stage.sees("Turn 2")


def test_that_it_is_not_kept_is_told_for_as_long_as_it_is_not(start: Callable[..., Driver]) -> None:
    """Without a journal every landing says so, and so does going back, which still offers the way back."""
    stage = start("by-the-urn", open_journal=refuse)
    for _ in range(2):
        stage.press("1")
        assert stage.sees("this rehearsal is not kept")
        stage.press("Enter")
    stage.press("Backspace")
    assert stage.sees("You went back to turn 2. The journal can't be used, so this rehearsal is not kept.")
    assert stage.part("notice-action").isVisible()
