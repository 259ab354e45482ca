"""The stage: a rehearsal in progress, from one choice to the next."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from greenroom.ui.announcing import announce
from greenroom.ui.coaching import Coaching
from greenroom.ui.keys import connect_keys
from greenroom.ui.look import Breadth, Look
from greenroom.ui.notices import Notices
from greenroom.ui.pictures import Pictures
from greenroom.ui.screens import conversation
from greenroom.ui.screens.answers import Answer, Answers
from greenroom.ui.screens.going_back import GoingBack
from greenroom.ui.screens.screen import Screen
from greenroom.ui.screens.stage_bar import StageBar
from greenroom.ui.widgets.boxes import column, row
from greenroom.ui.widgets.card import Panel
from greenroom.ui.widgets.landing_card import LandingCard
from greenroom.ui.widgets.person import PersonPanel, PersonStrip, SettingNotes
from greenroom.ui.widgets.portrait import Portrait
from greenroom.ui.widgets.scroll import ScrollArea
from greenroom.ui.widgets.transcript import Transcript

if TYPE_CHECKING:
    from greenroom.session import Session
    from greenroom.turns import Turn

_COLUMN = 860
_KEYS = 9


class StageScreen(Screen):
    """Shows what is said, asks for the next choice, and tells how it landed."""

    rail_words = False
    owns_notices = True

    rehearsal_finished = Signal(object)
    """The `Outcome`."""
    left = Signal()

    def __init__(self, look: Look, pictures: Pictures, notices: Notices, home: Path, coaching: Coaching) -> None:
        super().__init__()
        self._look, self._notices, self._home = look, notices, home
        self._session: Session | None = None
        self._landed: Turn | None = None
        self._going_back = GoingBack()
        self._narrow = False
        self._bar = StageBar(look, pictures)
        self._panel, self._strip = PersonPanel(look, pictures), PersonStrip(look, pictures)
        self._notes = SettingNotes(look)
        self._transcript = Transcript(look, pictures)
        self._answers, self._card = Answers(look, pictures, coaching), LandingCard(look, pictures)
        self._card.setObjectName("landing")
        self._build()
        self._connect()
        look.moves()  # it is slow when asked for the first time, and a reply should not have to wait for it

    def show_session(self, session: "Session") -> None:
        """Show a session where it stands, ready for the next choice."""
        self._session = session
        self._going_back.forget()
        partner, setting = session.scenario.partner, session.scenario.setting
        self._panel.show_partner(partner, setting)
        self._strip.show_partner(partner, setting)
        self._notes.show_setting(setting)
        self._show_choices(session)
        QTimer.singleShot(0, self, self._prepare_portraits)

    def arrange(self, breadth: Breadth) -> None:
        self._narrow = breadth == "narrow"
        focused: QWidget | None = self.focusWidget()
        self._bar.arrange(breadth)
        self._strip.arrange(breadth)
        self._notes.setVisible(self._narrow)
        self._panel.setVisible(breadth == "wide")
        self._strip.setVisible(breadth != "wide")
        self._inner.setMaximumWidth(self._look.pixels(_COLUMN, most=1.4))
        self._card.arrange(breadth)
        if self._narrow:
            self._footer.box.add(self._card.actions_row)
        self._card.actions_row.show()  # it was hidden when it left the place where it was
        self._footer.setVisible(self._narrow and self._landed is not None)
        if focused is not None and focused.isVisible():
            focused.setFocus()  # a button that has moved to another place has lost it

    def panes(self) -> list[QWidget]:
        return [self._panel, self._strip, self._bar, self._transcript, self._dock]

    def take_focus(self) -> None:
        if self._landed:
            self._card.continue_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._answers.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # a key held too long must not skip what has just been shown
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._landed:
            self._on_continued()
        elif event.key() == Qt.Key.Key_Escape and self._card.close_reference():
            event.accept()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not self._landed:
            self._answers.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    # What the user does

    def _on_answered(self, answer: Answer) -> None:
        if self._session and not self._landed:
            turn = self._session.choose(answer.choice, answer.words)
            self._going_back.forget()
            if self._session.is_kept:
                self._notices.clear()
            self._show_landing(self._session, turn, answer.because)
            announce(self, conversation.announcement(self._session, turn))

    def _on_continued(self) -> None:
        if not self._session:
            return
        if outcome := self._session.outcome:
            self.rehearsal_finished.emit(outcome)
        else:
            self._show_choices(self._session)

    def _on_others_requested(self) -> None:
        if self._session and self._landed:
            others = conversation.others(self._session, self._landed)
            self._card.show_others(others, self._session.scenario.partner.name, self._session.rubric)

    def _on_last_turn_unwanted(self) -> None:
        if self._session and self._session.turns:
            self.take_back(self._session.turns[-1].number)

    def take_back(self, number: int) -> None:
        """Go back to before turn `number`; a notice offers to return for as long as nothing else is chosen."""
        if session := self._session:
            self._going_back.take_back(session, number, landed=self._landed is not None)
            self._show_choices(session)
            went_back = self.tr("You went back to turn {number}.").format(number=number)
            told = f"{went_back} {conversation.unkept_in_words(session, self._home)}".strip()
            self._notices.show_notice(told, self.tr("Return to where you were"), self._return)

    def _return(self) -> None:
        if session := self._session:
            if landed := self._going_back.come_back(session):
                self._show_landing(session, landed)
            else:
                self._show_choices(session)

    # What is shown

    def _show_choices(self, session: "Session") -> None:
        self._landed = None
        self._show_moment(session)
        self._transcript.show_lines(conversation.lines(session), session.scenario.partner.name)
        self._answers.ask(session, self._going_back.words)
        self._show_dock()

    def _show_landing(self, session: "Session", turn: "Turn", because: str = "") -> None:
        self._landed = turn
        self._show_moment(session)
        told = conversation.lines(session)
        past = next(place for place, line in enumerate(told) if line.turn == turn.number)
        self._transcript.show_lines(told, session.scenario.partner.name, past)
        alone = not session.other_choices(turn)
        noted = self._answers.found_in(turn.words) if turn.words else ()
        landing = conversation.landing(session, turn, alone=alone, because=because, noted=noted)
        self._card.show_landing(landing, session.rubric)
        self._show_dock()
        if unkept := conversation.unkept_in_words(session, self._home):
            self._notices.show_notice(unkept)

    def _show_moment(self, session: "Session") -> None:
        turn = self._landed.number if self._landed else len(session.turns) + 1
        self._bar.show_turn(session.scenario.title, turn, first=not session.turns)
        openness = session.turns[-1].openness if session.turns else 0
        state = session.state
        mood = state.mood if state else conversation.mood_at(openness)
        for person in (self._panel, self._strip):
            person.show_mood(session.scenario.partner, mood, state.seen if state else "")

    def _show_dock(self) -> None:
        landed = self._landed is not None
        self._answers.setVisible(not landed)
        self._card.setVisible(landed)
        self._footer.setVisible(landed and self._narrow)
        self.take_focus()
        # A scene is read from its top; from the first choice on, what is new is at the bottom.
        self.scroll_area.follow(self._dock if self._session and self._session.turns else self._inner)

    def _prepare_portraits(self) -> None:
        if self._session:
            for portrait in self.findChildren(Portrait):
                portrait.prepare(self._session.scenario.partner.portrait)

    # How it is put together

    def _build(self) -> None:
        look = self._look
        self._dock = QWidget()
        self._dock.setLayout(column(look, self._answers, self._card))
        inside = column(look)
        inside.addStretch(1)
        inside.add(self._notes)
        inside.gap(16)
        inside.add(self._transcript)
        inside.gap(18)
        inside.add(self._dock)
        self._inner = QWidget()
        self._inner.setLayout(inside)
        middle = row(look, margins=(28, 16, 28, 22))
        middle.addStretch(1)
        middle.addWidget(self._inner, 100)
        middle.addStretch(1)
        content = QWidget()
        content.setLayout(middle)
        self.scroll_area = ScrollArea(look, content)
        self._footer = Panel(look, "background", "top", (28, 10, 28, 10))
        main = column(look, self._bar, self._strip)
        main.addWidget(self.scroll_area, 1)
        main.add(self._footer)
        whole = row(look, self._panel)
        whole.addLayout(main, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._answers.answered.connect(self._on_answered)
        self._answers.noticed.connect(self.scroll_area.follow)
        self._card.continued.connect(self._on_continued)
        self._card.another_requested.connect(self._on_last_turn_unwanted)
        self._card.others_requested.connect(self._on_others_requested)
        self._card.part_opened.connect(self.scroll_area.follow)
        self._transcript.take_back_requested.connect(self.take_back)
        self._bar.take_back_requested.connect(self._on_last_turn_unwanted)
        self._bar.left.connect(self.left)
        numbers = {str(n): lambda n=n: self._answers.pick(n) for n in range(1, _KEYS + 1)}
        back = {"Backspace": self._on_last_turn_unwanted, "Ctrl+Z": self._on_last_turn_unwanted}
        notes = {"F8": lambda: self._answers.step_note(1), "Shift+F8": lambda: self._answers.step_note(-1)}
        connect_keys(self, {**numbers, **back, **notes, "T": self._answers.type})
