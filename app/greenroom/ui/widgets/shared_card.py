"""What all runs have in common for a while: told once, in a line, and turn by turn when unfolded."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Breadth, Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import Box, column, row, turn
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.card import Card, Rule
from greenroom.ui.widgets.compared_turn import ComparedTurn, TurnCell
from greenroom.ui.widgets.portrait import Portrait
from greenroom.ui.widgets.text import Text

_PORTRAIT = 40


class Together(NamedTuple):
    """What all runs have in common for a while."""

    title: str
    words: str
    """What was said last."""
    portrait: str
    partner: str
    mood: str
    turns: Sequence[ComparedTurn]
    """None where they part at the very start."""


class SharedCard(Card):
    """Shows what was said last; a button shows every turn."""

    play_on_requested = Signal(int, int)
    """The place of the run, and the number of the turn."""

    def __init__(self, look: Look, pictures: Pictures, together: Together) -> None:
        super().__init__(look, "sunken", margins=(20, 13, 14, 13), spacing=12)
        self._look, self._pictures, self._turns = look, pictures, together.turns
        self._unfolded: QWidget | None = None
        self._unfold = Button(look, "", "quiet")
        self._unfold.setObjectName(f"unfold-{together.turns[0].number}" if together.turns else "")
        if not together.turns:
            self._unfold.hide()
        self._unfold.clicked.connect(self._on_unfold_clicked)
        self._head = row(look, self._line(together), spacing=14)
        self._head.setStretch(0, 1)
        self._head.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignVCenter)
        self.box.add(self._head)
        self._say_what_the_button_does()

    def _line(self, together: Together) -> Box:
        face = Portrait(self._look, self._pictures, _PORTRAIT, most=1.2)
        face.show_person(together.portrait, together.partner, together.mood)
        title = Text(self._look, together.title, "small_strong", "ink_soft")
        line = row(self._look, spacing=14)
        line.addWidget(face, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(column(self._look, title, Text(self._look, together.words), spacing=2), 1)
        return line

    def arrange(self, breadth: Breadth) -> None:
        """Put the button below where there is no room beside."""
        turn(self._head, upright=breadth == "narrow")

    def show_turns(self) -> None:
        """Unfold it."""
        if self._unfolded is None:
            self._unfolded = self._new_turns()
            self.box.add(self._unfolded)
        self._unfolded.show()
        self._say_what_the_button_does()

    def _on_unfold_clicked(self) -> None:
        if self._unfolded is None or self._unfolded.isHidden():
            self.show_turns()
        else:
            self._unfolded.hide()
            self._say_what_the_button_does()

    def _say_what_the_button_does(self) -> None:
        hidden = self._unfolded is None or self._unfolded.isHidden()
        one = len(self._turns) == 1
        show = self.tr("Show this turn") if one else self.tr("Show these turns")
        hide = self.tr("Hide this turn") if one else self.tr("Hide these turns")
        self._unfold.show_text(show if hidden else hide)

    def _new_turns(self) -> QWidget:
        inside = column(self._look, spacing=14)
        for shown in self._turns:
            cell = TurnCell(self._look, self._pictures, shown)
            cell.play_on_requested.connect(self.play_on_requested)
            inside.add(Rule(self._look), cell)
        turns = QWidget()
        turns.setLayout(inside)
        return turns
