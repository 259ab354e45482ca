"""The replay: an old run turn by turn in the words of its time, and the ways on from there."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible

from greenroom.journal import Journal
from greenroom.paths import Folders
from greenroom.ui.screens.replay import ReplayScreen
from tests.ui.conftest import SCENES
from tests.ui.driving import Driver
from tests.ui.journal_reading import TO_THE_CAKE, rehearse

SCENE = (SCENES / "by-the-urn.toml").read_text(encoding="utf-8").replace('"by-the-urn"', '"mine"')


@pytest.fixture
def mine(folders: Folders, start: Callable[..., Driver]) -> Driver:
    """Start the window with a scenario of the user's own, "mine"."""
    write(folders, SCENE)
    return start()


def write(folders: Folders, text: str) -> Path:
    """Write the user's own scenario, and return its path."""
    folders.scenarios.mkdir(parents=True, exist_ok=True)
    path = folders.scenarios / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def read_again(driver: Driver, journal: Journal, choices: tuple[str, ...] = TO_THE_CAKE, scenario: str = "mine") -> str:
    """Play a run, and open it in the journal to read it again from its beginning; return its id."""
    run = rehearse(driver.frame.parts.library, journal, choices, scenario)
    open_replay(driver)
    return run


def open_replay(driver: Driver) -> None:
    """Read the newest run again."""
    driver.press("Ctrl+J")
    driver.click("read-again")


def said(driver: Driver) -> list[str]:
    """Return the conversation as it is read out."""
    lines = [part for part in driver.visible() if part.objectName().startswith("line-")]
    return [line.accessibleName() or line.text() for line in lines]  # type: ignore[attr-defined]


def remark(driver: Driver) -> str:
    """Return what is said about the run as a whole."""
    assert isinstance(driver.screen, ReplayScreen)
    panel = driver.screen._remark_panel
    return driver.screen._remark.text() if panel.isVisible() else ""


# Reading


def test_a_run_is_read_turn_by_turn(home: Driver, journal: Journal) -> None:
    """From the beginning on, each step shows what was said by then, how it landed and why."""
    read_again(home, journal, scenario="by-the-urn")
    assert home.sees("The beginning")
    assert not home.sees("How it landed")
    assert len(said(home)) == 3
    home.press("Enter")
    assert home.sees("Turn 1 of 3")
    assert said(home)[-2:] == [
        "You said: It's the cake I came for. Who won it?",
        "Ottoline Haas said: Mind the wet bit.",
    ]
    assert home.sees("The cake. At least somebody says it.")
    assert home.sees("You said what you had come for, and it was small.")
    assert home.sees("Based on")
    home.press("Right")
    assert home.sees("Turn 2 of 3")
    assert home.sees("He does want that cake.")


def test_the_keys_step_on_and_back(home: Driver, journal: Journal) -> None:
    """Right and Enter go on, Left and Backspace back, Home and End to the ends, and no further."""
    read_again(home, journal, scenario="by-the-urn")
    seen = []
    for key in ("Left", "Right", "Enter", "Backspace", "End", "Left", "Home", "Backspace"):
        home.press(key)
        seen.append(home.part("where").text())  # type: ignore[attr-defined]  # a label
    beginning, *turns = "The beginning", "Turn 1 of 3", "Turn 2 of 3", "Turn 3 of 3"
    assert seen == [beginning, turns[0], turns[1], turns[0], turns[2], turns[1], beginning, beginning]


def test_each_step_is_read_out(home: Driver, journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen reader hears which turn it is, the reply, and how it landed."""
    read_again(home, journal, scenario="by-the-urn")
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    home.press("Right")
    assert heard == [
        "Turn 1 of 3. Ottoline Haas said: Mind the wet bit. How it landed: The cake. At least somebody says it."
    ]


def test_the_portrait_has_the_mood_of_the_turn(home: Driver, journal: Journal) -> None:
    """Beside each turn they look as they did then."""
    read_again(home, journal, scenario="by-the-urn")
    home.press("Right")
    assert home.sees("Ottoline Haas, looking distracted")
    home.press("Right")
    assert home.sees("Ottoline Haas, looking guarded")


def test_a_bead_leads_to_its_turn(home: Driver, journal: Journal) -> None:
    """From the ribbon on the run's page one reads on from the turn that was pressed."""
    rehearse(home.frame.parts.library, journal, TO_THE_CAKE)
    home.press("Ctrl+J")
    home.click("bead-2")
    assert home.sees("Turn 2 of 3")


def test_a_bubble_leads_back_to_its_turn(home: Driver, journal: Journal) -> None:
    """Pressing what one said goes back to the turn in which one said it."""
    read_again(home, journal, scenario="by-the-urn")
    home.press("End")
    home.click("line-3")
    assert home.sees("Turn 1 of 3")


def test_typed_words_are_shown_as_they_were_typed(home: Driver, journal: Journal, folders: Folders) -> None:
    """Where one answered in one's own words, those are read again."""
    rehearse(home.frame.parts.library, journal, TO_THE_CAKE)
    with closing(sqlite3.connect(folders.journal)) as connection, connection:
        connection.execute("UPDATE turn SET words = 'Any cake left?' WHERE choice = 'cake'")
    open_replay(home)
    home.press("Right")
    assert "You said: Any cake left?" in said(home)


# What if


def test_the_other_choices_tell_what_they_would_have_done(home: Driver, journal: Journal) -> None:
    """Each that was on offer comes with its reply and thought; one that was not says what was missing."""
    read_again(home, journal, ("look-around", "stand-still"), scenario="by-the-urn")
    home.press("Right", "Right")
    home.click("others")
    assert home.sees("Step over the wet bit and hold the door.")
    assert home.sees("Handy, that. The bucket is heavy.")
    assert home.sees("I lock in five minutes.")
    assert home.sees("You ask again")
    assert home.sees('You had not chosen "You ask about the cake".')
    assert not home.sees("He does want that cake.")


def test_the_other_choices_close_at_the_next_step(home: Driver, journal: Journal) -> None:
    """They belong to one turn: a step folds them, and so does their own button."""
    read_again(home, journal, scenario="by-the-urn")
    home.press("Right")
    home.click("others")
    home.press("Right")
    assert not home.sees("Proud of the lino. Well.")
    home.press("Left")
    home.click("others")
    assert home.sees("Proud of the lino. Well.")
    home.click("others")
    assert not home.sees("Proud of the lino. Well.")


def test_another_choice_is_laid_beside_the_one_made(home: Driver, journal: Journal) -> None:
    """The wish names the run, the turn and the choice, and the comparison opens."""
    run = read_again(home, journal, scenario="by-the-urn")
    wishes: list[tuple[object, ...]] = []
    home.navigation._replaying.comparison_requested.connect(lambda *wish: wishes.append(wish))
    home.press("Right")
    home.click("others")
    home.click("compare-lovely-hall")
    assert wishes == [(run, 1, "lovely-hall")]
    assert not isinstance(home.screen, ReplayScreen)
    home.press("Esc")
    assert home.sees("Turn 1 of 3")


# Ways on


def test_one_plays_on_from_a_turn(home: Driver, journal: Journal) -> None:
    """'Play from here' leads onto the stage before the choice of that turn, in the same run."""
    run = read_again(home, journal, scenario="by-the-urn")
    home.press("Right", "Right")
    home.click("play-on")
    assert home.button("choice-1").isVisible()
    assert home.session.run == run
    assert [turn.choice.id for turn in home.session.turns] == ["cake"]


def test_after_the_last_turn_one_sees_how_it_ended(home: Driver, journal: Journal) -> None:
    """The last step of a run that has ended leads to its debrief, and from there one reads it again."""
    read_again(home, journal, scenario="by-the-urn")
    home.press("End")
    assert home.sees("See how it ended")
    home.press("Enter")
    assert home.part("ending-title").isVisible()
    home.click("read-again")
    assert home.sees("The beginning")
    home.press("Esc")
    assert home.part("ending-title").isVisible()


def test_a_run_that_was_broken_off_goes_on_after_its_last_turn(home: Driver, journal: Journal) -> None:
    """The last step leads onto the stage, where it stands."""
    read_again(home, journal, ("cake",), scenario="by-the-urn")
    home.press("End")
    assert home.sees("Go on from here")
    home.press("Enter")
    assert home.sees("Turn 2")
    assert home.button("choice-1").isVisible()


def test_esc_leads_back_to_the_journal(home: Driver, journal: Journal) -> None:
    """One is on the page that one came from; an open reference is closed first."""
    read_again(home, journal, scenario="by-the-urn")
    home.press("Right")
    home.click(next(name for name in home.buttons() if name.startswith("source-")))
    home.press("Esc")
    assert home.sees("Turn 1 of 3")
    home.press("Esc")
    assert home.button("read-again").isVisible()


# When the scenario has changed since


def test_an_edited_scenario_replays_word_for_word(mine: Driver, journal: Journal, folders: Folders) -> None:
    """With a state renamed, a choice added and all reordered the old run reads as it did, and one line says so."""
    read_again(mine, journal)
    assert remark(mine) == ""
    before = []
    for _ in range(3):
        mine.press("Right")
        before.append((said(mine), mine.texts()))
    write(folders, edited(SCENE))
    open_replay(mine)
    assert remark(mine) == "This run's situation has changed since. You read it in the words of that time."
    for lines, texts in before:
        mine.press("Right")
        assert said(mine) == lines
        assert set(texts) <= set(mine.texts())


def test_the_new_version_is_played_as_far_as_the_choices_go(mine: Driver, journal: Journal, folders: Folders) -> None:
    """It begins a new run, makes the old choices by their ids, and says after which one they part."""
    old = read_again(mine, journal)
    write(folders, edited(SCENE).replace('id = "who-won"', 'id = "whose-cake"').replace('"who-won"', '"whose-cake"'))
    open_replay(mine)
    mine.click("new-version")
    assert mine.session.run != old
    assert [turn.choice.id for turn in mine.session.turns] == ["cake", "cake-again"]
    assert mine.sees("The new version goes your way up to turn 2: 'You ask again'. From here it is new.")
    assert mine.button("choice-1").isVisible()


def test_a_new_version_that_goes_all_the_way_says_so(mine: Driver, journal: Journal, folders: Folders) -> None:
    """Where only words have changed every choice is made again, up to the ending."""
    read_again(mine, journal)
    write(folders, SCENE.replace("The cake. At least", "The cake! At least"))
    open_replay(mine)
    mine.click("new-version")
    assert mine.part("ending-title").isVisible()
    assert mine.sees("The new version goes the same way to the end of your run.")


@pytest.mark.parametrize("left_behind", [None, "format = "])
def test_a_run_whose_file_is_gone_or_broken_is_read_all_the_same(
    mine: Driver, journal: Journal, folders: Folders, left_behind: str | None
) -> None:
    """One line says so, there is no new version to play, and every turn is there."""
    path = write(folders, SCENE)
    read_again(mine, journal)
    path.unlink() if left_behind is None else path.write_text(left_behind, "utf-8")
    open_replay(mine)
    assert remark(mine).startswith("This run's situation has changed since, and can't be begun anew.")
    assert "new-version" not in mine.buttons()
    mine.press("End")
    assert mine.sees("Five minutes, and one name. All right.")


def edited(text: str) -> str:
    """Return the scene with a state renamed, a choice added, and the choices of a state in another order."""
    renamed = text.replace("[states.mop]", "[states.wet-floor]").replace("[[states.mop.", "[[states.wet-floor.")
    renamed = renamed.replace('to = "mop"', 'to = "wet-floor"')
    head, *choices = renamed.split("[[states.urn.choices]]")
    last, rest = choices[-1].split("[states.wet-floor]", 1)
    added = (
        choices[0]
        .replace('id = "cake"', 'id = "sing"')
        .replace('label = "You ask about the cake"', 'label = "You sing"')
    )
    return "[[states.urn.choices]]".join([head, last, added, *choices[:-1]]) + "[states.wet-floor]" + rest


@pytest.mark.parametrize("way_on", ["play-on", "others"])
def test_a_run_deleted_meanwhile_can_still_be_read(mine: Driver, journal: Journal, way_on: str) -> None:
    """What has been opened can be stepped through; playing on or comparing says that the run is gone."""
    journal.delete(read_again(mine, journal))
    mine.press("Right")
    assert mine.sees("Turn 1 of 3")
    if way_on == "others":
        mine.click("others")
        way_on = next(name for name in mine.buttons() if name.startswith("compare-"))
    mine.click(way_on)
    assert mine.sees("not in the journal any more")
    mine.press("Right")
    assert mine.sees("Turn 2 of 3")
