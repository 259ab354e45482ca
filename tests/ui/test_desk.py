"""The desk: marks under the words, notes to them, drafts, and other ways to look at a message."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from greenroom.coach.findings import Finding, Review, Situation
from greenroom.errors import JournalError
from greenroom.journal import Journal
from greenroom.ui.screens.desk import DeskScreen
from greenroom.ui.widgets.margin_note import MarginNote
from greenroom.ui.widgets.note_field import NoteField
from tests.ui.driving import Driver

if TYPE_CHECKING:
    from greenroom.rubric import Side


def fake_review(words: str, _situation: Situation) -> Review:
    """Find every "brain" to be a vague ask, and every "lamp" to be a named memory."""
    moves: dict[str, tuple[str, Side]] = {
        "brain": ("vague-ask", "transactional"),
        "lamp": ("named-memory", "relational"),
    }
    findings = tuple(
        Finding(
            found.start(),
            found.end(),
            f"{found[0]}-rule",
            *moves[found[0]],
            why=f"“{found[0]}” does it.",
            try_instead="What is the one thing?",
            sources=("claim:pick-your-brain-is-vague",),
        )
        for found in re.finditer("brain|lamp", words)
    )
    return Review("transactional" if "brain" in words else "relational", findings)


def no_journal() -> Journal:
    """Fail to open a journal."""
    raise JournalError("The disk is full.")


def locked(*_arguments: object) -> None:
    """Fail to do something in a journal."""
    raise JournalError("The journal is locked.")


class Desk(Driver):
    """A user at the desk."""

    @property
    def desk(self) -> DeskScreen:
        """The screen."""
        assert isinstance(self.screen, DeskScreen)
        return self.screen

    def type(self, words: str) -> None:
        """Type words at the cursor, and wait for the coach."""
        self.desk.sheet.editor.insertPlainText(words)
        self.wait_for_coach()

    def wait_for_coach(self) -> None:
        """Wait until every word has been read."""
        wanted = len(re.findall("brain|lamp", self.desk.words))
        self.qtbot.waitUntil(lambda: len(self.notes) == wanted and not self.reviewing_is_busy)
        self.settle()

    @property
    def reviewing_is_busy(self) -> bool:
        """Whether the coach is still reading."""
        return bool(self.navigation._writing._coaching.is_busy)

    @property
    def notes(self) -> list[MarginNote]:
        """The notes in sight."""
        return [note for note in self.window.findChildren(MarginNote) if not note.isHidden()]

    @property
    def marked(self) -> list[str]:
        """The words that the editor marks, by its own positions."""
        units = self.desk.words.encode("utf-16-le")
        return [units[2 * mark.start : 2 * mark.end].decode("utf-16-le") for mark in self.desk.sheet.editor.marks]

    def button_is_there(self, name: str) -> bool:
        """Say whether a button is in sight."""
        return name in self.buttons()

    def pick(self, situation: str) -> None:
        """Pick what to write for."""
        self.desk.occasion_picked.emit(situation)
        self.settle()


@pytest.fixture
def desk(start: Callable[..., Driver], qtbot: QtBot) -> Desk:
    """Start the window on the desk, with a small coach."""
    made = Desk(start(review=fake_review).window, qtbot)
    made.press("Ctrl+2")
    return made


class TestMarks:
    """What stands under the words and beside them."""

    def test_marks_stand_under_the_words_they_are_about(self, desk: Desk) -> None:
        """Also behind characters that the editor counts as two, and combining ones, and on a later line."""
        desk.type("👩‍🔬 é the lamp,\nand your brain 😀 lamp")
        assert desk.marked == ["lamp", "brain", "lamp"]

    def test_a_note_tells_the_side_in_words(self, desk: Desk) -> None:
        """A screen reader hears the side, the move and the words; the summary has no number in it."""
        desk.type("Hi, may I pick your brain?")
        assert desk.notes[0].accessibleName() == "Transactional: vague ask, on “brain”"
        assert desk.sees("Reads as being about what Robin could do for you: vague ask.")

    def test_where_nothing_is_marked_nothing_is_claimed(self, desk: Desk) -> None:
        """The summary does not say whom words are turned to that show neither."""
        desk.type("The ferry was late and it rained.")
        assert desk.sees("Nothing here calls for a mark.")

    def test_marks_move_with_their_words(self, desk: Desk) -> None:
        """Words typed before a mark push it along at once, before the coach has read them."""
        desk.type("your lamp")
        cursor = desk.desk.sheet.editor.textCursor()
        cursor.setPosition(0)
        cursor.insertText("Hello, ")
        assert desk.marked == ["lamp"]

    def test_a_note_stands_beside_its_line(self, desk: Desk) -> None:
        """Where there is room no note stands higher than its words, and none covers another."""
        desk.type("Hi\n\n\n\nyour lamp\nmy lamp")
        first, second = (note.geometry() for note in desk.notes)
        line = desk.desk.sheet.editor.marked(desk.desk.sheet.editor.marks[0])[0]
        top = desk.desk.sheet.editor.mapTo(desk.desk.sheet, line.topLeft().toPoint()).y()
        assert abs(first.top() - top) < 40
        assert second.top() > first.bottom()
        assert first.left() > desk.desk.sheet.editor.geometry().right()

    def test_notes_stand_below_where_there_is_no_room(self, desk: Desk) -> None:
        """In a smaller window they are as wide as the sheet, and under it."""
        desk.window.resize(900, 600)
        desk.type("your lamp")
        sheet = desk.desk.sheet
        assert desk.notes[0].width() == sheet.width()
        assert desk.notes[0].y() > sheet.editor.mapTo(sheet, sheet.editor.rect().bottomLeft()).y()

    def test_only_what_stands_there_is_marked(self, desk: Desk) -> None:
        """When words go, their marks and notes go with them."""
        desk.type("your brain")
        desk.desk.sheet.editor.selectAll()
        desk.press("Delete")
        desk.wait_for_coach()
        assert (desk.marked, desk.notes) == ([], [])


class TestNotes:
    """All of it can be done by keyboard."""

    def test_f8_goes_from_note_to_note_and_back_to_the_words(self, desk: Desk) -> None:
        """It goes on from the last note to the first, Shift+F8 the other way, and Esc into the words."""
        desk.type("brain, lamp, brain")
        visited = []
        for key in ("F8", "F8", "F8", "Shift+F8"):
            desk.press(key)
            visited.append(desk.notes.index(desk.focused))  # type: ignore[arg-type]
        assert visited == [0, 1, 2, 1]
        desk.press("Esc")
        assert desk.focused is desk.desk.sheet.editor
        assert desk.desk.sheet.editor.textCursor().position() == len("brain, ")

    def test_the_active_note_says_what_to_try(self, desk: Desk) -> None:
        """It is said of one note at a time."""
        desk.type("brain, lamp")
        assert not desk.button_is_there("leave-it")
        desk.press("F8")
        assert desk.sees("What is the one thing?")
        assert desk.button_is_there("leave-it")

    def test_a_source_opens_in_its_note(self, desk: Desk) -> None:
        """What it says and how firm it is stand below the line; the note grows, and Esc closes it again."""
        desk.type("pick your brain")
        desk.press("F8")
        before = desk.notes[0].height()
        desk.click("source-claim:pick-your-brain-is-vague")
        assert desk.sees("How firm it is")
        assert desk.notes[0].height() > before
        desk.press("Esc")
        assert desk.notes[0].height() == before
        assert desk.notes[0].isAncestorOf(desk.window.focusWidget())

    def test_a_note_can_be_left_alone(self, desk: Desk) -> None:
        """It does not come back while one types on, and the same rule still marks other words."""
        desk.type("lamp and brain")
        desk.press("F8", "Delete")
        desk.qtbot.waitUntil(lambda: desk.marked == ["brain"])
        desk.desk.sheet.editor.insertPlainText(" and so on")
        desk.qtbot.waitUntil(lambda: not desk.reviewing_is_busy)
        desk.settle()
        assert desk.marked == ["brain"]

    def test_a_rule_can_be_switched_off_and_on_again(self, desk: Desk) -> None:
        """Off, it is silent everywhere, also after the next start; on again, it marks as before."""
        desk.type("brain, lamp, brain")
        desk.press("F8")
        desk.click("switch-off")
        desk.qtbot.waitUntil(lambda: desk.marked == ["lamp"])
        assert "brain-rule" in desk.frame.parts.folders.settings.read_text()
        desk.click("switch-on-brain-rule")
        desk.qtbot.waitUntil(lambda: desk.marked == ["brain", "lamp", "brain"])
        assert "brain-rule" not in desk.frame.parts.folders.settings.read_text()


class TestWriting:
    """The editor is a plain one."""

    def test_what_is_pasted_comes_as_plain_text(self, desk: Desk) -> None:
        """Nothing of a table or of bold letters comes along."""
        pasted = QMimeData()
        pasted.setHtml("<table><tr><td><b>bold</b></td></tr></table>")
        pasted.setText("bold")
        desk.desk.sheet.editor.insertFromMimeData(pasted)
        assert desk.desk.words == "bold"
        assert not re.search("<table|font-weight:[67]", desk.desk.sheet.editor.toHtml())

    def test_typing_can_be_undone_and_done_again(self, desk: Desk) -> None:
        """Ctrl+Z takes back letters, not a turn or a note, and never more than was typed."""
        desk.press("a", "b")
        desk.press("Ctrl+Z")
        assert desk.desk.words == ""
        desk.press("Ctrl+Z")
        desk.press("Ctrl+Y")
        assert desk.desk.words == "ab"

    def test_copy_takes_the_words_alone(self, desk: Desk) -> None:
        """The clipboard has the message without a note or a mark."""
        desk.type("your brain")
        desk.click("copy")
        assert QGuiApplication.clipboard().text() == "your brain"

    def test_letters_stay_letters(self, desk: Desk) -> None:
        """No key that means something elsewhere does anything but write here."""
        desk.press("1", "t", "Space", "Backspace")
        assert desk.desk.words == "1t"


class TestDrafts:
    """What is written is kept."""

    def test_a_draft_is_kept_while_one_types(self, desk: Desk, journal: Journal) -> None:
        """Without a pause, and without leaving the desk."""
        desk.type("Dear")
        desk.qtbot.waitUntil(lambda: [draft.words for draft in journal.drafts.of("the-day-after")] == ["Dear"])

    def test_going_away_keeps_the_last_letter(self, desk: Desk, journal: Journal) -> None:
        """Nothing is missing when another screen is opened, and coming back shows all of it."""
        desk.type("Dear")
        desk.press("Ctrl+1")
        assert journal.drafts.of("the-day-after")[0].words == "Dear"
        desk.press("Ctrl+2")
        assert desk.desk.words == "Dear"

    def test_each_situation_has_its_own_draft(self, desk: Desk) -> None:
        """Going to another situation and back changes neither."""
        desk.type("To Robin")
        desk.pick("after-a-year")
        assert desk.desk.words == ""
        desk.type("To Noor")
        desk.pick("the-day-after")
        assert desk.desk.words == "To Robin"
        assert desk.sees("To Robin, the day after")

    def test_a_new_draft_leaves_the_old_one(self, desk: Desk) -> None:
        """It begins with the same words; the tabs lead from one to the other."""
        desk.type("one")
        desk.click("new-draft")
        desk.type(" two")
        assert desk.desk.words == "one two"
        desk.click("tab-1")
        assert desk.desk.words == "one"
        desk.press("Right")
        assert desk.desk.words == "one two"

    def test_a_deleted_draft_can_be_brought_back(self, desk: Desk) -> None:
        """Until another screen is shown, the notice does it."""
        desk.type("one")
        desk.click("new-draft")
        desk.type(" two")
        desk.click("discard-draft")
        assert desk.desk.words == "one"
        desk.click("notice-action")
        assert desk.desk.words == "one two"

    def test_deleting_what_was_never_written_offers_no_undo(self, desk: Desk, journal: Journal) -> None:
        """Undoing it would bring back something else."""
        journal.begin("r1", "s", "S", b"text", "hash", 1)
        journal.delete("r1")
        desk.click("discard-draft")
        assert "notice-action" not in desk.buttons()

    def test_one_own_message_has_its_own_facts(self, desk: Desk, journal: Journal) -> None:
        """What is said of it is kept, and there again when one comes back."""
        desk.pick("own")
        desk.part("fact-want").setFocus()
        desk.press("h", "i")
        desk.desk.sheet.editor.setFocus()
        desk.settle()
        assert journal.drafts.facts("own") == {"want": "hi"}

    def test_the_coach_knows_what_is_shared(self, start: Callable[..., Driver], qtbot: QtBot) -> None:
        """With the words go the facts of the situation, or what the user says of a message of their own."""
        asked: list[tuple[str, ...]] = []

        def review(words: str, situation: Situation) -> Review:
            asked.append(situation.facts)
            return fake_review(words, situation)

        desk = Desk(start(review=review).window, qtbot)
        desk.press("Ctrl+2")
        desk.type("Hi Robin, the poster")
        assert any("misprinted" in fact for fact in asked[-1])
        desk.pick("own")
        field = desk.part("fact-shared")
        assert isinstance(field, NoteField)
        field.text.setPlainText("We mended the pump.")
        field.tell()
        desk.wait_for_coach()
        assert asked[-1] == ("We mended the pump.",)

    def test_without_a_journal_one_can_write(self, start: Callable[..., Driver], qtbot: QtBot) -> None:
        """Where nothing can be kept the words stay as long as the window."""
        desk = Desk(start(review=fake_review, open_journal=no_journal).window, qtbot)
        desk.press("Ctrl+2")
        desk.type("Dear")
        desk.press("Ctrl+1", "Ctrl+2")
        assert desk.desk.words == "Dear"


class TestWordsAreNotLost:
    """Whatever fails or is deleted, what was typed is there, and what was deleted is not."""

    def test_undo_shows_the_message_that_was_deleted(self, desk: Desk) -> None:
        """Also from another situation, and also after more has been typed in its place."""
        desk.type("To Robin")
        desk.click("discard-draft")
        desk.type("Hi")
        desk.pick("after-a-year")
        desk.click("notice-action")
        assert desk.desk.words == "To Robin"
        assert desk.sees("To Robin, the day after")
        desk.click("tab-1")
        assert desk.desk.words == "Hi"

    def test_what_was_deleted_elsewhere_is_not_shown(self, desk: Desk, journal: Journal) -> None:
        """Every message is read anew, not only the one that was open."""
        desk.type("To Robin")
        desk.pick("after-a-year")
        desk.press("Ctrl+1")
        journal.delete_all()
        desk.press("Ctrl+2")
        desk.pick("the-day-after")
        assert desk.desk.words == ""

    def test_a_draft_that_is_not_kept_can_be_brought_back(self, start: Callable[..., Driver], qtbot: QtBot) -> None:
        """Where there is no journal, Undo has the words."""
        desk = Desk(start(review=fake_review, open_journal=no_journal).window, qtbot)
        desk.press("Ctrl+2")
        desk.type("Dear")
        desk.click("discard-draft")
        assert desk.desk.words == ""
        desk.click("notice-action")
        assert desk.desk.words == "Dear"

    def test_a_draft_that_cannot_be_deleted_stays(
        self, desk: Desk, journal: Journal, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The trouble is told, and the words stand where they stood."""
        desk.type("Dear")
        monkeypatch.setattr(journal.drafts, "delete", locked)
        desk.click("discard-draft")
        assert desk.sees("The journal is locked.")
        assert desk.desk.words == "Dear"

    def test_where_drafts_cannot_be_read_none_is_written_over(
        self, desk: Desk, journal: Journal, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The trouble is told, one can write all the same, and everything is there when it can be read again."""
        journal.drafts.write("after-a-year", 1, "To Noor")
        monkeypatch.setattr(journal.drafts, "of", locked)
        desk.pick("after-a-year")
        assert desk.sees("The journal is locked.")
        assert desk.desk.words == ""
        desk.type("Hi")
        monkeypatch.undo()
        desk.pick("the-day-after")
        assert {draft.words for draft in journal.drafts.of("after-a-year")} == {"To Noor", "Hi"}

    def test_drafts_that_could_not_be_kept_are_kept_later(
        self, desk: Desk, journal: Journal, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The next words that can be written take those with them that could not, of whatever situation."""
        monkeypatch.setattr(journal.drafts, "write", locked)
        desk.type("To Robin")
        desk.pick("after-a-year")
        monkeypatch.undo()
        desk.type("To Noor")
        desk.pick("the-day-after")
        assert desk.desk.words == "To Robin"
        assert [draft.words for draft in journal.drafts.of("the-day-after")] == ["To Robin"]

    def test_facts_are_kept_when_a_key_opens_the_desk_anew(self, desk: Desk, journal: Journal) -> None:
        """Nothing typed in the moment before is missing."""
        desk.pick("own")
        desk.part("fact-want").setFocus()
        desk.press("h", "i", "Ctrl+2")
        assert journal.drafts.facts("own") == {"want": "hi"}
        field = desk.part("fact-want")
        assert isinstance(field, NoteField)
        assert field.text.toPlainText() == "hi"

    def test_foreign_line_ends_are_marked_too(self, desk: Desk, journal: Journal) -> None:
        """A draft that was imported may have them; the editor shows its own."""
        journal.drafts.write("after-a-year", 1, "the lamp\r\nand\u00a0your brain")
        desk.pick("after-a-year")
        desk.wait_for_coach()
        assert desk.marked == ["lamp", "brain"]


class TestOtherViews:
    """The same words, looked at otherwise."""

    def test_two_drafts_stand_side_by_side(self, desk: Desk) -> None:
        """Each with its findings."""
        desk.type("one lamp")
        desk.click("new-draft")
        desk.type(" two brain")
        desk.click("tab-compare")
        assert desk.sees("Named memory: “lamp”")
        assert desk.sees("Vague ask: “brain”")
        assert desk.sees("one lamp two brain")

    def test_read_as_they_would_there_are_no_marks(self, desk: Desk) -> None:
        """The message stands in an inbox, and the thought is that of somebody who read these words."""
        desk.type("may I pick your brain")
        desk.click("as-they-would")
        assert desk.notes == [] or not desk.notes[0].isVisible()
        assert desk.sees("Robin Achterberg's inbox, this morning")
        assert desk.sees("Which one was this?")

    def test_two_examples_use_the_same_facts(self, desk: Desk) -> None:
        """One can go back to the words from there, which are as they were."""
        desk.type("mine")
        desk.click("examples")
        assert desk.sees("The misprinted poster followed me home.")
        desk.click("tab-1")
        assert desk.desk.words == "mine"

    def test_every_situation_can_be_opened(self, desk: Desk) -> None:
        """Six of them, and one's own message."""
        (picker,) = desk.visible(QComboBox)
        assert isinstance(picker, QComboBox)
        assert picker.count() == 7
        for place in range(picker.count()):
            desk.pick(picker.itemData(place))
            assert desk.desk.words == ""
