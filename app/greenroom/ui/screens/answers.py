"""What one answers on the stage: a choice on offer, or own words and the choice they are taken as."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from greenroom.coach.findings import Finding, Review
from greenroom.ui.announcing import announce
from greenroom.ui.coaching import Coaching
from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.screens import conversation
from greenroom.ui.widgets.boxes import column, lay_out_around
from greenroom.ui.widgets.choice_list import ChoiceList
from greenroom.ui.widgets.own_words import OwnWords

if TYPE_CHECKING:
    from greenroom.matching import Match
    from greenroom.scenario import Choice
    from greenroom.session import Session
    from greenroom.ui.widgets.margin_note import Noted


class Answer(NamedTuple):
    """What the user answers."""

    choice: "Choice"
    words: str | None = None
    """What was typed instead of the author's words."""
    because: str = ""
    """What they have in common with the choice they were taken as."""


class Answers(QWidget):
    """Asks, and where an answer may mean one of two choices asks which."""

    answered = Signal(object)
    """An `Answer`."""
    noticed = Signal(object)
    """A part of it, a `QWidget`, that should be scrolled into view."""

    def __init__(self, look: Look, pictures: Pictures, coaching: Coaching) -> None:
        super().__init__()
        self._coaching = coaching
        self._session: Session | None = None
        self._moment: tuple[object, ...] = ()
        """The run, and the turns that led to what is asked."""
        self._typed: dict[tuple[object, ...], str] = {}
        """What stood in the field at other moments, to be gone on with there."""
        self._in_doubt = False
        """Whether the user is asked what the words in the field mean."""
        self._choices, self._own = ChoiceList(look), OwnWords(look, pictures)
        self._choices.setObjectName("choices")
        self.setLayout(column(look, self._choices, self._own, spacing=11))
        self._connect()

    def ask(self, session: "Session", words: str = "") -> None:
        """Ask for the next answer of a session; `words` stand in the field to go on with, or what stood there then."""
        self._typed[self._moment] = self._own.words
        self._session = session
        self._moment = (session.run, *((turn.choice.id, turn.words) for turn in session.turns))
        self._own.show_medium(written=session.scenario.medium == "written")
        self._own.show_words(words or self._typed.get(self._moment, ""))
        self._own.setVisible(not session.is_stuck)
        self._offer(conversation.question(session))

    def pick(self, number: int) -> None:
        """Pick the choice with this number, where there is one."""
        if self.isVisible():
            self._choices.pick(number)

    def type(self) -> None:
        """Go to the field for own words."""
        if self.isVisible():
            self._own.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.noticed.emit(self._own)

    def step_note(self, step: int) -> None:
        """Go to the next note on a draft, or with -1 to the one before."""
        if self.isVisible():
            self._own.step_note(step)

    def found_in(self, words: str) -> "list[Noted]":
        """Return what the coach finds in an answer that has been given."""
        if not self._session:
            return []
        return self._coaching.noted(words, self._coaching.review(words, conversation.situation(self._session)))

    def take_focus(self) -> None:
        """Take the keys."""
        self._choices.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._choices.keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape and self._in_doubt:
            self._on_none_picked()
        else:
            super().keyPressEvent(event)

    # What the user does

    def _on_choice_picked(self, choice: "Choice") -> None:
        words = self._own.words.strip() if self._in_doubt else ""
        self.answered.emit(Answer(choice, words or None))

    def _on_none_picked(self) -> None:
        """Offer everything again; the words stay to be put otherwise."""
        if self._session:
            self._offer(conversation.question(self._session))
            self.type()

    def _on_said(self, words: str) -> None:
        if not self._session:
            return
        match = self._session.match(words)
        if match.choice:
            self.answered.emit(Answer(match.choice, words, match.because))
        elif match.nearest:
            self._ask_which(match)
        else:
            self._offer(self._cannot_tell(self._session))
            self._draw_attention(self._cannot_tell(self._session))

    def _on_typed(self, words: str) -> None:
        if self._session:
            self._coaching.ask(words, conversation.situation(self._session))

    def _on_reviewed(self, words: str, review: Review) -> None:
        self._own.show_findings(words, self._coaching.noted(words, review))

    def _on_dismissed(self, finding: Finding) -> None:
        self._coaching.leave(self._own.words, finding)
        self._on_typed(self._own.words)

    def _on_switched_off(self, rule: str) -> None:
        self._coaching.switch(rule, heard=False)
        self._on_typed(self._own.words)

    # What is shown

    def _offer(self, question: str) -> None:
        self._in_doubt = False
        if self._session:
            self._choices.show_choices(question, self._session.choices, self._session.tried)

    def _ask_which(self, match: "Match") -> None:
        because = self.tr("Close to these, because of {because}. Which do you mean?").format(because=match.because)
        question = because if match.because else self.tr("Which do you mean?")
        tried = self._session.tried if self._session else ()
        self._choices.show_choices(question, match.nearest, tried, none=self.tr("None of these"))
        self._in_doubt = True
        self._draw_attention(question)

    def _draw_attention(self, question: str) -> None:
        """Have a question seen and heard: numbers answer it, and the words stand in the field."""
        self.take_focus()
        lay_out_around(self._choices)
        self.noticed.emit(self)
        announce(self, question)

    def _cannot_tell(self, session: "Session") -> str:
        told = self.tr("I can't tell how {name} would take that. Which of these is closest?")
        return told.format(name=session.scenario.partner.first_name)

    def _connect(self) -> None:
        self._choices.choice_picked.connect(self._on_choice_picked)
        self._choices.none_picked.connect(self._on_none_picked)
        self._own.said.connect(self._on_said)
        self._own.typed.connect(self._on_typed)
        self._own.left.connect(self.take_focus)
        self._own.dismissed.connect(self._on_dismissed)
        self._own.switched_off.connect(self._on_switched_off)
        self._own.noticed.connect(self.noticed)
        self._coaching.reviewed.connect(self._on_reviewed)
