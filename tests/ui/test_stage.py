"""The stage: choosing, how it lands, taking back, and going on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from greenroom.errors import JournalError
from greenroom.journal import Journal
from greenroom.paths import Folders, shipped
from greenroom.rubric import read_rubric
from tests.ui.conftest import SCENES
from tests.ui.driving import Driver

CAKE = "It's the cake I came for. Who won it?"
"""What the first choice of the scene by the urn says."""


def number_of(driver: Driver, words: str) -> str:
    """Return the key that picks the choice with these words: the order is shuffled."""
    rows = [name for name in driver.buttons() if name.startswith("choice-")]
    return next(name.removeprefix("choice-") for name in rows if driver.button(name).text() == words)


def choose(driver: Driver, words: str) -> None:
    """Press the key of the choice with these words."""
    driver.press(number_of(driver, words))


class FullDisk:
    """A journal that can be read and not written, as on a full disk."""

    notice = ""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Refuse to write; read nothing."""
        if name in {"begin", "add", "stand_at"}:
            return self._refuse
        return lambda *_args, **_named: {} if name == "ways_tried" else None

    @staticmethod
    def _refuse(*_args: object, **_named: object) -> None:
        raise JournalError("The disk is full.")


def test_the_setting_and_the_partner_are_in_sight(stage: Driver) -> None:
    """One sees who it is, what one came for and knows, where it is, and what is said."""
    for text in ("Ottoline Haas", "Caretaker", "Leaning on the mop.", "To find out who won the cake."):
        assert stage.sees(text)
    for text in ("The raffle was drawn", "A school hall after the fair.", "The last coffee", "If it's coffee"):
        assert stage.sees(text)
    assert stage.sees("Ottoline Haas, looking neutral")


def test_choices_tell_no_side_before_the_choice(stage: Driver) -> None:
    """Nothing on the stage names a side until one has chosen."""
    assert len([name for name in stage.buttons() if name.startswith("choice-")]) == 3
    assert not stage.sees("elational")
    assert not stage.sees("ransactional")


def test_a_number_key_picks_and_everything_about_it_is_told(stage: Driver) -> None:
    """One sees the reply, the thought, the side in words, the move, why, and the source with its grade."""
    choose(stage, CAKE)
    for text in ("You said: " + CAKE, "Ottoline Haas said: Mind the wet bit.", "The cake. At least somebody says it."):
        assert stage.sees(text)
    assert stage.sees("Neither") or stage.sees("Relational")
    assert stage.sees("You said what you had come for")
    assert stage.sees("a point of view")
    assert not any(name.startswith("choice-") for name in stage.buttons())


def test_the_reply_is_there_at_once(stage: Driver) -> None:
    """The reply and the landing are painted in answer to the press itself: no timer stands between."""
    words = number_of(stage, CAKE)
    stage.window.grab()
    stage.press(words)
    assert stage.part("landing").isVisible()
    assert stage.part("line-4").isVisible()


def test_enter_goes_on_to_the_next_choices(stage: Driver) -> None:
    """Enter continues, and the next state's choices are on offer."""
    choose(stage, CAKE)
    stage.press("Enter")
    assert not stage.part("landing").isVisible()
    assert stage.sees("And the cake, did somebody take it home?")


def test_arrows_and_enter_choose_too(stage: Driver) -> None:
    """Down moves to the first choice and on, Up back, and Enter picks the one with the focus."""
    stage.press("Down", "Down", "Up")
    assert stage.focused.objectName() == "choice-1"
    stage.press("Enter")
    assert stage.part("landing").isVisible()


def test_home_and_end_lead_to_the_first_and_the_last_choice(stage: Driver) -> None:
    """End moves to the last choice and Home to the first."""
    stage.press("Down", "End")
    assert stage.focused.objectName() == "choice-3"
    stage.press("Home")
    assert stage.focused.objectName() == "choice-1"


def test_try_another_takes_the_turn_back_and_says_what_was_tried(stage: Driver) -> None:
    """Backspace shows the same choices again, in the same order, and the one that was made says so."""
    order = [stage.button(f"choice-{n}").text() for n in (1, 2, 3)]
    choose(stage, CAKE)
    stage.press("Backspace")
    assert [stage.button(f"choice-{n}").text() for n in (1, 2, 3)] == order
    tried = [name for name in stage.texts() if "you have tried this" in name]
    assert len(tried) == 1
    assert CAKE in tried[0]
    assert not stage.sees("You said: ")


def test_one_can_go_back_to_any_turn_and_return(stage: Driver) -> None:
    """Pressing one's own bubble goes back to before it; the notice brings everything back as it was."""
    choose(stage, CAKE)
    stage.press("Enter")
    choose(stage, "And the cake, did somebody take it home?")
    stage.click("line-3")
    assert stage.sees("You went back to turn 1.")
    assert stage.sees("Leaning on the mop.")
    assert not stage.sees("You said: ")
    stage.click("notice-action")
    assert stage.sees("You said: And the cake, did somebody take it home?")
    assert stage.part("landing").isVisible()
    assert not stage.part("notice").isVisible()


def test_the_offer_to_return_ends_with_the_next_choice(stage: Driver) -> None:
    """Once something else is chosen there is no way to return to, and none is offered."""
    choose(stage, CAKE)
    stage.press("Backspace")
    choose(stage, "What a lovely hall, you must be proud.")
    assert not stage.part("notice").isVisible()


def test_one_click_opens_the_reference_and_esc_closes_it(stage: Driver) -> None:
    """The source's line opens the reference in place; Esc closes it and the focus is where it was."""
    choose(stage, CAKE)
    stage.click("source-claim:approach-with-transparency")
    assert stage.sees("How firm it is")
    assert stage.sees("a way to look at it, not a measurement")
    stage.press("Esc")
    assert not stage.sees("How firm it is")
    assert stage.focused.objectName() == "source-claim:approach-with-transparency"


def test_two_claims_of_one_article_share_a_line(start: Callable[..., Driver], folders: Folders) -> None:
    """Of two lines that would read alike there is one, and it opens both claims; the article's title stands in each."""
    folders.scenarios.mkdir(parents=True)
    first, second = "claim:approach-with-transparency", "claim:presence-is-enough-nothing-owed"
    scene = (SCENES / "by-the-urn.toml").read_text("utf-8").replace('"by-the-urn"', '"mine"')
    (folders.scenarios / "mine.toml").write_text(scene.replace(f'["{first}"]', str([first, second])), "utf-8")
    driver = start("mine")
    choose(driver, CAKE)
    assert [name for name in driver.buttons() if name.startswith("source-")] == [f"source-{first}"]
    driver.click(f"source-{first}")
    sources = read_rubric(shipped("assets")).sources
    assert driver.sees(sources[first].says)
    assert driver.sees(sources[second].says)
    panel = [text for text in driver.texts() if sources[first].short in text and not text.startswith("Based on")]
    assert panel == [f"{sources[first].full}\n{sources[second].full}"]


def test_the_other_choices_are_told_on_request(stage: Driver) -> None:
    """One sees for each other choice its words, its side, the thought, why, and the reply it would have got."""
    choose(stage, CAKE)
    assert not stage.sees("Proud of the lino. Well.")
    stage.click("others")
    for text in (
        "What a lovely hall, you must be proud.",
        "Proud of the lino. Well.",
        "A hall is hard to be proud of.",
    ):
        assert stage.sees(text)
    assert stage.sees("Ottoline Haas would have said")
    assert stage.sees("Transactional: ")
    assert stage.focused.objectName() == "continue"
    stage.press("Enter")
    assert not stage.sees("Proud of the lino. Well.")
    assert stage.button("choice-1").isVisible()


def test_the_landing_is_announced(stage: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen reader is given the reply and how it landed, without the focus being moved for it."""
    heard: list[str] = []

    def listen(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    choose(stage, CAKE)
    assert heard == ["Ottoline Haas said: Mind the wet bit. How it landed: The cake. At least somebody says it."]


def test_what_cannot_be_saved_is_told_and_the_rehearsal_goes_on(start: Callable[..., Driver]) -> None:
    """With a full disk a banner says so, and one plays on to the ending."""
    stage = start("by-the-urn", open_journal=FullDisk)
    choose(stage, CAKE)
    assert stage.sees("This couldn't be saved to")
    assert stage.sees("Your words are still here.")
    stage.press("Enter", "1", "Enter", "1", "Enter")
    assert stage.part("ending-title").isVisible()


def test_a_rehearsal_can_be_played_by_keys_alone(stage: Driver, journal: Journal) -> None:
    """Numbers and Enter lead from the first choice to the debrief, and every turn is in the journal."""
    stage.press("1", "Enter", "1", "Enter", "1")
    assert stage.button("continue").text() == "See how it ended"
    stage.press("Enter")
    assert stage.part("ending-title").isVisible()
    assert journal.runs()[0].turns == 3


def test_a_rehearsal_can_be_played_by_mouse_alone(stage: Driver) -> None:
    """Clicks lead from the first choice to the debrief."""
    for _ in range(3):
        stage.click("choice-1")
        stage.click("continue")
    assert stage.part("ending-title").isVisible()


def test_leaving_keeps_the_run(stage: Driver) -> None:
    """Leaving leads home, which offers to go on where one left off."""
    choose(stage, CAKE)
    stage.press("Enter")
    stage.click("leave")
    assert stage.sees("Where you left off")
    assert stage.sees("You stopped after turn 1, today at")
    stage.press("Enter")
    assert stage.sees("You said: " + CAKE)
    assert stage.button("choice-1").isVisible()


def test_a_notice_of_the_stage_does_not_outlast_it(stage: Driver) -> None:
    """The offer to return to a turn is gone when one has left: there it would change what one cannot see."""
    choose(stage, CAKE)
    stage.press("Backspace")
    stage.press("Ctrl+1")
    assert not stage.part("notice").isVisible()


HOSTILE = "<img src=file:///etc/passwd><b>bold</b> &amp; שלום {name} %1"


def test_content_is_shown_as_plain_text(start: Callable[..., Driver], tmp_path: Path) -> None:
    """Markup, entities, letters from right to left and braces are shown as they are written, wherever they stand."""
    path = tmp_path / "home" / "scenarios" / "hostile.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_hostile_scenario(), encoding="utf-8")
    driver = start("hostile")
    driver.press("1")
    driver.click("others")
    assert driver.sees(HOSTILE)
    driver.press("Enter")
    assert driver.part("ending-title").isVisible()
    labels = [text for text in driver.texts() if "img src" in text]
    assert labels
    assert all(HOSTILE in text for text in labels)
    assert not any(_draws_markup(part) for part in driver.visible())


def _hostile_scenario() -> str:
    text = f"'''{HOSTILE}'''"
    choices = "".join(
        f"""
[[states.room.choices]]
id = "{name}"
label = {text}
say = {text}
move = "small-talk"
to = "end"
landed = {text}
why = {text}
sources = ["huang-2017"]
"""
        for name in ("one", "two")
    )
    return f"""
format = 1
id = "hostile"
title = {text}
summary = {text}
situation = "event"
medium = "spoken"
minutes = 1
start = "room"
setting = {{ place = {text}, you_know = [{text}], you_want = {text} }}
partner = {{ name = {text}, role = {text}, portrait = "priya", wants = {text} }}
[states.room]
label = {text}
narration = {text}
says = {text}
seen = {text}
{choices}
[endings.end]
title = {text}
text = {text}
later = {text}
carry = {text}
"""


def _draws_markup(part: QWidget) -> bool:
    """Return whether a label would take its text for markup."""
    text_format = getattr(part, "textFormat", None)
    return text_format is not None and text_format().name != "PlainText"
