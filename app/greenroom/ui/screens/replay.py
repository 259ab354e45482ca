"""The replay: an old run read again turn by turn, in the words of that time."""

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from greenroom.ui.announcing import announce
from greenroom.ui.keys import connect_keys
from greenroom.ui.look import Breadth, Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.screens import conversation
from greenroom.ui.screens.screen import Screen, TopBar
from greenroom.ui.widgets.boxes import column, row
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.card import Panel
from greenroom.ui.widgets.flow import flow
from greenroom.ui.widgets.landing_card import LandingCard
from greenroom.ui.widgets.person import PersonPanel, PersonStrip, SettingNotes
from greenroom.ui.widgets.scroll import ScrollColumn
from greenroom.ui.widgets.steps import Steps
from greenroom.ui.widgets.text import Text
from greenroom.ui.widgets.transcript import Transcript
from greenroom.ui.widgets.what_if_cards import WhatIfCards

if TYPE_CHECKING:
    from greenroom.retelling import Story
    from greenroom.rubric import Rubric

_COLUMN = 860


class Replay(NamedTuple):
    """A run to read again."""

    story: "Story"
    rubric: "Rubric"
    remark: str = ""
    """What has changed since, or cannot be read."""
    has_new_version: bool = False
    goes_on: bool = True
    """Whether it can be played on from where it stands."""


class ReplayScreen(Screen):
    """Shows one turn after the other; what is open about one is closed at the next."""

    place = "journal"
    rail_words = False
    scroll_area: ScrollColumn

    play_on_requested = Signal(str, int)
    """A run, and the number of the turn at which to choose anew."""
    comparison_requested = Signal(str, int, str)
    """A run, the number of a turn, and the choice to lay beside the one made there."""
    new_version_requested = Signal(object)
    """The `Story`."""
    end_passed = Signal(str)
    """The run, of which one wants to see how it ended, or go on with it."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__()
        self._look, self._pictures = look, pictures
        self._replay: Replay | None = None
        self._turn = 0
        self._bar = TopBar(look)
        self._panel, self._strip = PersonPanel(look, pictures), PersonStrip(look, pictures)
        self._notes = SettingNotes(look)
        self._transcript = Transcript(look, pictures)
        self._card, self._else = LandingCard(look, pictures), WhatIfCards(look)
        self._card.actions_row.hide()  # here one steps instead
        self._card.setObjectName("landing")
        self._steps = Steps(look, pictures)
        self._build()
        self._connect()

    def show_replay(self, replay: Replay, turn: int) -> None:
        """Show a run at one of its turns (0: its beginning)."""
        self._replay = replay
        partner, setting = replay.story.scenario.partner, replay.story.scenario.setting
        self._panel.show_partner(partner, setting)
        self._strip.show_partner(partner, setting)
        self._notes.show_setting(setting)
        self._remark.show_text(replay.remark)
        self._remark_panel.setVisible(bool(replay.remark))
        self._new_version.setVisible(replay.has_new_version)
        self._show_turn(turn)

    def arrange(self, breadth: Breadth) -> None:
        self._bar.arrange(breadth)
        self._strip.arrange(breadth)
        self._notes.setVisible(breadth == "narrow")
        self._panel.setVisible(breadth == "wide")
        self._strip.setVisible(breadth != "wide")
        self.scroll_area.limit_width(self._look.pixels(_COLUMN, most=1.4))
        self._steps.arrange(breadth)
        if breadth == "narrow":  # there is no room for it below
            self._inside.insertWidget(self._inside.indexOf(self._else), self._steps.besides)
            self._steps.besides.show()

    def panes(self) -> list[QWidget]:
        return [self._panel, self._strip, self._bar, self._remark_panel, self.scroll_area, self._steps]

    def take_focus(self) -> None:
        self._steps.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or not self._card.close_reference():
            super().keyPressEvent(event)

    # What the user does

    def _on_next(self) -> None:
        if not self._replay:
            return
        if self._turn < len(self._replay.story.turns):
            self._go_to(self._turn + 1)
        elif self._replay.goes_on:
            self.end_passed.emit(self._replay.story.run)

    def _on_end(self) -> None:
        if self._replay:
            self._go_to(len(self._replay.story.turns))

    def _on_back(self) -> None:
        self._go_to(self._turn - 1)

    def _go_to(self, turn: int) -> None:
        if self._replay and turn != self._turn and 0 <= turn <= len(self._replay.story.turns):
            self._show_turn(turn)
            self.take_focus()
            self._announce(self._replay)

    def _on_others_requested(self) -> None:
        if not self._replay or not self._turn:
            return
        if self._else.isVisibleTo(self):
            self._fold_else()
            return
        story = self._replay.story
        else_ = conversation.what_else(story, story.turns[self._turn - 1])
        self._else.show_choices(else_, story.scenario.partner.name, self._replay.rubric)
        self._else.show()
        self._steps.show_others(shown=True)
        self.scroll_area.follow(self._else)

    def _on_play_on(self) -> None:
        if self._replay:
            self.play_on_requested.emit(self._replay.story.run, max(self._turn, 1))

    def _on_comparison_requested(self, choice: str) -> None:
        if self._replay:
            self.comparison_requested.emit(self._replay.story.run, self._turn, choice)

    # What is shown

    def _show_turn(self, number: int) -> None:
        if not self._replay:
            return
        self._turn = number
        story = self._replay.story
        told = replace(story, turns=story.turns[:number])
        lines = conversation.lines(told)
        past = next((place for place, line in enumerate(lines) if number and line.turn == number), 0)
        self._transcript.show_lines(lines, story.scenario.partner.name, past)
        self._card.setVisible(bool(number))
        if number:
            landing = conversation.landing(story, story.turns[number - 1], alone=True)
            self._card.show_landing(landing, self._replay.rubric)
        self._show_person(story, number)
        self._fold_else()
        self._show_way(self._replay)
        self.scroll_area.follow(self._card if number else self._transcript)

    def _show_person(self, story: "Story", number: int) -> None:
        turn = story.turns[number - 1] if number else None
        state = story.reply_to(turn) if turn else story.scenario.states[story.scenario.start]
        mood = state.mood if state else conversation.mood_at(turn.openness if turn else 0)
        for person in (self._panel, self._strip):
            person.show_mood(story.scenario.partner, mood, state.seen if state else "")

    def _show_way(self, replay: Replay) -> None:
        """Show where one is, and what one can do from there."""
        story, count = replay.story, len(replay.story.turns)
        where = self.tr("Turn {number} of {count}").format(number=self._turn, count=count)
        self._bar.show_title(story.title or story.scenario.title)
        self._where.show_text(where if self._turn else self.tr("The beginning"))
        end = self.tr("See how it ended") if story.outcome else self.tr("Go on from here")
        turn = story.turns[self._turn - 1] if self._turn else None
        self._steps.show_way(
            self.tr("Next") if self._turn < count else end if replay.goes_on else "",
            has_back=self._turn > 0,
            has_others=turn is not None and len(story.scenario.states[turn.state].choices) > 1,
            plays_on=replay.goes_on and count > 0,
        )

    def _fold_else(self) -> None:
        self._else.hide()
        self._else.clear()
        self._steps.show_others(shown=False)

    def _announce(self, replay: Replay) -> None:
        if self._turn:
            told = conversation.announcement(replay.story, replay.story.turns[self._turn - 1])
            announce(self, f"{self._where.text()}. {told}")
        else:
            announce(self, self._where.text())

    # How it is put together

    def _build(self) -> None:
        look = self._look
        self._where = Text(look, "", "small_strong", "ink_soft")
        self._where.setObjectName("where")
        self._close = Button(look, self.tr("Close"), "quiet", icon=(self._pictures, "close"))
        self._close.setObjectName("close-replay")
        self._bar.line.add(self._where, self._close)
        self._remark = Text(look, "", "body", "ink_soft")
        self._new_version = Button(look, self.tr("Play the new version"), "quiet")
        self._new_version.setObjectName("new-version")
        self._remark_panel = Panel(look, "quote", "bottom", (28, 7, 18, 8))
        self._remark_panel.box.add(self._remark, flow(look, self._new_version))
        self._inside = column(look, spacing=16)
        self._inside.addStretch(1)
        self._inside.add(self._notes, self._transcript, self._card, self._else)
        self.scroll_area = ScrollColumn(look, self._inside, (28, 16, 28, 22), centred=True)
        main = column(look, self._bar, self._strip, self._remark_panel)
        main.addWidget(self.scroll_area, 1)
        main.add(self._steps)
        whole = row(look, self._panel)
        whole.addLayout(main, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._steps.on_requested.connect(self._on_next)
        self._steps.back_requested.connect(self._on_back)
        self._steps.others_requested.connect(self._on_others_requested)
        self._steps.play_on_requested.connect(self._on_play_on)
        self._close.clicked.connect(self.closed)
        self._new_version.clicked.connect(lambda: self.new_version_requested.emit(self._replay and self._replay.story))
        self._else.comparison_requested.connect(self._on_comparison_requested)
        self._transcript.take_back_requested.connect(self._go_to)
        self._card.part_opened.connect(self.scroll_area.follow)
        back = self._on_back
        keys = {"Left": back, "Backspace": back, "Right": self._on_next, "Home": lambda: self._go_to(0)}
        connect_keys(self, {**keys, "End": self._on_end})
