"""The journal: finding a run, its page, and what can be done with it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit

from greenroom.errors import JournalError
from greenroom.journal import Journal
from greenroom.paths import Folders
from tests.ui.driving import Driver
from tests.ui.journal_reading import TO_THE_CAKE, TOO_LATE, current, rehearse, rows, run_list
from tests.ui.painting import WordsWatch


def play(driver: Driver, turns: int) -> None:
    """Begin the scene by the urn and make the first choice `turns` times."""
    driver.navigation.open_scenario("by-the-urn")
    driver.settle()
    for _ in range(turns):
        driver.press("1", "Enter")


def hows(driver: Driver) -> list[str]:
    """Return for each row how the run ended, or where it was broken off."""
    return [row.split(": ")[1] for row in rows(driver)]


def search(driver: Driver, words: str) -> None:
    """Search the journal for words."""
    driver.press("Ctrl+F")
    field = driver.focused
    assert isinstance(field, QLineEdit)
    field.clear()
    QTest.keyClicks(field, words)
    driver.qtbot.waitUntil(lambda: not driver.navigation._keeping._screen.runs._typing.isActive())
    driver.settle()


def write(driver: Driver, words: str) -> QPlainTextEdit:
    """Write on the run whose page is in sight, and return the field."""
    note = driver.part("note")
    assert isinstance(note, QPlainTextEdit)
    note.setFocus()
    QTest.keyClicks(note, words)
    driver.settle()
    return note


# The list


def test_a_fresh_journal_is_a_blank_page(home: Driver) -> None:
    """Without runs there is a kind word, and nothing to search or filter."""
    home.press("Ctrl+J")
    assert home.sees("A blank page, only for you.")
    assert not {"filter", "read-again", "delete"} & set(home.buttons())


def test_runs_are_listed_newest_first_in_words(home: Driver) -> None:
    """Each says its title, when it was, and how it ended or at which turn it was broken off."""
    play(home, 3)
    play(home, 1)
    home.press("Ctrl+J")
    assert hows(home) == ["Broken off at turn 1", "The lights go out"]
    assert all(row.startswith("By the urn, today at") for row in rows(home))


def test_the_arrows_walk_through_the_runs(home: Driver, journal: Journal) -> None:
    """Down and Up lead from run to run and stop at the ends, and the page beside the list is that of the run."""
    for turns in (1, 2, 3):
        play(home, turns)
    home.press("Ctrl+J")
    runs = [run.id for run in journal.runs()]
    reached = []
    for key in ("Down", "Down", "Down", "Up", "Home", "End"):
        home.press(key)
        reached.append(current(home))
    assert reached == [runs[1], runs[2], runs[2], runs[1], runs[0], runs[2]]
    assert home.sees("By the urn, one turn")


def test_a_row_begins_with_a_capital_letter(home: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    """When it was stands at the start of the row as it would in a sentence."""
    play(home, 1)
    home.press("Ctrl+J")
    painted = [words.words for words in WordsWatch(monkeypatch).painted(home)]
    assert next(words for words in painted if "oday at" in words).startswith("Today at ")


def test_more_runs_come_as_one_scrolls(home: Driver, journal: Journal) -> None:
    """A long journal opens with its newest runs; at the end of those the next come, until all are there."""
    for number in range(120):
        journal.begin(f"run-{number}", "by-the-urn", f"Run {number}", b"text", "hash", 1)
    home.press("Ctrl+J")
    assert len(rows(home)) == 50
    seen = [len(rows(home))]
    for _ in range(4):
        home.press("End")
        seen.append(len(rows(home)))
    assert seen[-1] == 120
    assert rows(home)[-1].startswith("Run 0, ")


def test_a_search_finds_what_was_said(home: Driver, journal: Journal) -> None:
    """Words of a choice find the run that made it; words that nobody said find nothing, kindly; clearing finds all."""
    library = home.frame.parts.library
    rehearse(library, journal, TO_THE_CAKE)
    rehearse(library, journal, ("look-around", "stand-still"))
    home.press("Ctrl+J")
    search(home, "whose cake")
    assert hows(home) == ["A name and a slice"]
    search(home, "zebra")
    assert home.sees("Nothing called 'zebra'. Try a feeling or a place.")
    home.click("show-all")
    assert len(rows(home)) == 2


def test_the_list_is_filtered_by_what_one_picks(home: Driver, journal: Journal) -> None:
    """By ending, then by star: each leaves the runs that fit both, and 'Show all' brings back the rest."""
    library = home.frame.parts.library
    cake = rehearse(library, journal, TO_THE_CAKE)
    rehearse(library, journal, TO_THE_CAKE)
    rehearse(library, journal, TOO_LATE)
    journal.star(cake, starred=True)
    home.press("Ctrl+J")
    home.click("filter")
    home.click("filter-ending")
    home.click("value-cake-found")
    home.press("Esc")
    assert hows(home) == ["A name and a slice", "A name and a slice. Starred"]
    home.click("filter")
    home.click("filter-star")
    home.click("value-starred")
    home.click("filter")
    assert hows(home) == ["A name and a slice. Starred"]
    home.click("show-all")
    assert len(rows(home)) == 3


def test_a_filter_is_picked_by_keys(home: Driver, journal: Journal) -> None:
    """Enter unfolds what there is to pick from, the arrows walk through it, and Enter picks."""
    library = home.frame.parts.library
    rehearse(library, journal, TO_THE_CAKE)
    rehearse(library, journal, ("look-around",))
    home.press("Ctrl+J")
    home.button("filter").setFocus()
    home.press("Enter", "Tab", "Tab", "Enter", "Down", "Down", "Enter", "Esc")
    assert len(rows(home)) == 1


def test_what_was_read_stays_when_the_journal_fails(
    home: Driver, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the journal cannot be read now, the list stays as it was, and the notice says why."""
    play(home, 1)
    home.press("Ctrl+J")

    def fail(*_args: object) -> None:
        raise JournalError("Another program is using the journal.")

    monkeypatch.setattr(journal, "runs", fail)
    home.press("Ctrl+1", "Ctrl+J")
    assert len(rows(home)) == 1
    assert home.sees("Another program is using the journal.")


# The page of a run


def test_a_broken_off_run_goes_on(home: Driver) -> None:
    """Its page leads back onto the stage, with what was said and the next choices."""
    play(home, 1)
    home.press("Ctrl+J", "Enter", "Enter")
    assert home.button("choice-1").isVisible()
    assert home.sees("Turn 2")


def test_a_name_stands_in_place_of_the_title(home: Driver, journal: Journal) -> None:
    """Renamed in place it is called that in the list and on the page, and on the disk; an empty name goes again."""
    play(home, 1)
    home.press("Ctrl+J")
    home.click("rename")
    QTest.keyClicks(home.focused, "The mop")
    home.press("Enter")
    assert rows(home)[0].startswith("The mop, ")
    assert home.sees("The mop")
    assert journal.runs()[0].name == "The mop"
    home.click("rename")
    home.focused.clear()  # type: ignore[attr-defined]  # the field
    home.click("keep-name")
    assert rows(home)[0].startswith("By the urn, ")


def test_a_name_given_up_stays_as_it_was(home: Driver, journal: Journal) -> None:
    """Esc leaves the field and keeps nothing."""
    play(home, 1)
    home.press("Ctrl+J")
    home.click("rename")
    QTest.keyClicks(home.focused, "The mop")
    home.press("Esc")
    assert journal.runs()[0].name == ""
    assert home.focused.objectName() == "rename"


def test_a_note_is_kept_after_a_pause(home: Driver, journal: Journal) -> None:
    """What is written is on the disk soon after the last key, without another act."""
    play(home, 1)
    home.press("Ctrl+J")
    write(home, "She smiled.")
    home.qtbot.waitUntil(lambda: journal.runs()[0].note == "She smiled.")


@pytest.mark.parametrize("leave", ["Ctrl+1", "Esc", "close"])
def test_a_note_is_kept_when_one_leaves(home: Driver, journal: Journal, leave: str) -> None:
    """Going elsewhere, leaving the field or closing the window keeps what was written, however fast."""
    play(home, 1)
    home.press("Ctrl+J")
    write(home, "She smiled.")
    assert journal.runs()[0].note == ""
    home.window.close() if leave == "close" else home.press(leave)
    assert journal.runs()[0].note == "She smiled."


def test_a_note_belongs_to_the_run_it_was_written_on(home: Driver, journal: Journal) -> None:
    """Walking on to another run keeps the note on the first, and shows that of the other."""
    play(home, 1)
    play(home, 2)
    second, first = (run.id for run in journal.runs())
    journal.annotate(first, "Before.")
    home.press("Ctrl+J")
    note = write(home, "Now.")
    run_list(home).setFocus()
    home.press("Down")
    assert {run.id: run.note for run in journal.runs()} == {second: "Now.", first: "Before."}
    assert note.toPlainText() == "Before."


def test_a_run_is_starred(home: Driver, journal: Journal) -> None:
    """The star is on the disk at once, is read out with the row, and goes with another press."""
    play(home, 1)
    home.press("Ctrl+J")
    home.click("star")
    assert journal.runs()[0].starred
    assert rows(home)[0].endswith("Starred")
    home.click("star")
    assert not journal.runs()[0].starred


def test_two_runs_are_laid_side_by_side(home: Driver, journal: Journal) -> None:
    """From a page the list offers the other runs of that scenario, and the one picked stands beside it."""
    library = home.frame.parts.library
    rehearse(library, journal, TO_THE_CAKE)
    rehearse(library, journal, ("offer-half",), scenario="left-umbrella")
    rehearse(library, journal, TOO_LATE)
    picked: list[tuple[str, ...]] = []
    home.navigation._keeping.comparison_picked.connect(lambda *runs: picked.append(runs))
    late, _, cake = (run.id for run in journal.runs())
    home.press("Ctrl+J", "Enter")
    home.click("beside")
    assert hows(home) == ["A name and a slice"]
    home.press("Enter")
    assert picked == [(late, cake)]


def test_with_one_run_there_is_nothing_to_lay_beside_it(home: Driver, journal: Journal) -> None:
    """It says so, and Esc leads back to the list."""
    rehearse(home.frame.parts.library, journal, TO_THE_CAKE)
    home.press("Ctrl+J", "Enter")
    home.click("beside")
    assert home.sees("One run so far. Try another way and they'll sit here side by side.")
    home.press("Esc")
    assert len(rows(home)) == 1


def test_a_run_is_saved_as_markdown(home: Driver, journal: Journal) -> None:
    """It is written among the documents, a second time beside the first, and the notice says where."""
    rehearse(home.frame.parts.library, journal, TO_THE_CAKE)
    home.press("Ctrl+J")
    home.click("markdown")
    home.click("markdown")
    saved = sorted(home.frame.parts.documents.iterdir())
    assert len(saved) == 2
    assert home.sees("The run is saved as")
    assert "Whose cake is it now?".casefold() in saved[0].read_text("utf-8").casefold()


def test_a_run_whose_text_cannot_be_read_is_told_of(home: Driver, journal: Journal) -> None:
    """Its page says that it cannot be read, offers nothing that would need it, and still deletes it."""
    journal.begin("old", "by-the-urn", "An old one", b"format = 9", "hash", 1)
    journal.add("old", None, "urn", "cake", "plain-answer", 1, "mop", ending=False)
    home.press("Ctrl+J")
    assert home.sees("Part of this run can't be read. Here is what can.")
    assert not {"read-again", "go-on", "beside"} & set(home.buttons())
    home.click("delete")
    assert journal.runs() == ()


def test_a_run_that_can_be_read_in_part_is_shown_in_part(home: Driver, journal: Journal, folders: Folders) -> None:
    """The turns before the bad one are on its ribbon and can be read again; it cannot be gone on with."""
    rehearse(home.frame.parts.library, journal, TO_THE_CAKE)
    with closing(sqlite3.connect(folders.journal)) as connection, connection:
        connection.execute("UPDATE turn SET choice = 'sing' WHERE choice = 'who-won'")
    home.press("Ctrl+J")
    assert home.sees("Part of this run can't be read. Here is what can.")
    assert {"bead-1", "bead-2"} <= set(home.buttons())
    assert "bead-3" not in home.buttons()
    home.click("read-again")
    home.press("End")
    assert home.sees("Turn 2 of 2")
    assert "next" not in home.buttons()


def test_a_run_that_cannot_be_read_leaves_the_others(home: Driver, journal: Journal, folders: Folders) -> None:
    """The list is as ever, the page of the bad one says so, and the run before it can be gone on with."""
    play(home, 1)
    play(home, 3)
    bad = journal.runs()[0].id
    with closing(sqlite3.connect(folders.journal)) as connection, connection:
        connection.execute("UPDATE run SET seed = 'x' WHERE id = ?", (bad,))
    home.press("Ctrl+J")
    assert hows(home) == ["The lights go out", "Broken off at turn 1"]
    assert home.sees("Part of this run can't be read.")
    home.press("Down", "Enter", "Enter")
    assert home.sees("Turn 2")


# Deleting


def test_a_deleted_run_can_be_brought_back(home: Driver, journal: Journal) -> None:
    """Deleting is one click and hides the run at once; so is bringing it back."""
    play(home, 1)
    home.press("Ctrl+J")
    home.click("delete")
    assert rows(home) == []
    assert journal.runs() == ()
    home.click("notice-action")
    assert len(rows(home)) == 1


def test_after_a_deletion_the_focus_is_on_the_next_run(home: Driver, journal: Journal) -> None:
    """By keys one deletes a run and is on the one that followed; after the last the focus is on Undo."""
    for _ in range(3):
        play(home, 1)
    home.press("Ctrl+J", "Down")
    first, second, third = (run.id for run in journal.runs())
    assert current(home) == second
    home.press("Delete")
    assert current(home) == third
    home.press("Delete")
    assert current(home) == first
    assert home.focused is run_list(home)
    home.press("Delete")
    assert home.focused.objectName() == "notice-action"
    home.press("Enter")
    assert [run.id for run in journal.runs()] == [first]
    assert home.focused is run_list(home)


def test_everything_can_be_deleted_and_brought_back(home: Driver, journal: Journal) -> None:
    """Deleting everything is one click, and undone by another."""
    play(home, 1)
    play(home, 2)
    home.press("Ctrl+J")
    home.click("everything")
    home.click("delete-all")
    assert home.sees("A blank page, only for you.")
    assert home.sees("Every run is deleted.")
    assert home.focused.objectName() == "notice-action"
    home.click("notice-action")
    assert len(journal.runs()) == len(rows(home)) == 2


def test_each_deletion_can_be_undone_until_the_window_closes(home: Driver, journal: Journal) -> None:
    """Two deletions are undone one after the other, also after one has been elsewhere and begun a rehearsal."""
    play(home, 3)
    play(home, 1)
    home.press("Ctrl+J")
    before = rows(home)
    for _ in journal.runs():
        home.click("delete")
    assert rows(home) == []
    play(home, 0)
    home.press("Ctrl+J")
    home.click("notice-action")
    home.click("notice-action")
    assert rows(home) == before


# The whole journal


def test_everything_is_saved_and_brought_in_again(home: Driver, journal: Journal) -> None:
    """What was saved comes back after everything was deleted; the notice tells where it is, and what came."""
    rehearse(home.frame.parts.library, journal, TO_THE_CAKE)
    home.press("Ctrl+J")
    home.click("everything")
    home.click("export")
    (saved,) = home.frame.parts.documents.iterdir()
    assert home.sees(f"Everything is saved as {saved}.")
    home.click("delete-all")
    home.click("everything")
    QTest.keyClicks(home.part("import-path"), str(saved))
    home.click("import")
    assert home.sees("New runs: 1.")
    assert len(rows(home)) == 1


def test_a_file_that_is_no_journal_is_refused_with_a_sentence(home: Driver, journal: Journal) -> None:
    """Nothing is taken in, and the notice says why."""
    rehearse(home.frame.parts.library, journal, TO_THE_CAKE)
    other = home.frame.parts.folders.home / "other.json"
    other.write_text("{}", "utf-8")
    home.press("Ctrl+J")
    home.click("everything")
    QTest.keyClicks(home.part("import-path"), str(other))
    home.click("import")
    assert home.sees("other.json")
    assert len(journal.runs()) == 1


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")  # a window without a display
def test_the_file_to_bring_in_can_be_looked_for(home: Driver, journal: Journal) -> None:
    """A dialog that holds up nothing finds it, and its path stands in the field."""
    rehearse(home.frame.parts.library, journal, TO_THE_CAKE)
    saved = home.frame.parts.folders.home / "saved.json"
    journal.export_to(saved)
    home.press("Ctrl+J")
    home.click("everything")
    home.click("choose-file")
    (dialog,) = home.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(saved))
    dialog.close()
    home.settle()
    home.click("import")
    assert home.sees("Everything in that file was here already.")


def test_a_copy_of_the_journal_is_kept(home: Driver, journal: Journal) -> None:
    """'Back up' writes a copy among the documents, and the notice says where."""
    rehearse(home.frame.parts.library, journal, TO_THE_CAKE)
    home.press("Ctrl+J")
    home.click("everything")
    home.click("back-up")
    (copy,) = home.frame.parts.documents.iterdir()
    assert home.sees(str(copy))


def test_documents_that_cannot_be_written_are_told_of(home: Driver, journal: Journal) -> None:
    """Where the folder cannot be made the notice says so, and the journal stays."""
    rehearse(home.frame.parts.library, journal, TO_THE_CAKE)
    home.frame.parts.documents.write_text("not a folder", "utf-8")
    home.press("Ctrl+J")
    home.click("markdown")
    assert home.sees("This couldn't be saved to")


def test_the_moves_are_told_in_words(home: Driver, journal: Journal) -> None:
    """A move made is told with how often and where, one only on offer as not made yet, any other not at all."""
    library = home.frame.parts.library
    rehearse(library, journal, TO_THE_CAKE)
    rehearse(library, journal, ("cake",))
    home.press("Ctrl+J")
    home.click("moves")
    assert home.sees("Twice, in By the urn.")
    assert home.sees("Not yet, though you could have in By the urn.")
    assert not home.sees("Keep score")
    home.press("Esc")
    assert not home.sees("Twice, in By the urn.")


# Room, and no journal


def test_in_a_narrow_window_the_page_takes_the_place_of_the_list(home: Driver) -> None:
    """Enter or a click shows the page, Esc and 'All runs' the list again, where one was."""
    play(home, 1)
    play(home, 2)
    home.window.resize(700, 600)
    home.press("Ctrl+J", "Down")
    run = current(home)
    assert "go-on" not in home.buttons()
    home.press("Enter")
    assert "go-on" in home.buttons()
    assert not run_list(home).isVisible()
    home.click("all-runs")
    assert current(home) == run
    box = run_list(home).visualRect(run_list(home).currentIndex())
    QTest.mouseClick(run_list(home).viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    home.settle()
    assert "go-on" in home.buttons()
    home.press("Esc")
    assert home.focused is run_list(home)


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
