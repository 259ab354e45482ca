"""The journal's screen: reading back, going on, deleting and bringing back."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from greenroom.errors import JournalError
from greenroom.journal import Journal
from greenroom.paths import Folders
from tests.ui.driving import Driver
from tests.ui.painting import WordsWatch


def rows(driver: Driver) -> list[str]:
    """Return what the rows of the runs say."""
    return [driver.button(name).accessibleName() for name in driver.buttons() if name.startswith("run-")]


def play(driver: Driver, turns: int) -> None:
    """Begin the scene by the urn and make the first choice `turns` times."""
    driver.navigation.open_scenario("by-the-urn")
    driver.settle()
    for _ in range(turns):
        driver.press("1", "Enter")


def test_a_fresh_journal_is_a_blank_page(home: Driver) -> None:
    """Without runs there is a kind word, and nothing to delete."""
    home.press("Ctrl+J")
    assert home.sees("A blank page, only for you.")
    assert "delete-all" not in home.buttons()


def test_runs_are_listed_newest_first_in_words(home: Driver) -> None:
    """Each says its title, when it was, and how it ended or at which turn it was broken off."""
    play(home, 3)
    play(home, 1)
    home.press("Ctrl+J")
    assert [row.split(": ")[1] for row in rows(home)] == ["Broken off at turn 1", "The lights go out"]
    assert all(row.startswith("By the urn, today at") for row in rows(home))


def test_a_broken_off_run_goes_on(home: Driver) -> None:
    """Opening it leads back onto the stage, with what was said and the next choices."""
    play(home, 1)
    home.press("Ctrl+J", "Enter")
    assert home.button("choice-1").isVisible()
    assert home.sees("Turn 2")


def test_a_run_that_has_ended_opens_its_debrief(home: Driver) -> None:
    """Opening it shows how it ended, and one can go back to a turn from there."""
    play(home, 3)
    home.press("Ctrl+J", "Enter")
    assert home.part("ending-title").isVisible()
    home.click("bead-2")
    assert home.button("choice-1").isVisible()


def test_a_deleted_run_can_be_brought_back(home: Driver, journal: Journal) -> None:
    """Deleting is one click and hides the run at once; so is bringing it back."""
    play(home, 1)
    home.press("Ctrl+J")
    home.click(f"delete-{journal.runs()[0].id}")
    assert rows(home) == []
    assert journal.runs() == ()
    home.click("notice-action")
    assert len(rows(home)) == 1


def test_the_arrows_walk_through_the_runs(home: Driver, journal: Journal) -> None:
    """Down and Up lead from run to run, also from a Delete button, and stop at the ends; so do Home and End."""
    for _ in range(3):
        play(home, 1)
    home.press("Ctrl+J")
    runs = [f"run-{run.id}" for run in journal.runs()]
    reached = []
    for key in ("Down", "Tab", "Down", "Down", "Up", "Home", "End"):
        home.press(key)
        reached.append(home.focused.objectName())
    beside = runs[1].replace("run", "delete")
    assert reached == [runs[1], beside, runs[2], runs[2], runs[1], runs[0], runs[2]]


def test_after_a_deletion_the_focus_is_on_the_next_run(home: Driver, journal: Journal) -> None:
    """By keys one deletes a run and is on the one that followed; after the last the focus is on Undo."""
    for _ in range(3):
        play(home, 1)
    home.press("Ctrl+J", "Down", "Tab")
    first, second, third = (run.id for run in journal.runs())
    assert home.focused.objectName() == f"delete-{second}"
    home.press("Enter")
    assert home.focused.objectName() == f"run-{third}"
    home.press("Tab", "Enter")
    assert home.focused.objectName() == f"run-{first}"
    home.press("Tab", "Enter")
    assert home.focused.objectName() == "notice-action"
    home.press("Enter")
    assert home.focused.isVisible()
    assert [run.id for run in journal.runs()] == [first]


def test_a_row_begins_with_a_capital_letter(home: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    """When it was stands at the start of the row as it would in a sentence."""
    play(home, 1)
    home.press("Ctrl+J")
    painted = [words.words for words in WordsWatch(monkeypatch).painted(home)]
    assert next(words for words in painted if "oday at" in words).startswith("Today at ")


def test_everything_can_be_deleted_and_brought_back(home: Driver, journal: Journal) -> None:
    """Deleting everything is one click, and undone by another."""
    play(home, 1)
    play(home, 2)
    home.press("Ctrl+J")
    home.click("delete-all")
    assert home.sees("A blank page, only for you.")
    assert home.sees("Every run is deleted.")
    assert home.focused.objectName() == "notice-action"
    home.click("notice-action")
    assert len(journal.runs()) == len(rows(home)) == 2


def test_many_runs_are_shown_fifty_at_a_time(home: Driver, journal: Journal) -> None:
    """The journal of a diligent user opens with fifty runs; more come on request."""
    for number in range(60):
        journal.begin(f"run-{number}", "by-the-urn", f"Run {number}", b"text", "hash", 1)
    home.press("Ctrl+J")
    assert len(rows(home)) == 50
    home.click("show-more")
    assert len(rows(home)) == 60


def test_a_run_whose_text_cannot_be_read_is_told_of(home: Driver, journal: Journal) -> None:
    """A run that can no longer be opened says so in a notice, and the journal stays."""
    journal.begin("old", "by-the-urn", "An old one", b"format = 9", "hash", 1)
    journal.add("old", None, "urn", "cake", "plain-answer", 1, "mop", ending=False)
    home.press("Ctrl+J")
    home.click("run-old")
    assert home.part("notice").isVisible()
    assert home.sees("An old one, today at")


def test_a_run_that_cannot_be_read_leaves_the_others(home: Driver, journal: Journal, folders: Folders) -> None:
    """The list is as ever, opening the bad one says so, and the run before it can be gone on with."""
    play(home, 1)
    play(home, 3)
    bad, good = (run.id for run in journal.runs())
    with closing(sqlite3.connect(folders.journal)) as connection, connection:
        connection.execute("UPDATE run SET seed = 'x' WHERE id = ?", (bad,))
    home.press("Ctrl+J")
    assert [row.split(": ")[1] for row in rows(home)] == ["The lights go out", "Broken off at turn 1"]
    home.click(f"run-{bad}")
    assert home.sees("Part of this run can't be read.")
    home.click(f"run-{good}")
    assert home.sees("Turn 2")


def test_without_a_journal_one_rehearses_all_the_same(start: Callable[..., Driver]) -> None:
    """Where the journal must be left alone the user is told why, and the rest works."""

    def refuse() -> Journal:
        raise JournalError("The journal is from a newer version.")

    driver = start(open_journal=refuse)
    assert driver.sees("The journal is from a newer version. What you rehearse now will not be kept.")
    play(driver, 3)
    assert driver.part("ending-title").isVisible()
    driver.press("Ctrl+J")
    assert driver.sees("A blank page, only for you.")


def test_each_deletion_can_be_undone_until_the_window_closes(home: Driver, journal: Journal) -> None:
    """Two deletions are undone one after the other, also after one has been elsewhere and begun a rehearsal."""
    play(home, 3)
    play(home, 1)
    home.press("Ctrl+J")
    before = rows(home)
    for run in journal.runs():
        home.click(f"delete-{run.id}")
    assert rows(home) == []
    play(home, 0)
    home.press("Ctrl+J")
    home.click("notice-action")
    home.click("notice-action")
    assert rows(home) == before
