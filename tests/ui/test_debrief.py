"""The debrief: how it ended, where it turned, and the ways back in."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel

from greenroom.journal import Journal
from greenroom.paths import Folders
from tests.ui.conftest import SCENES
from tests.ui.driving import Driver
from tests.ui.painting import WordsWatch

WAY_TO_THE_CAKE = ("cake", "cake-again", "who-won")


@pytest.fixture
def debrief(start: Callable[..., Driver], journal: Journal) -> Driver:
    """Play the scene by the urn to the cake, and open its debrief."""
    driver = start("by-the-urn")
    for wanted in WAY_TO_THE_CAKE:
        ids = [choice.id for choice in driver.session.choices]
        driver.press(str(ids.index(wanted) + 1), "Enter")
    assert journal.runs()[0].ending == "cake-found"
    return driver


def test_it_tells_how_it_ended_and_what_to_carry(debrief: Driver) -> None:
    """The ending, a week later in quotes, what the partner had wanted, and the if-then are all there."""
    assert debrief.sees("A name and a slice")
    assert debrief.sees("It is the caretaker's own cake.")
    assert debrief.sees("“Somebody stayed for the cake. We missed the bus, both of us.”")
    assert debrief.sees("To lock up before the bus.")
    assert debrief.sees("If I came for one thing, I will say which.")


def test_it_suggests_another_and_says_why(debrief: Driver) -> None:
    """What the author thinks follows well can be begun with one click; a scenario that suggests none shows nothing."""
    assert debrief.sees("There it is you who has to say no.")
    debrief.click("suggestion")
    assert debrief.sees("Noor Haddad")
    while "continue" in debrief.buttons() or "choice-1" in debrief.buttons():
        debrief.press("1", "Enter")
    assert debrief.part("ending-title").isVisible()
    assert "suggestion" not in debrief.buttons()
    assert not debrief.sees("If you want another")


def test_what_is_not_there_is_not_suggested(start: Callable[..., Driver], folders: Folders) -> None:
    """A suggestion of a scenario that one does not have is left out."""
    folders.scenarios.mkdir(parents=True)
    scene = (SCENES / "by-the-urn.toml").read_text(encoding="utf-8").replace('"by-the-urn"', '"mine"')
    (folders.scenarios / "mine.toml").write_text(scene.replace('"left-umbrella"', '"gone"'), encoding="utf-8")
    driver = start()
    driver.qtbot.waitUntil(lambda: "situation-mine" in driver.buttons())
    driver.click("situation-mine")
    driver.press("1", "Enter", "1", "Enter", "1", "Enter")
    assert driver.part("ending-title").isVisible()
    assert "suggestion" not in driver.buttons()


def test_every_turn_is_on_the_ribbon_in_words(debrief: Driver) -> None:
    """Each bead names its turn, its side and its label; two of the three are turning points."""
    beads = [debrief.button(f"bead-{number}").accessibleName() for number in (1, 2, 3)]
    assert beads[0].startswith("Turn 1 of 3, ")
    assert beads[0].endswith("You ask about the cake")
    assert sum("turning point" in bead for bead in beads) == 2


def test_the_arrows_walk_along_the_ribbon_and_enter_plays_from_there(debrief: Driver) -> None:
    """Right and Left move from bead to bead and stop at the ends; Enter goes back to before that turn."""
    debrief.button("bead-1").setFocus()
    debrief.press("Left", "Right", "Right", "Right")
    assert debrief.focused.objectName() == "bead-3"
    debrief.press("Left", "Enter")
    assert debrief.sees("You went back to turn 2.")
    assert debrief.sees("And the cake, did somebody take it home?")
    assert debrief.button("choice-1").isVisible()


def test_home_and_end_walk_to_the_ends_of_the_ribbon(debrief: Driver) -> None:
    """End leads to the last turn and Home to the first."""
    debrief.button("bead-2").setFocus()
    debrief.press("End")
    assert debrief.focused.objectName() == "bead-3"
    debrief.press("Home")
    assert debrief.focused.objectName() == "bead-1"


@pytest.mark.parametrize("width", [900, 1280])
def test_the_words_over_a_turning_point_stand_over_its_bead(
    debrief: Driver, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    """Also at the edge of the ribbon their middle is the bead's, and they take one line."""
    debrief.window.resize(width, 800)
    painted = [words for words in WordsWatch(monkeypatch).painted(debrief) if words.words == "Turning point"]
    beads = [debrief.button(f"bead-{number}") for number in (1, 2, 3)]
    turned = [bead.geometry().center().x() for bead in beads if "turning point" in bead.accessibleName()]
    assert [words.box.center().x() for words in painted] == pytest.approx(turned, abs=2)
    assert all(words.box.height() < 2 * words.height for words in painted)


def test_the_tab_key_stops_once_on_the_ribbon(debrief: Driver) -> None:
    """However many turns there were, one Tab leads past the ribbon to the first turning point."""
    debrief.button("bead-1").setFocus()
    debrief.press("Tab")
    assert debrief.focused.objectName().startswith("go-back-")


def test_going_back_from_a_turning_point_can_be_undone(debrief: Driver) -> None:
    """From a turning point's card one plays on from there, and the notice leads back to the ending."""
    first = next(name for name in debrief.buttons() if name.startswith("go-back-"))
    debrief.click(first)
    assert debrief.button("choice-1").isVisible()
    debrief.click("notice-action")
    debrief.press("Enter")
    assert debrief.sees("A name and a slice")


def test_play_again_begins_anew(debrief: Driver, journal: Journal) -> None:
    """'Play again' plays the same scenario from its start, as a run of its own; Enter alone does not."""
    debrief.press("Enter")
    assert debrief.button("play-again").isVisible()
    debrief.click("play-again")
    debrief.press("1")
    assert len(journal.runs()) == 2
    assert journal.runs()[0].turns == 1


def test_done_for_now_leads_home(debrief: Driver) -> None:
    """The home then tells in words that one way has been tried, and offers nothing to go on with."""
    debrief.click("done")
    assert debrief.sees("You've tried this one way. About 2 minutes")
    assert not debrief.sees("Where you left off")


def test_the_threads_draw_together_as_the_partner_opens(debrief: Driver) -> None:
    """The ribbon's line for 'you' climbs from the first bead to the last, for the caretaker has opened."""
    first, last = (debrief.button(f"bead-{number}").geometry().center() for number in (1, 3))
    assert last.y() < first.y()
    assert last.x() > first.x()


def test_what_to_carry_and_what_was_hoped_for_share_the_width(debrief: Driver) -> None:
    """Neither of the two short texts is squeezed beside the other."""
    texts = ("If I came for one thing, I will say which.", "To lock up before the bus.")
    labels = [part for part in debrief.visible(QLabel) if isinstance(part, QLabel) and part.text() in texts]
    assert [label.width() for label in labels] == pytest.approx([labels[0].width()] * 2, abs=2)


def test_turning_points_look_different(debrief: Driver) -> None:
    """A turning point has a ring in the colour of ink, which other beads have not."""
    beads = [debrief.button(f"bead-{number}") for number in (1, 2, 3)]
    ink = debrief.frame.appearance.look.colour("ink")
    for bead in beads:
        has_ring = _has_colour(bead.grab().toImage(), ink)
        assert has_ring == ("turning point" in bead.accessibleName())


def _has_colour(image: QImage, colour: QColor) -> bool:
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return any(image.pixelColor(x, y).rgb() == colour.rgb() for x, y in points)
