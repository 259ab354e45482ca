"""Compare: two runs side by side, where they part and meet again, and what one can do from there."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter, qGray
from PySide6.QtWidgets import QLabel, QWidget

from greenroom.journal import Journal
from greenroom.library import Library
from greenroom.paths import Folders, shipped
from greenroom.rubric import read_rubric
from greenroom.session import Session
from greenroom.settings import Settings
from greenroom.ui.contrasting import Contrasting
from greenroom.ui.screens.compared import differing
from greenroom.ui.widgets.bead import Moment
from greenroom.ui.widgets.compared_turn import EmptyCell, TurnCell
from greenroom.ui.widgets.fork import Fork
from greenroom.ui.widgets.small_ribbon import SmallBead, SmallRibbon
from greenroom.ui.widgets.text_block import TextBlock
from tests.ui.driving import Driver

TO_THE_CAKE = ("cake", "cake-again", "who-won")
TOO_LATE = ("cake", "stand-still", "good-night")
ANOTHER_START = ("lovely-hall", "step-over", "good-night")


def play(parts_library: Library, journal: Journal, scenario: str, choices: Sequence[str]) -> str:
    """Play a scenario by the ids of its choices, and return the run's id."""
    session = Session(parts_library.load(scenario), read_rubric(shipped("assets")), journal, 1)
    for wanted in choices:
        session.choose(next(choice for choice in session.choices if choice.id == wanted))
    return session.run


@pytest.fixture
def compare(home: Driver, journal: Journal) -> Callable[..., Driver]:
    """Return a way to play runs of the scene by the urn, and to lay them side by side."""

    def open_comparison(*ways: Sequence[str]) -> Driver:
        library = home.frame.parts.library
        contrasting(home).open([play(library, journal, "by-the-urn", way) for way in ways])
        home.settle()
        return home

    return open_comparison


def contrasting(driver: Driver) -> Contrasting:
    """Return the way through comparing."""
    found = driver.window.findChild(Contrasting)
    assert found is not None
    return found


def joints(driver: Driver) -> list[str]:
    """Return the words at which runs part and meet, from top to bottom."""
    return [fork.text() for fork in driver.visible(Fork) if isinstance(fork, Fork)]


def shown(driver: Driver, name: str) -> QWidget:
    """Return the part of this object name that is in sight."""
    (part,) = [part for part in driver.visible() if part.objectName() == name]
    return part


def place_of(driver: Driver, name: str) -> QPoint:
    """Return where on the window a part begins."""
    part = shown(driver, name)
    return part.mapTo(driver.window, part.rect().topLeft())


def test_the_beginning_stands_once_and_a_fork_tells_where_they_part(compare: Callable[..., Driver]) -> None:
    """What both did is folded into one line with the last reply; the fork names the turn, and columns follow."""
    driver = compare(TO_THE_CAKE, TOO_LATE)
    assert driver.sees("Both runs begin the same way")
    assert driver.sees("“Mind the wet bit.”")
    assert joints(driver)[0] == "Here they part, at turn 2"
    assert not driver.sees("It's the cake I came for. Who won it?")
    driver.click("unfold-1")
    assert driver.sees("You said: It's the cake I came for. Who won it?")
    driver.click("unfold-1")
    assert not driver.sees("You said: It's the cake I came for. Who won it?")


def test_turns_of_one_moment_stand_side_by_side(compare: Callable[..., Driver]) -> None:
    """The two choices at the mop begin at the same height, the first run on the left."""
    driver = compare(TO_THE_CAKE, TOO_LATE)
    left, right = driver.visible(TurnCell)[:2]
    tops = {cell.mapTo(driver.window, cell.rect().topLeft()).y() for cell in (left, right)}
    assert len(tops) == 1
    assert left.height() == right.height()
    assert place_of(driver, "play-on-0-2").x() < place_of(driver, "play-on-1-2").x()


def test_runs_that_meet_again_are_led_together(compare: Callable[..., Driver]) -> None:
    """After different first choices both stand by the mop and do the same there: told once, under a pill."""
    driver = compare(("cake", "step-over", "good-night"), ("lovely-hall", "step-over", "who-won"))
    assert joints(driver) == ["Here they part, at turn 1", "Here they meet again", "Here they part again, at turn 3"]
    assert driver.sees("Both go on the same way")


@pytest.mark.parametrize(
    ("scenario", "plans"),
    [
        ("walking-in", ("warm-talk", "april-and-back")),
        ("after-a-year", ("fake-catch-up", "a-line-each")),
        ("asking-for-help", ("his-question-first", "the-surprise")),
    ],
)
def test_shipped_runs_part_meet_and_part_again(
    home: Driver, shipped_library: Library, journal: Journal, scenario: str, plans: tuple[str, str]
) -> None:
    """Of two of the author's ways through each scenario every turn is there once, and the joints are told in order."""
    known = shipped_library.load(scenario).scenario.plans
    ways = [known[plan].choices for plan in plans]
    contrasting(home).open([play(shipped_library, journal, scenario, way) for way in ways])
    home.settle()
    told = joints(home)
    assert told[0].startswith("Here they part, at turn ")
    assert "Here they meet again" in told[1:]
    assert any(text.startswith("Here they part again") for text in told[told.index("Here they meet again") :])
    for name in [name for name in home.buttons() if name.startswith("unfold-")]:
        home.click(name)
    ways_on = sorted(name for name in home.buttons() if name.startswith("play-on-"))
    turns = [(column, number + 1) for column, way in enumerate(ways) for number in range(len(way))]
    assert ways_on == sorted(f"play-on-{column}-{number}" for column, number in turns)


def test_words_that_differ_are_found() -> None:
    """Of two wordings of the same act the words that differ are marked; wordings with nothing in common are not."""
    assert list(differing("Before you do: whose cake is it?", "Before you go: whose cake is it?")) == [range(11, 14)]
    assert not differing("Good night", "Whose cake is it?")


def test_words_that_differ_are_underlined(home: Driver) -> None:
    """A marked word has a line under it on a screen without colours too; the words before it are as they were."""
    home.frame.appearance.change(Settings(theme="high-contrast-light"))
    plain, marked = (_painted(home, marks) for marks in ([], [range(11, 13)]))
    changed = [
        (x, y) for x in range(plain.width()) for y in range(plain.height()) if plain.pixel(x, y) != marked.pixel(x, y)
    ]
    assert min(x for x, _ in changed) > plain.width() / 2
    assert max(qGray(plain.pixel(x, y)) - qGray(marked.pixel(x, y)) for x, y in changed) > 100


def test_every_turn_tells_move_side_and_thought(compare: Callable[..., Driver]) -> None:
    """In each column stand the words, the reply, what went through the partner's mind, and the side in a word."""
    driver = compare(TO_THE_CAKE, TOO_LATE)
    for text in ("He does want that cake.", "Like a coat stand.", "I lock in five minutes.", "Relational: "):
        assert driver.sees(text), text


def test_both_endings_stand_at_the_foot(compare: Callable[..., Driver]) -> None:
    """How each ended and what is said a week later is there, side by side, below everything else."""
    driver = compare(TO_THE_CAKE, TOO_LATE)
    assert driver.sees("Somebody stayed for the cake. We missed the bus, both of us.")
    assert driver.sees("There was one left at the end. Polite.")
    assert place_of(driver, "ending-0").y() == place_of(driver, "ending-1").y() > place_of(driver, "play-on-0-3").y()


def test_it_asks_before_it_reads(compare: Callable[..., Driver], journal: Journal) -> None:
    """The reading comes after a line has been written, and the line is kept and shown with it."""
    driver = compare(TO_THE_CAKE, TOO_LATE)
    assert driver.sees("What differs here, and what does it change for Ottoline?")
    assert not driver.part("reading").isVisible()
    driver.part("answer").setFocus()
    driver.press(*"SHE", "Enter")
    assert driver.part("reading").isVisible()
    assert driver.sees("she")
    assert journal.answer_to([run.id for run in journal.runs()]) == "she"


def test_the_line_is_there_the_next_time(compare: Callable[..., Driver], journal: Journal) -> None:
    """What was written about two runs stands in the field when they are compared again, the other way round."""
    driver = compare(TO_THE_CAKE, TOO_LATE)
    runs = [run.id for run in journal.runs()]
    journal.answer(runs, "She told me the name.")
    contrasting(driver).open(runs)
    assert driver.sees("She told me the name.")


def test_the_question_can_be_skipped(compare: Callable[..., Driver], journal: Journal) -> None:
    """'Skip' shows the reading and keeps nothing, not even over what was kept before."""
    driver = compare(TO_THE_CAKE, TOO_LATE)
    runs = [run.id for run in journal.runs()]
    journal.answer(runs, "As before.")
    driver.click("skip")
    assert driver.part("reading").isVisible()
    assert journal.answer_to(runs) == "As before."


def test_esc_leaves_the_line_before_it_leaves_the_screen(compare: Callable[..., Driver]) -> None:
    """What is being written is still there after Esc, and only a second one leads away."""
    driver = compare(TO_THE_CAKE, TOO_LATE)
    driver.part("answer").setFocus()
    driver.press(*"SHE", "Esc")
    assert driver.sees("she")
    assert driver.button("swap").isVisible()
    driver.press("Esc")
    assert "swap" not in driver.buttons()


def test_sides_can_be_swapped(compare: Callable[..., Driver]) -> None:
    """'Swap sides' puts the right run on the left."""
    driver = compare(TO_THE_CAKE, TOO_LATE)
    assert _ending(driver, 0) == "A name and a slice"
    driver.click("swap")
    assert _ending(driver, 0) == "The lights go out"


def test_a_third_run_can_be_added_and_no_fourth(compare: Callable[..., Driver], journal: Journal) -> None:
    """'Add a run' offers the other ways through the scene; with three there is no more to add."""
    driver = compare(TO_THE_CAKE, TOO_LATE)
    play(driver.frame.parts.library, journal, "by-the-urn", ANOTHER_START)
    driver.click("further-run")
    driver.press("Enter")
    assert driver.sees("Compare three runs")
    assert "further-run" not in driver.buttons()
    assert place_of(driver, "ending-0").x() < place_of(driver, "ending-1").x() < place_of(driver, "ending-2").x()


def test_another_run_can_take_a_place(compare: Callable[..., Driver], journal: Journal) -> None:
    """'Choose other runs' replaces the run on the right; without any other run it says so."""
    driver = compare(TO_THE_CAKE, TOO_LATE)
    driver.click("other-runs")
    assert driver.sees("One run so far. Try another way and they'll sit here side by side.")
    play(driver.frame.parts.library, journal, "by-the-urn", ("cake", "step-over", "who-won"))
    driver.click("other-runs")
    driver.click("candidate-0")
    assert _ending(driver, 1) == "A name and a slice"


def test_one_plays_on_from_any_turn(compare: Callable[..., Driver], journal: Journal) -> None:
    """'Play on from here' opens that run before that turn, and the way it had gone stays in the journal."""
    driver = compare(TO_THE_CAKE, TOO_LATE)
    driver.click("play-on-1-2")
    assert [turn.choice.id for turn in driver.session.turns] == ["cake"]
    assert driver.sees("You went back to turn 2.")
    run = journal.run(driver.session.run)
    assert run is not None
    assert [node.choice for node in run.line(run.leaves[-1].id)] == list(TOO_LATE)


def test_a_choice_never_made_stands_beside_the_run(compare: Callable[..., Driver], journal: Journal) -> None:
    """The other choice shows its reply and thought and nothing after, says that it was not played, and leads there."""
    driver = compare(TO_THE_CAKE)
    (run,) = journal.runs()
    contrasting(driver).open_otherwise(run.id, 2, "stand-still")
    driver.settle()
    assert driver.sees("Like a coat stand.")
    assert _ending(driver, 1) == "You have not played this."
    driver.click("play-on-1-2")
    assert [turn.choice.id for turn in driver.session.turns] == ["cake"]


def test_two_ways_through_one_run_can_be_compared(start: Callable[..., Driver], journal: Journal) -> None:
    """After going back and ending otherwise, the debrief compares both ways, and Esc leads back to it."""
    driver = start("by-the-urn")
    for wanted in TO_THE_CAKE:
        _choose(driver, wanted)
    assert "compare" not in driver.buttons()
    driver.click("bead-2")
    for wanted in TOO_LATE[1:]:
        _choose(driver, wanted)
    driver.click("compare")
    assert joints(driver)[0] == "Here they part, at turn 2"
    assert {_ending(driver, 0), _ending(driver, 1)} == {"A name and a slice", "The lights go out"}
    assert len(journal.runs()) == 1
    driver.press("Esc")
    assert driver.button("play-again").isVisible()


def test_left_and_right_lead_from_column_to_column(compare: Callable[..., Driver]) -> None:
    """From a turn, Right goes to the one beside it and Left comes back; at the edge nothing happens."""
    driver = compare(TO_THE_CAKE, TOO_LATE)
    driver.button("play-on-0-2").setFocus()
    driver.press("Right")
    assert driver.focused.objectName() == "play-on-1-2"
    driver.press("Right", "Left")
    assert driver.focused.objectName() == "play-on-0-2"


def test_the_page_keys_scroll_all_columns_at_once(compare: Callable[..., Driver]) -> None:
    """Page Down, wherever the focus is, moves everything up together."""
    driver = compare(TO_THE_CAKE, TOO_LATE)
    tops = place_of(driver, "ending-0").y(), place_of(driver, "ending-1").y()
    driver.press("PageDown")
    moved = tops[0] - place_of(driver, "ending-0").y()
    assert moved > 0
    assert tops[1] - place_of(driver, "ending-1").y() == moved


def test_a_screen_reader_hears_each_turn_whole(compare: Callable[..., Driver]) -> None:
    """The way on from a turn is named after the run, the turn, what was said, and the side."""
    name = compare(TO_THE_CAKE, TOO_LATE).button("play-on-0-2").accessibleName()
    assert name.startswith("Run: Today at ")
    assert "turn 2: you said: And the cake, did somebody take it home? Relational" in name


def test_a_bead_shows_its_turn(compare: Callable[..., Driver]) -> None:
    """A press on a bead in a column's ribbon scrolls to that turn."""
    driver = compare(TO_THE_CAKE, TOO_LATE)
    driver.window.resize(900, 600)
    driver.settle()
    driver.click("bead-0-3")
    bottom = place_of(driver, "play-on-0-3").y() + shown(driver, "play-on-0-3").height()
    assert 0 < bottom < 600


@pytest.mark.parametrize("turns", [5, 12, 18])
def test_beads_of_a_narrow_column_do_not_overlap(home: Driver, turns: int) -> None:
    """Where a run has many turns and its column is narrow, even two turning points in a row stay apart."""
    ribbon = SmallRibbon(home.frame.look, 0)
    ribbon.setParent(home.window)
    ribbon.show_moments([Moment(number, "", "neither", 0, turning_point=True) for number in range(turns)], "Eleanor")
    ribbon.resize(340, 120)
    beads = ribbon.findChildren(SmallBead)
    for bead, following in pairwise(beads):
        apart = following.geometry().center().x() - bead.geometry().center().x()
        assert bead.radius + following.radius <= apart + 1  # a pixel for what is rounded


def test_where_one_run_says_nothing_the_column_stays_empty(compare: Callable[..., Driver]) -> None:
    """Beside the turns of a longer run stands an empty cell, and no words."""
    driver = compare(TO_THE_CAKE, ("cake", "cake-again"))
    assert joints(driver)[-1] == "From here on not all go on"
    assert len(driver.visible(EmptyCell)) == 1
    assert _ending(driver, 1) == "Left after turn 2"


def test_in_a_narrow_window_columns_stand_below_each_other(compare: Callable[..., Driver]) -> None:
    """With little room the second run follows the first one, and no empty cell takes any."""
    driver = compare(TO_THE_CAKE, ("cake", "cake-again"))
    driver.window.resize(640, 600)
    driver.settle()
    assert driver.visible(EmptyCell) == []
    assert place_of(driver, "ending-0").x() == place_of(driver, "ending-1").x()
    assert place_of(driver, "ending-0").y() < place_of(driver, "ending-1").y()


@pytest.mark.parametrize(
    ("kind", "suffix", "beginning"), [("pdf", "pdf", b"%PDF"), ("markdown", "md", b"#"), ("html", "html", b"<")]
)
def test_it_is_saved_where_one_finds_it(
    compare: Callable[..., Driver], kind: str, suffix: str, beginning: bytes
) -> None:
    """Each button writes its kind of file among the documents, a second one beside it; a notice says where."""
    driver = compare(TO_THE_CAKE, TOO_LATE)
    driver.click(f"save-{kind}")
    driver.click(f"save-{kind}")
    saved = sorted(driver.frame.parts.documents.iterdir())
    assert [path.suffix for path in saved] == [f".{suffix}"] * 2
    assert all(path.read_bytes().startswith(beginning) for path in saved)
    assert driver.sees(str(saved[0]))


@pytest.mark.parametrize("kind", ["pdf", "markdown"])
def test_what_cannot_be_saved_is_told(compare: Callable[..., Driver], kind: str) -> None:
    """Where the folder is a file, one sentence says so, and the comparison stays."""
    driver = compare(TO_THE_CAKE, TOO_LATE)
    driver.frame.parts.documents.write_text("not a folder")
    driver.click(f"save-{kind}")
    assert driver.sees("This couldn't be saved to")
    assert driver.button("swap").isVisible()


def _painted(driver: Driver, marked: Sequence[range]) -> QImage:
    """Return a short text, with some of it marked, as it is painted."""
    words = TextBlock(driver.frame.look, "Before you do", marked=marked)
    width = words.natural_width()
    image = QImage(width, words.height(width), QImage.Format.Format_RGB32)
    image.fill(driver.frame.look.colour("tint"))
    painter = QPainter(image)
    words.paint(painter, 0, 0, width)
    painter.end()
    return image


def _ending(driver: Driver, column: int) -> str:
    ending = shown(driver, f"ending-{column}")
    assert isinstance(ending, QLabel)
    return ending.text()


def _choose(driver: Driver, wanted: str) -> None:
    ids = [choice.id for choice in driver.session.choices]
    driver.press(str(ids.index(wanted) + 1), "Enter")


@pytest.mark.parametrize("action", ["swap", "other-runs", "play-on-1-2"])
def test_a_run_deleted_in_another_window_is_told(compare: Callable[..., Driver], journal: Journal, action: str) -> None:
    """Whatever needs the run anew says that it is gone, and what is shown stays."""
    driver = compare(TO_THE_CAKE, TOO_LATE)
    journal.delete(journal.runs()[0].id)
    driver.click(action)
    assert any(driver.sees(gone) for gone in ("not in the journal any more", "has been deleted from the journal"))
    assert driver.button("swap").isVisible()


def test_a_damaged_run_is_in_no_other_s_way(compare: Callable[..., Driver], journal: Journal, folders: Folders) -> None:
    """GIVEN a run of the same scenario that cannot be read WHEN another run is looked for THEN the others are there."""
    driver = compare(TO_THE_CAKE, TOO_LATE)
    play(driver.frame.parts.library, journal, "by-the-urn", ANOTHER_START)
    damaged = play(driver.frame.parts.library, journal, "by-the-urn", TO_THE_CAKE[:1])
    with closing(sqlite3.connect(folders.journal)) as connection, connection:
        number = "(SELECT number FROM run WHERE id = ?)"
        connection.execute(f"UPDATE turn SET openness = 'wide' WHERE run = {number}", (damaged,))  # noqa: S608 - ours
    driver.click("other-runs")
    assert "candidate-0" in driver.buttons()
