"""Answers in own words on the stage: taken, asked about, or left; and what the coach found in them."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from greenroom.coach.findings import Situation
from greenroom.journal import Journal
from greenroom.library import Library
from greenroom.ui.widgets.message_editor import MessageEditor
from tests.shipped_scenes import SHIPPED
from tests.typing_words import lightly_changed
from tests.ui.driving import Driver
from tests.ui.planned import number_of, plans_by_length
from tests.ui.test_desk import fake_review

UNSURE = "Is that a map? And which of them are the harbour board?"
FAR_OFF = "My cousin sells insurance in Ghent"


class Speaker(Driver):
    """A user who answers in own words."""

    @property
    def field(self) -> MessageEditor:
        """Where one types."""
        field = self.part("own-words")
        assert isinstance(field, MessageEditor)
        return field

    def type_letters(self, letters: str) -> None:
        """Press the keys of letters."""
        QTest.keyClicks(self.focused, letters)
        self.settle()

    def say(self, words: str, key: str = "Enter") -> None:
        """Type an answer, and say it."""
        self.press("T")
        self.field.insertPlainText(words)
        self.press(key)

    @property
    def made(self) -> list[tuple[str, str | None]]:
        """The choices made, each with the words that were typed for it."""
        return [(turn.choice.id, turn.words) for turn in self.session.turns]


@pytest.fixture
def speaker(start: Callable[..., Driver], qtbot: QtBot, shipped_library: Library) -> Speaker:
    """Start the window on a shipped scenario, with a small coach."""
    return Speaker(start("walking-in", library=shipped_library, review=fake_review).window, qtbot)


def test_an_answer_is_taken_as_a_choice_and_the_reason_is_told(speaker: Speaker, journal: Journal) -> None:
    """The landing says as what it was taken, why, and what the author wrote; the journal keeps the words."""
    speaker.say("is that a map?")
    assert speaker.made == [("name-the-map", "is that a map?")]
    written = speaker.session.turns[0].choice.words
    assert speaker.sees(f'Taken as: You ask about the map, because of "map" and a question. As written: {written}')
    assert speaker.sees("is that a map?")
    run = journal.run(speaker.session.run)
    assert run is not None
    assert [node.words for node in run.line()] == ["is that a map?"]


def test_what_is_chosen_says_nothing_of_own_words(speaker: Speaker) -> None:
    """A landing after one that was typed says as what it was taken no more."""
    speaker.say("is that a map, with a lamp?")
    assert any("Taken as" in text for text in speaker.texts())
    speaker.press("Enter", "1")
    assert not any("Taken as" in text or "own words read" in text for text in speaker.texts())


def test_an_unsure_answer_offers_the_two_nearest_and_none(speaker: Speaker) -> None:
    """Nothing is chosen; a number picks which was meant, and the typed words are what was said."""
    speaker.say(UNSURE)
    assert speaker.made == []
    assert any(text.startswith("Close to these, because of") for text in speaker.texts())
    assert {"choice-1", "choice-2", "choice-3"} <= set(speaker.buttons())
    assert "choice-4" not in speaker.buttons()
    speaker.press("2")
    assert [words for _, words in speaker.made] == [UNSURE]


@pytest.mark.parametrize("key", ["3", "Esc"])
def test_none_of_these_offers_everything_again(speaker: Speaker, key: str) -> None:
    """The words stand in the field still, to be put otherwise; what is picked then is the author's."""
    speaker.say(UNSURE)
    speaker.press(key)
    assert speaker.made == []
    assert "choice-4" in speaker.buttons()
    assert speaker.focused is speaker.field
    assert speaker.field.toPlainText() == UNSURE
    speaker.press("Esc", "1")
    assert [words for _, words in speaker.made] == [None]


def test_an_answer_that_is_far_off_is_left(speaker: Speaker) -> None:
    """The partner waits, the window says so, and the words stay to be changed; a number picks the author's."""
    speaker.say(FAR_OFF)
    assert speaker.made == []
    assert speaker.sees("I can't tell how Eleanor would take that. Which of these is closest?")
    speaker.press("T")
    assert speaker.field.toPlainText() == FAR_OFF
    speaker.press("Esc", "1")
    assert [words for _, words in speaker.made] == [None]


@pytest.mark.parametrize("words", ["", "  \n", "12 ...", "?"])
def test_what_nobody_could_say_is_no_answer(speaker: Speaker, words: str) -> None:
    """Enter on an empty field, or on signs alone, does nothing at all."""
    speaker.say(words)
    assert speaker.made == []
    assert speaker.sees("What do you say?")
    assert speaker.focused is speaker.field


def test_what_the_coach_found_joins_the_landing(speaker: Speaker) -> None:
    """The finding stands below the author's explanation, with its side in words; not by a rule that is off."""
    speaker.say("is that a map by the lamp?")
    assert speaker.sees("How your own words read")
    assert speaker.sees("Named memory: “lamp”")
    assert speaker.sees("“lamp” does it.")
    speaker.frame.appearance.change(speaker.frame.appearance.settings._replace(silent_rules=("lamp-rule",)))
    speaker.press("Ctrl+Z")
    speaker.press("T", "Enter")
    assert not speaker.sees("How your own words read")


def test_taken_back_words_can_be_gone_on_with(speaker: Speaker) -> None:
    """They stand in the field again; going back to where one was has them said again, as they were typed."""
    speaker.say("is that a map?")
    speaker.press("Backspace")
    assert speaker.field.toPlainText() == "is that a map?"
    speaker.click("notice-action")
    assert speaker.made == [("name-the-map", "is that a map?")]


def test_half_an_answer_waits_where_it_was_typed(speaker: Speaker) -> None:
    """Picking a choice or going back loses none of it: it stands in the field when one is there again."""
    speaker.press("T")
    speaker.type_letters("half")
    speaker.press("Esc", "1", "Enter")
    assert speaker.field.toPlainText() == ""
    speaker.press("T")
    speaker.type_letters("another")
    speaker.click("take-back")
    assert speaker.field.toPlainText() == "half"
    speaker.click("notice-action")
    assert speaker.field.toPlainText() == "another"


def test_while_a_landing_shows_nothing_is_answered(speaker: Speaker) -> None:
    """The keys for a field, for notes and for choices that are out of sight leave the focus where it is."""
    speaker.say(UNSURE)
    speaker.press("2")
    for key in ("T", "F8", "3"):
        speaker.press(key)
        assert speaker.focused.objectName() == "continue", key
    assert len(speaker.made) == 1


def test_words_put_otherwise_in_doubt_are_those_that_count(speaker: Speaker) -> None:
    """What stands in the field when one picks which was meant is what was said."""
    speaker.say(UNSURE)
    speaker.press("T", "End")
    speaker.type_letters(" Please")
    speaker.press("Esc", "2")
    assert [words for _, words in speaker.made] == [f"{UNSURE} Please"]


def test_letters_and_numbers_are_typed_in_the_field(speaker: Speaker) -> None:
    """T goes there; there 1 chooses nothing and Backspace takes back a letter; Esc leaves, and 1 chooses."""
    speaker.press("T")
    speaker.type_letters("t1")
    assert speaker.field.toPlainText() == "t1"
    speaker.press("Backspace")
    assert speaker.field.toPlainText() == "t"
    assert speaker.made == []
    speaker.press("Esc", "1")
    assert len(speaker.made) == 1


def test_a_long_answer_may_have_several_lines(speaker: Speaker) -> None:
    """Shift+Enter begins another; Enter says all of it."""
    speaker.press("T")
    speaker.type_letters("is that")
    speaker.press("Shift+Enter")
    speaker.type_letters("a map?")
    assert speaker.made == []
    speaker.press("Enter")
    assert len(speaker.made) == 1


def test_a_draft_is_written_on_the_sheet_of_the_desk(
    start: Callable[..., Driver], qtbot: QtBot, shipped_library: Library
) -> None:
    """Where one writes, marks and notes stand with the words, Enter begins a line and Ctrl+Enter is the answer."""
    writer = Speaker(start("after-a-year", library=shipped_library, review=fake_review).window, qtbot)
    choice = writer.session.choices[0]
    writer.press("T")
    writer.field.insertPlainText(f"{choice.words} The lamp.")
    qtbot.waitUntil(lambda: bool(writer.field.marks))
    assert writer.sees("“lamp” does it.")
    writer.press("F8")
    assert writer.focused.objectName() == "note"
    writer.press("Esc")
    assert writer.focused is writer.field
    writer.press("Enter")
    assert writer.made == []
    writer.press("Ctrl+Enter")
    if not writer.made:  # for the lamp it may ask which was meant
        writer.press(number_of(writer, writer.session.scenario, choice.id))
    assert [made for made, _ in writer.made] == [choice.id]


@pytest.mark.parametrize("scenario_id", SHIPPED)
def test_a_scenario_is_played_to_an_ending_in_own_words(
    start: Callable[..., Driver], qtbot: QtBot, shipped_library: Library, scenario_id: str
) -> None:
    """Two plans are walked with typed words only, not the author's; where it asks, which was meant is said."""
    scenario = shipped_library.load(scenario_id).scenario
    shortest, *_, longest = plans_by_length(scenario)
    for plan in (shortest, longest):
        speaker = Speaker(start(scenario_id, library=shipped_library).window, qtbot)
        for choice_id in plan.choices:
            choice = next(each for each in speaker.session.choices if each.id == choice_id)
            turns = len(speaker.session.turns)
            speaker.say(lightly_changed(choice), "Ctrl+Enter")
            if len(speaker.session.turns) == turns:
                speaker.press(number_of(speaker, scenario, choice.id))
            assert speaker.session.turns[-1].choice == choice
            assert speaker.session.turns[-1].words
            speaker.press("Enter")
        assert speaker.part("ending-title").isVisible()


def test_the_coach_is_asked_nothing_before_one_types(
    start: Callable[..., Driver], qtbot: QtBot, shipped_library: Library
) -> None:
    """A rehearsal by numbers alone never loads it."""
    asked: list[str] = []

    def review(words: str, situation: Situation) -> object:
        asked.append(words)
        return fake_review(words, situation)

    speaker = Speaker(start("walking-in", library=shipped_library, review=review).window, qtbot)
    speaker.press("1", "Enter", "1", "Enter")
    assert asked == []
    speaker.say("I would rather not say")
    qtbot.waitUntil(lambda: bool(asked))
