"""Where you left off: a run that was broken off, to go on with or to start over."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal

from greenroom.ui.look import Breadth, Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import column, row, turn
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.card import Card
from greenroom.ui.widgets.portrait import Portrait
from greenroom.ui.widgets.text import Text


class Resumable(NamedTuple):
    """A run to go on with."""

    run: str
    scenario: str
    title: str
    partner: str
    portrait: str
    where: str
    """In words, where one stopped."""


class ResumeCard(Card):
    """Offers to go on."""

    resume_requested = Signal(str)
    """The run's id."""
    restart_requested = Signal(str)
    """The scenario's id."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, margins=(22, 20, 22, 22), lifted=True)
        self._run = self._scenario = ""
        self._portrait = Portrait(look, pictures, 92)
        self._title = Text(look, "", "title")
        self._where = Text(look, "", "body", "ink_soft")
        self._continue = Button(look, self.tr("Continue"), "primary", key=self.tr("Enter"))
        self._continue.setObjectName("resume")
        self._restart = Button(look, self.tr("Start over"), "quiet")
        self._restart.setObjectName("restart")
        self._build()
        self._continue.clicked.connect(lambda: self.resume_requested.emit(self._run))
        self._restart.clicked.connect(lambda: self.restart_requested.emit(self._scenario))

    def show_resumable(self, resumable: Resumable) -> None:
        """Show a run that was broken off."""
        self._run, self._scenario = resumable.run, resumable.scenario
        self._portrait.show_person(resumable.portrait, resumable.partner, "neutral")
        self._title.show_text(resumable.title)
        self._where.show_text(resumable.where)

    def take_focus(self) -> None:
        """Put the focus on going on."""
        self._continue.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self, breadth: Breadth) -> None:
        """Put the buttons beside the words, or under them."""
        turn(self._line, upright=breadth == "narrow")
        turn(self._buttons, upright=breadth != "narrow")

    def _build(self) -> None:
        over = Text(self._look, self.tr("Where you left off"), "small_strong", "accent")
        words = column(self._look, over, self._title, self._where, spacing=4)
        who = row(self._look, self._portrait, spacing=20)
        who.addLayout(words, 1)
        self._buttons = column(self._look, spacing=4)
        self._buttons.addStretch(0)
        self._buttons.addWidget(self._continue, 0, Qt.AlignmentFlag.AlignCenter)
        self._buttons.addWidget(self._restart, 0, Qt.AlignmentFlag.AlignCenter)
        self._buttons.addStretch(0)
        self._line = row(self._look, spacing=20)
        self._line.addLayout(who, 1)
        self._line.addLayout(self._buttons)
        self.box.add(self._line)
