"""A turn on which a rehearsal turned, with the way back to it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import row
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.card import Card
from greenroom.ui.widgets.marks import SideLabel
from greenroom.ui.widgets.text import Text

if TYPE_CHECKING:
    from greenroom.rubric import Side
    from greenroom.turns import Turn


class TurningCard(Card):
    """Tells what was done and how it was taken."""

    go_back_requested = Signal(int)
    """The turn's number."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, margins=(18, 15, 18, 12), spacing=5)
        self._number = 0
        self._side = SideLabel(look, chip=True)
        self._when = Text(look, "", "small", "ink_faint")
        self._title = Text(look, "", "heading")
        self._thought = Text(look, "", "body", "ink_soft")
        self._go_back = Button(look, self.tr("Go back to here"), "quiet", icon=(pictures, "take-back"))
        self._go_back.clicked.connect(lambda: self.go_back_requested.emit(self._number))
        head = row(look, self._side, spacing=10)
        head.addStretch(1)
        head.add(self._when)
        self.box.add(head, self._title, self._thought)
        self.box.addStretch(1)
        self.box.addWidget(self._go_back, 0, Qt.AlignmentFlag.AlignLeft)

    def show_turn(self, turn: "Turn", side: "Side") -> None:
        """Show a turn."""
        self._number = turn.number
        self._side.show_side(side)
        self._when.show_text(self.tr("Turn {number}").format(number=turn.number))
        self._title.show_text(turn.choice.label)
        self._thought.show_text(turn.choice.landed)
        self._go_back.setObjectName(f"go-back-{turn.number}")
        again = self.tr("Go back to turn {number}: {label}")
        self._go_back.setAccessibleName(again.format(number=turn.number, label=turn.choice.label))
