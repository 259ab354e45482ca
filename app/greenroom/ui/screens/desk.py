"""The desk: a message, the coach's marks under its words, and other ways to look at it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QApplication, QWidget

from greenroom.ui.announcing import announce
from greenroom.ui.look import Breadth, Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.screens.screen import Screen
from greenroom.ui.widgets.boxes import column
from greenroom.ui.widgets.desk_head import DeskHead
from greenroom.ui.widgets.inbox import Inbox
from greenroom.ui.widgets.legend import Legend
from greenroom.ui.widgets.marked_sheet import MarkedSheet
from greenroom.ui.widgets.message_editor import MessageEditor
from greenroom.ui.widgets.occasion_card import OccasionCard, OwnFacts
from greenroom.ui.widgets.scroll import ScrollColumn
from greenroom.ui.widgets.text import Text
from greenroom.ui.widgets.wording_card import Wording, Wordings

if TYPE_CHECKING:
    from greenroom.occasions import Occasion, Person
    from greenroom.ui.widgets.margin_note import MarginNote, Noted

View = Literal["write", "compare", "inbox", "examples"]
"""What one looks at."""

SAVE_PAUSE = 600
"""Milliseconds from a key to its being on the disk."""
_WIDEST = 1240
_LEAST_LINES = 9
_MARGINS = (36, 24, 36, 24)
_WORDS_A_MINUTE = 200


class DeskScreen(Screen):
    """Shows the draft one writes; what one does with it is told by signals."""

    place = "desk"
    owns_notices = True
    scroll_area: ScrollColumn

    typed = Signal(str)
    """The words as they are now, at every key."""
    written = Signal(str)
    """The words to be kept, after a pause."""
    described = Signal(object)
    occasion_picked = Signal(str)
    view_picked = Signal(str)
    draft_picked = Signal(int)
    draft_wanted = Signal()
    draft_discarded = Signal()
    dismissed = Signal(object)
    rule_switched = Signal(str, bool)
    """A rule, and whether it should be heard."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__()
        self._look = look
        self._breadth: Breadth = "wide"
        self._view: View = "write"
        self._head = DeskHead(look)
        self._summary = Text(look, "", "body", "ink_soft")
        self._summary.setObjectName("summary")
        self._card, self._own = OccasionCard(look, pictures), OwnFacts(look)
        self.sheet = MarkedSheet(look, pictures, self._new_editor())
        self._legend = Legend(look)
        self._wordings, self._inbox = Wordings(look), Inbox(look, pictures)
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(SAVE_PAUSE)
        self._build()
        self._connect()

    @property
    def words(self) -> str:
        """What stands on the sheet."""
        return self.sheet.editor.toPlainText()

    def offer(self, occasions: Mapping[str, str], here: str) -> None:
        """Offer what one can write for, names by id, and show which is open."""
        self._head.offer(occasions, here)

    def show_occasion(self, occasion: "Occasion | None", facts: Mapping[str, str]) -> None:
        """Show whom one writes to; None for a message of one's own, of which `facts` are known."""
        title = occasion.title if occasion else self.tr("A message of your own")
        self._head.show_title(title, examples=bool(occasion))
        self._card.setVisible(bool(occasion))
        self._own.setVisible(not occasion)
        if occasion:
            self._card.show_occasion(occasion)
        else:
            self._own.show_facts(facts)

    def show_draft(self, versions: Sequence[int], version: int, words: str) -> None:
        """Show a draft, as one of these versions."""
        self._head.show_drafts(versions, version)
        if words != self.words:
            self.sheet.editor.blockSignals(True)  # noqa: FBT003 - Qt's
            self.sheet.editor.show_text(words)
            self.sheet.editor.blockSignals(False)  # noqa: FBT003 - Qt's
            self.sheet.show_findings(words, ())
        self._saving.stop()
        self._show_count(words)
        self.show_view("write")

    def show_findings(self, words: str, summary: str, noted: "Sequence[Noted]") -> None:
        """Show what the coach says of `words`, unless others stand there by now."""
        if words == self.words:
            self._summary.show_text(summary)
            self._show_count(words)
            self.sheet.show_findings(words, noted)

    def show_silent(self, rules: Mapping[str, str]) -> None:
        """Show which rules have been switched off, in words by id, each with a way to switch it on."""
        self._legend.show_silent(rules)

    def show_view(self, view: View) -> None:
        """Show the sheet, or one of the other ways to look at it."""
        self._view = view
        writes = view == "write"
        if not writes and self.sheet.isAncestorOf(QApplication.focusWidget() or self):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        for part in (self._facts, self.sheet, self._legend, self._summary):
            part.setVisible(writes)
        self._wordings.setVisible(view in {"compare", "examples"})
        self._inbox.setVisible(view == "inbox")
        self._head.show_view(view)
        self.arrange(self._breadth)

    def show_wordings(self, view: View, head: str, wordings: Sequence[Wording]) -> None:
        """Show wordings side by side."""
        self._wordings.show_wordings(head, wordings)
        self.show_view(view)
        self.scroll_area.verticalScrollBar().setValue(0)

    def show_inbox(self, words: str, person: "Person | None", mood: str, thought: str) -> None:
        """Show the message alone, as it arrives."""
        self._inbox.show_message(words, person, mood, thought)
        self.show_view("inbox")
        self.scroll_area.verticalScrollBar().setValue(0)

    def step_note(self, step: int) -> None:
        """Go to the next note, or with -1 to the one before."""
        if self._view == "write":
            self.sheet.step(step)

    def tell(self) -> None:
        """Tell what is to be kept, where that has not been done."""
        self._own.tell()
        if self._saving.isActive():
            self._saving.stop()
            self.written.emit(self.words)

    def arrange(self, breadth: Breadth) -> None:
        self._breadth = breadth
        narrow = breadth == "narrow"
        self.scroll_area.limit_width(self._look.pixels(_WIDEST, most=1.4))
        self._head.arrange(breadth)
        self._own.arrange(upright=breadth != "wide")
        self.sheet.arrange(beside=breadth == "wide")
        self._wordings.arrange(upright=narrow)
        self._inbox.arrange()

    def panes(self) -> list[QWidget]:
        return [self._head, self._facts, self.sheet, self._legend]

    def take_focus(self) -> None:
        if self._view == "write":
            self.sheet.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.tell()

    # What happens

    def _on_text_changed(self) -> None:
        if not self._saving.isActive():  # not started anew: whoever never pauses is to lose no more than others
            self._saving.start()
        self.typed.emit(self.words)

    def _on_noticed(self, note: "MarginNote") -> None:
        announce(note, f"{note.accessibleName()}. {note.accessibleDescription()}")
        self.scroll_area.show_stop(note)

    def _on_cursor_moved(self) -> None:
        editor = self.sheet.editor
        inside = self.scroll_area.widget()
        if editor.hasFocus() and inside:
            at = editor.mapTo(inside, editor.cursorRect().center())
            self.scroll_area.ensureVisible(at.x(), at.y(), 0, self._look.pixels(40))

    def _show_count(self, words: str) -> None:
        count = len(words.split())
        minutes = max(1, round(count / _WORDS_A_MINUTE))
        if count < _WORDS_A_MINUTE * 0.75:
            told = self.tr("{count} words, about half a minute to read").format(count=count)
        else:
            told = self.tr("{count} words, about {minutes} min to read").format(count=count, minutes=minutes)
        self.sheet.show_count(told if count > 1 else "")

    # How it is put together

    def _new_editor(self) -> MessageEditor:
        hint = self.tr("Paste or type a message. It never leaves this computer.")
        editor = MessageEditor(self._look, self.tr("Your message"), hint, least_lines=_LEAST_LINES)
        editor.setObjectName("message")
        return editor

    def _build(self) -> None:
        look = self._look
        self._facts = QWidget()
        self._facts.setLayout(column(look, self._card, self._own))
        inside = column(look, self._head, self._facts, self._summary, self.sheet, spacing=14)
        inside.add(self._legend, self._wordings, self._inbox)
        inside.addStretch(1)
        self.scroll_area = ScrollColumn(look, inside, _MARGINS)
        self.setLayout(column(look, self.scroll_area))

    def _connect(self) -> None:
        self._head.occasion_picked.connect(self.occasion_picked)
        self._head.view_picked.connect(self.view_picked)
        self._head.draft_picked.connect(self.draft_picked)
        self._head.draft_wanted.connect(self.draft_wanted)
        self._head.draft_discarded.connect(self.draft_discarded)
        self._head.copy_wanted.connect(lambda: QGuiApplication.clipboard().setText(self.words))
        self._own.described.connect(self.described)
        self._saving.timeout.connect(lambda: self.written.emit(self.words))
        self.sheet.editor.textChanged.connect(self._on_text_changed)
        self.sheet.editor.reached_out.connect(self._on_cursor_moved)
        self.sheet.dismissed.connect(self.dismissed)
        self.sheet.switched_off.connect(lambda rule: self.rule_switched.emit(rule, False))  # noqa: FBT003
        self.sheet.noticed.connect(self._on_noticed)
        self._legend.switched_on.connect(lambda rule: self.rule_switched.emit(rule, True))  # noqa: FBT003
