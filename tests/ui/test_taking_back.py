"""Every way back on the stage: to the last turn, to any turn, and to where one was."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.test_terminal import session_with_nothing_open
from tests.ui.driving import Driver
from tests.ui.planned import rows


def offers(driver: Driver) -> list[str]:
    """Return the words of the choices on offer, in their order."""
    return [row.text() for row in rows(driver)]


@pytest.mark.parametrize("way_back", ["try-another", "take-back", "line-3"])
def test_every_click_back_takes_the_turn_back(stage: Driver, way_back: str) -> None:
    """'Try another', 'Take back' and one's own bubble each offer the same choices in the same order again."""
    before = offers(stage)
    stage.press("1")
    stage.click(way_back)
    assert offers(stage) == before
    assert stage.sees("You went back to turn 1.")


@pytest.mark.parametrize("way_back", ["Backspace", "Ctrl+Z"])
@pytest.mark.parametrize("landed", [True, False], ids=["from the landing", "from the next choices"])
def test_every_key_back_takes_the_turn_back(stage: Driver, way_back: str, landed: bool) -> None:  # noqa: FBT001
    """Backspace and Ctrl+Z do the same, whether or not one has gone on already."""
    before = offers(stage)
    stage.press("1")
    if not landed:
        stage.press("Enter")
    stage.press(way_back)
    assert offers(stage) == before


def test_at_the_start_there_is_nothing_to_take_back(stage: Driver) -> None:
    """Before the first choice no button offers it, and Backspace does no harm."""
    assert "take-back" not in stage.buttons()
    stage.press("Backspace", "Ctrl+Z")
    assert len(offers(stage)) == 3
    assert not stage.part("notice").isVisible()


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_one_goes_back_to_any_turn_and_returns_to_the_same(stage: Driver, turn: int) -> None:
    """From the last landing each own bubble leads to before its turn; the notice brings back all that was in sight."""
    offered = [offers(stage)]
    for _ in range(2):
        stage.press("1", "Enter")
        offered.append(offers(stage))
    stage.press("1")
    told = sorted(stage.texts())
    bubbles = [name for name in stage.buttons() if name.startswith("line-")]
    assert len(bubbles) == 3
    assert stage.button(bubbles[turn - 1]).accessibleDescription() == "Go back to here"
    stage.click(bubbles[turn - 1])
    assert stage.sees(f"You went back to turn {turn}.")
    assert offers(stage) == offered[turn - 1]
    stage.click("notice-action")
    assert sorted(stage.texts()) == told


def test_a_tried_choice_says_so_wherever_one_comes_by_again(stage: Driver) -> None:
    """After two ways from the same moment both say that they have been tried; the third does not."""
    stage.press("1", "Backspace", "2", "Backspace")
    rows = [stage.button(f"choice-{number}").accessibleName() for number in (1, 2, 3)]
    assert [row.endswith("(you have tried this)") for row in rows] == [True, True, False]


def test_a_key_held_down_takes_back_one_turn(stage: Driver) -> None:
    """Backspace held too long must not undo what one did not look at."""
    stage.press("1", "Enter", "1")
    for repeated in (False, True, True):
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier, "", repeated)
        QApplication.sendEvent(stage.focused, press)
        stage.settle()
    assert stage.sees("You went back to turn 2.")


def test_one_returns_over_all_turns_taken_back_one_by_one(stage: Driver) -> None:
    """After Backspace three times the notice leads back to the last landing."""
    stage.press("1", "Enter", "1", "Enter", "1")
    told = sorted(stage.texts())
    stage.press("Backspace", "Backspace", "Backspace")
    assert stage.sees("You went back to turn 1.")
    stage.click("notice-action")
    assert sorted(stage.texts()) == told


def test_where_nothing_is_open_one_is_told_the_way_back(stage: Driver) -> None:
    """A scenario too large to look through may come to where nothing can be answered: Backspace leads on."""
    stage.navigation._rehearsing.open(session_with_nothing_open())
    stage.settle()
    assert stage.sees("Nothing that you could do here is open. Take the last turn back.")
    assert offers(stage) == []
    stage.press("Backspace")
    assert len(offers(stage)) == 1
